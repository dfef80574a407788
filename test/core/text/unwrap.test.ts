import fc from 'fast-check';
import { unwrapped } from '../../../core/text/unwrap';
import { encodedSample } from '../message/encoded-sample';

const MESSAGE = encodedSample(500);

function wrapped(text: string, width: number): string {
  return (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');
}

describe('unwrapped', () => {
  it.each([
    ['keeps a single line', '  a'],
    ['keeps short lines of one length', `${'x'.repeat(39)}\n${'y'.repeat(39)}\nz`],
    ['keeps lines of which one is longest', `${'x'.repeat(81)}\nabc\ndef`],
    ['keeps lines that end near the longest', `${'x'.repeat(80)}\n${'y'.repeat(78)}\nz`],
    [
      'keeps more lines near the longest',
      `${'x'.repeat(83)}\n${'y'.repeat(83)}\n${'z'.repeat(82)}\n${'z'.repeat(71)}`,
    ],
    ['keeps a blank line', `${'x'.repeat(80)}\n\na`],
    ['keeps a line of JSON', `${'x'.repeat(80)}\n"a": 1`],
    ['keeps a closing brace', `${'x'.repeat(80)}\n}`],
    ['keeps a list', `${'x'.repeat(80)}\n* a`],
    ['keeps an indented line', `${'x'.repeat(80)}\n\tstatus code: 403`],
    ['keeps a line with a date', `${'x'.repeat(80)}\n2026-01-02 INFO`],
    ['keeps a link', `${'x'.repeat(80)}\nhttps://a.example`],
    ['keeps words that are whole', 'to perform\noperation'],
    ['keeps words that are none of ours', 'foo\nbar'],
    ['keeps a whole word before a part of one', 'operation\n'],
    ['keeps a word of ours inside another', 'xop\neration'],
    ['keeps a word of ours with marks inside', 'op"\n"eration'],
    ['keeps a part of a word before a blank', 'op\n eration'],
    ['keeps a blank before a part of a word', 'op \neration'],
    [
      'keeps an ARN before words that follow one',
      'User: arn:aws:iam::111122223333:user/bob\nis not authorized to perform',
    ],
    ['keeps an ARN at the end', 'on resource: arn:aws:iam::111122223333:role/web\nDone'],
    ['keeps an ARN before other words', 'arn:aws:iam::111122223333:role/web\nwas not found here'],
    ['keeps an ARN before a blank line', 'arn:aws:iam::111122223333:role/web\n\nbecause no'],
  ])('%s', (_title, text) => {
    expect(unwrapped(text)).toBe(text);
  });

  it.each([
    [
      'joins two full lines',
      `${'x'.repeat(83)}\n${'y'.repeat(83)}\nz`,
      `${'x'.repeat(83)}${'y'.repeat(83)}z`,
    ],
    ['joins one full line of a usual width', `${'x'.repeat(80)}\nz`, `${'x'.repeat(80)}z`],
    [
      'joins full lines of forty',
      `${'x'.repeat(40)}\n${'y'.repeat(40)}\nz`,
      `${'x'.repeat(40)}${'y'.repeat(40)}z`,
    ],
    [
      'joins where fewer lines end near the longest',
      `${'x'.repeat(83)}\n${'y'.repeat(83)}\n${'z'.repeat(82)}`,
      `${'x'.repeat(83)}${'y'.repeat(83)}${'z'.repeat(82)}`,
    ],
    [
      'joins where lines end thirteen before',
      `${'x'.repeat(80)}\n${'y'.repeat(67)}`,
      `${'x'.repeat(80)}${'y'.repeat(67)}`,
    ],
    ['takes common indentation away', '    a\n\n      b', 'a\n\n  b'],
    ['joins a broken word', 'to perform this op\neration.', 'to perform this operation.'],
    ['joins a broken word behind a tab', 'perform\tthis op\neration', 'perform\tthis operation'],
    ['joins a broken word in quotes', 'no "identity-\nbased" policy', 'no "identity-based" policy'],
    ['joins a broken word with marks around it', '((op\neration)).', '((operation)).'],
    ['joins a word broken behind a whole one', 'iden\ntity-based policy', 'identity-based policy'],
    [
      'joins a broken ARN',
      'User: arn:aws:iam::111122223333:us\ner/bob is not authorized',
      'User: arn:aws:iam::111122223333:user/bob is not authorized',
    ],
    [
      'joins a broken ARN with its dot',
      'arn:aws:iam::1:policy/a\nb. Encoded authorization failure',
      'arn:aws:iam::1:policy/ab. Encoded authorization failure',
    ],
  ])('%s', (_title, text, expected) => {
    expect(unwrapped(text)).toBe(expected);
  });

  it('undoes what a terminal does to a long line', () => {
    const arn = fc.stringMatching(/^arn:aws:iam::\d{12}:role\/[a-z]{1,60}$/);
    fc.assert(
      fc.property(arn, fc.constantFrom(60, 77, 80, 100, 120), (role, width) => {
        const text = `on resource: ${role} because no identity-based policy allows it: ${MESSAGE}`;
        expect(unwrapped(wrapped(text, width))).toBe(text);
      }),
    );
  });
});
