// HTML and Markdown around the words of a text.
import { NOTHING, type Replacement, replaceAll } from './replacement';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
};

function entity(match: string, name: string): string {
  const named = ENTITIES[name.toLowerCase()];
  if (named !== undefined) return named;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 32 && code <= 0xffff ? String.fromCharCode(code) : match;
}

const ENTITY: Replacement = {
  pattern: /&(#x[0-9a-f]{1,4}|#\d{1,5}|amp|lt|gt|quot|apos|nbsp|hellip);/gi,
  by: entity,
};

const MARKUP: readonly Replacement[] = [
  // Twice, since pages are escaped by the tool and by the page around it.
  ENTITY,
  ENTITY,
  { pattern: /<(?:br|\/?(?:p|div|li|tr|td|pre|blockquote))\b[^<>]{0,200}>/gi, by: () => '\n' },
  {
    pattern: /<\/?(?:b|i|u|em|strong|code|span|a|wbr|font|mark|tt|kbd|samp)\b[^<>]{0,400}>/gi,
    by: NOTHING,
  },
  { pattern: /\*\*(?=[A-Za-z'`]|"\w)([^*\n]{1,2000})\*\*/g, by: (_match, inner) => `${inner}` },
];

/** Takes away HTML tags and Markdown emphasis and resolves HTML entities. */
export function withoutMarkup(text: string): string {
  return replaceAll(text, MARKUP);
}
