// reviewed → [HTML]: a template that escapes every text put into it.
import { inert } from '../inert';

/** A piece of HTML; made by `markup` alone, so that a text never counts as one. */
export class Html {
  private readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
  toString(): string {
    return this.html;
  }
}

/** What may be put into a template; nothing, `null` and `false` leave no trace. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** Markup, or what would act on the page instead of being read. */
const UNSAFE =
  /[&<>"'`\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const MARKUP = /[&<>"'`]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Escapes a text for content and for quoted attributes; line breaks stay. */
export function escapeHtml(text: string): string {
  if (isPlain(text) || !UNSAFE.test(text)) return text;
  const lines = text.replace(/\r\n/g, '\n').split('\n').map(inert).join('\n');
  return lines.replace(MARKUP, (character) => String(ENTITIES[character]));
}

/** Letters, digits and what else of ASCII is never markup: most texts, told faster than by a pattern. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isLetter = code > 0x3e && code < 0x7f && code !== 0x60;
    const isSign = code > 0x27 && code < 0x3c;
    if (!isLetter && !isSign && code !== 0x20) return false;
  }
  return true;
}

/** Writes HTML: ``markup`<b>${text}</b>` `` escapes the text. Attributes must be quoted. */
export function markup(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let html = `${parts[0]}`;
  for (let at = 0; at < pieces.length; at += 1) {
    html += written(pieces[at]);
    html += parts[at + 1];
  }
  return new Html(html);
}

function written(piece: Piece): string {
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  if (piece instanceof Html) return piece.toString();
  if (piece === null || piece === undefined || piece === false) return '';
  let html = '';
  for (const each of piece) html += written(each);
  return html;
}
