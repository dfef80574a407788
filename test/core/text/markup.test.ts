import { withoutMarkup } from '../../../core/text/markup';

describe('withoutMarkup', () => {
  it.each([
    ['keeps tags of AWS', '<Message>a</Message>', '<Message>a</Message>'],
    ['keeps a placeholder', '<ENCODED MESSAGE> <account>', '<ENCODED MESSAGE> <account>'],
    ['keeps entities it does not know', '&copy; &#1; &#99999;', '&copy; &#1; &#99999;'],
    [
      'keeps stars that hide something',
      'arn:aws:sts::**:assumed-role/web-****/***',
      'arn:aws:sts::**:assumed-role/web-****/***',
    ],
    ['keeps stars of a pattern', 'arn:aws:s3:::web/**/x', 'arn:aws:s3:::web/**/x'],
    ['keeps stars on two lines', '**a\nb**', '**a\nb**'],
    [
      'resolves entities',
      '&lt;x&gt; &amp; &quot;b&QUOT; &apos;c&#39;&#x27;&nbsp;d&hellip;',
      `<x> & "b" 'c'' d…`,
    ],
    [
      'resolves the last character that has one code unit',
      '&#65535;&#32;&#xFFFF;',
      '\uffff \uffff',
    ],
    ['resolves entities that were escaped twice', '&amp;quot;a&amp;#39;', `"a'`],
    ['makes blocks lines', 'a<br>b<br/>c</p><div class="x">d', 'a\nb\nc\n\nd'],
    [
      'takes inline tags away',
      '<code>ec2:</code><b>Run</b><wbr>Inst<span class="x">ances</span>',
      'ec2:RunInstances',
    ],
    ['takes bold marks away', '**Error**: "**\'a\'**" **`b`**', 'Error: "\'a\'" `b`'],
  ])('%s', (_title, text, expected) => {
    expect(withoutMarkup(text)).toBe(expected);
  });
});
