import { withoutBoxes } from '../../../core/text/boxes';

it('takes any number of edges away', () => {
  expect(withoutBoxes(`│ a${'│'.repeat(20_000)}`)).toBe('a');
});

describe('withoutBoxes', () => {
  it.each([
    ['keeps a text without a box', 'a\n  b  ', 'a\n  b  '],
    ['keeps a pipe inside a line', 'a | b > c', 'a | b > c'],
    ['keeps an or', '  || b', '  || b'],
    ['keeps the arrow of Packer', '==> amazon-ebs: a', '==> amazon-ebs: a'],
    ['keeps a line of dashes', '----\n> ----', '----\n----'],
    ['takes a left edge away', '╷\n│ Error: a\n│ \n│   b\n╵', '\nError: a\n\n  b\n'],
    ['takes both edges away', '╭────╮\n│ a  │\n╰────╯', '\na\n'],
    ['takes inner edges away', '│ │ │  a │ │', ' a'],
    ['takes double edges away', '╔══╗\n║ a║\n╚══╝', '\na\n'],
    ['takes ASCII edges away', '| a  |\n|  b |', 'a\n b'],
    ['takes a border of two kinds away', '├──+──┤ \na', '\na'],
    ['takes quote marks away', '> a\n>> b\n> > c\n>d', 'a\nb\nc\nd'],
    ['takes the name of a container away', 'web_1  | a\nweb.2-12 | > b', 'a\nb'],
    ['takes marks of other terminals away', '▌ a\n▏b\n╎ c', 'a\nb\nc'],
  ])('%s', (_title, text, expected) => {
    expect(withoutBoxes(text)).toBe(expected);
  });
});
