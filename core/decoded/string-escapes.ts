// text → [a string of it without its escapes] → decoded → explained

/** Backslashes that one escaped quote of this depth has, plus one: 1, 2, 4, 8. */
export function widthOf(backslashes: number): number {
  let width = 1;
  while (width <= backslashes) width *= 2;
  return width;
}

const ESCAPE = /\\(?:u[\da-fA-F]{4}|[\s\S])/g;
const CHARACTERS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Resolves the escapes of a string whose quotes stand behind so many backslashes. */
export function unescaped(raw: string, backslashes: number): string {
  let value = raw;
  for (let width = widthOf(backslashes); width >= 1 && value.includes('\\'); width /= 2)
    value = value.replace(ESCAPE, character);
  return value;
}

function character(escape: string): string {
  if (escape.length > 2) return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
  const sign = escape.slice(1);
  return CHARACTERS[sign] ?? (/\w/.test(sign) ? escape : sign);
}
