// text → [a string of it without its escapes] → decoded → explained

/** Backslashes that one escaped quote of this depth has, plus one: 1, 2, 4, 8. */
export function widthOf(backslashes: number): number {
  let width = 1;
  while (width <= backslashes) width *= 2;
  return width;
}

const ESCAPED = /\\(?:u([\da-fA-F]{4})|([\s\S]))/g;
const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' },
};

/** Resolves the escapes of a string whose quotes stand behind so many backslashes. */
export function unescaped(raw: string, backslashes: number): string {
  let value = raw;
  for (let width = widthOf(backslashes); width >= 1 && value.includes('\\'); width /= 2)
    value = value.replace(ESCAPED, character);
  return value;
}

function character(match: string, code: string | undefined, escaped: string | undefined): string {
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  const sign = escaped ?? '';
  return CHARACTERS[sign] ?? (/\w/.test(sign) ? match : sign);
}
