import fc from 'fast-check';
import { withoutTerminal } from '../../../core/text/terminal';

describe('withoutTerminal', () => {
  it.each([
    ['keeps brackets that are no colour', 'list[0] [31] [m] [1234m]', 'list[0] [31] [m] [1234m]'],
    ['keeps a path that looks like an escape', 'C:\\etc\\033\\x1b', 'C:\\etc\\033\\x1b'],
    ['takes colours away', '\u001b[31;1mError\u001b[0m:', 'Error:'],
    ['takes cursor movements away', '\u001b[2K\u001b[?25lError', 'Error'],
    [
      'takes links away, keeps their text',
      '\u001b]8;;https://a.example\u0007text\u001b]8;;\u001b\\',
      'text',
    ],
    ['takes character sets away', '\u001b(BError\u001b', 'Error'],
    ['takes escapes of syslog away', '#033[31;1mERROR: x#033[0;m', 'ERROR: x'],
    ['takes escapes of JSON away', '\\u001b[31mError\\u001B[39m', 'Error'],
    ['takes escapes of languages away', '\\x1b[31mE\\x1B[0mr\\033[1mr\\33[0mo\\e[0mr', 'Error'],
    ['takes escapes in caret notation away', '^[[31mError^[[0m', 'Error'],
    ['takes the picture of an escape away', '␛[31mError', 'Error'],
    ['takes colours without their escape away', '[31mError[0;1;39m', 'Error'],
    ['makes line ends plain', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    [
      'takes invisible characters away',
      'ec2:\u200bRun\u00adInst\ufeffances\u2060',
      'ec2:RunInstances',
    ],
    ['makes spaces plain', 'a\u00a0b\u202fc\u2007d', 'a b c d'],
    ['makes double quotes plain', '“a” „b« »', '"a" "b" "'],
    ['makes single quotes plain', '‘a’ ‚', "'a' '"],
  ])('%s', (_title, text, expected) => {
    expect(withoutTerminal(text)).toBe(expected);
  });

  it('changes no text of printable ASCII without escapes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[aZ09 :/*_.+=,@"\n-]*$/), (text) => {
        expect(withoutTerminal(text)).toBe(text);
      }),
    );
  });
});
