import * as fc from 'fast-check';
import { escapeHtml, Html, markup } from '../../../../core/render/html/markup';

describe('markup', () => {
  test('escapes every text, also in attributes', () => {
    expect(markup`<a title="${'"><script>'}">${"<b>&'`"}</a>`.toString()).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;&#96;</a>',
    );
  });

  test('leaves markup of its own as it is, in lists too', () => {
    const item = (text: string) => markup`<li>${text}</li>`;
    expect(markup`<ul>${['a', '<'].map(item)}</ul>`.toString()).toBe(
      '<ul><li>a</li><li>&lt;</li></ul>',
    );
  });

  test('leaves no trace of nothing', () => {
    expect(markup`${null}${undefined}${false}${0}${''}`.toString()).toBe('0');
  });

  test('shows what would act on the page, and keeps line breaks', () => {
    expect(escapeHtml('a\u202eb\u0000\r\nc\n')).toBe('a\\u202eb\\u0000\nc\n');
  });

  test('takes nothing but its own class for markup', () => {
    expect(new Html('<b>').toString()).toBe('<b>');
    // A text from an event stays a text whatever it looks like.
    expect(markup`${'[object Object]'}`.toString()).toBe('[object Object]');
  });

  test('any text holds no markup once it is escaped, and can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"'`]|&(?!(?:amp|lt|gt|quot|#39|#96);)/);
        const back = escaped
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&#39;/g, "'")
          .replace(/&#96;/g, '`')
          .replace(/&amp;/g, '&');
        expect(back.replace(/\\u[0-9a-f]{4}|\n/g, '')).toBe(
          text
            .replace(/\r\n/g, '\n')
            .replace(
              /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\\u[0-9a-f]{4}/g,
              '',
            ),
        );
      }),
    );
  });
});
