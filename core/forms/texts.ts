// suggested → [forms]: texts as policies hold them, and as every form can write them.
import { inert } from '../render/inert';
import type { OneOrMore } from '../suggestion';

/** Gives the texts of one or several, in their order. */
export function textsOf(value: OneOrMore): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** Gives one text as itself, several as a list. */
export function oneOrMore(texts: readonly string[]): OneOrMore {
  const [first] = texts;
  return first !== undefined && texts.length === 1 ? first : texts;
}

/** Gives each text once, by the order of their UTF-16 code units. */
export function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}

/** Escapes that JSON has and HCL does not have. */
const WIDER: Readonly<Record<string, string>> = { '\\b': '\\u0008', '\\f': '\\u000c' };

/** Writes a text for the inside of double quotes, with escapes that JSON, HCL, TypeScript and YAML share. */
export function escaped(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1);
  return visible(inside.replace(/\\./g, (escape) => WIDER[escape] ?? escape));
}

/** Writes what acts or cannot be printed as `\uXXXX`, which JSON reads back. */
export function visible(json: string): string {
  return inert(json).replaceAll('\ufffe', '\\ufffe').replaceAll('\uffff', '\\uffff');
}
