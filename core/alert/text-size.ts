// grouped → [alert]: how long a text is, and how it is kept short.

const HIGH_SURROGATE = /[\ud800-\udbff]$/;

/** What each UTF-16 unit adds: the two halves of a pair are four bytes together. */
const WIDER = [/[\u0080-\uffff]/g, /[\u0800-\ud7ff\ue000-\uffff]/g] as const;

/** Counts the bytes of a text in UTF-8. */
export function utf8Bytes(text: string): number {
  return WIDER.reduce((bytes, wide) => bytes + (text.match(wide)?.length ?? 0), text.length);
}

const ELLIPSIS = '…';

/** Cuts a text to at most this many UTF-16 units, the last an ellipsis; never within a character. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - ELLIPSIS.length);
  return `${HIGH_SURROGATE.test(kept) ? kept.slice(0, -1) : kept}${ELLIPSIS}`;
}

/** Keeps the lines of a text that fit into this many bytes, and notes that there was more. */
export function linesWithin(text: string, mostBytes: number): string {
  if (utf8Bytes(text) <= mostBytes) return text;
  const lines = text.split('\n');
  let bytes = utf8Bytes(ELLIPSIS) + '\n'.length;
  const end = lines.findIndex((line) => (bytes += utf8Bytes(line) + '\n'.length) > mostBytes);
  return [...lines.slice(0, end), ELLIPSIS, ''].join('\n');
}
