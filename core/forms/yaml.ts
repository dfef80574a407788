// suggested → [forms]: the part of YAML that templates are written in.
import { escaped } from './texts';

/** What is written: texts, lists, and records, whose absent members are left out. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** Texts that no reader of YAML 1.1 or 1.2 takes for anything but a text. */
const PLAIN_TEXT = /^[A-Za-z](?:[\w./*@+=:-]*[\w./*@+=-])?$/;

/** Words that YAML 1.1 takes for true, false or nothing. @see https://yaml.org/type/bool.html */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Writes a text as a scalar, in double quotes wherever it could be read otherwise. */
export function yamlScalar(text: string): string {
  return PLAIN_TEXT.test(text) && !WORDS.test(text) ? text : `"${escaped(text)}"`;
}

/** Writes a value in block style: lines to be indented under what holds it. */
export function yamlLines(value: Plain): readonly string[] {
  if (typeof value === 'string') return [yamlScalar(value)];
  if (isList(value)) return value.length === 0 ? ['[]'] : value.flatMap(itemLines);
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : memberLines(key, member),
  );
  return members.length === 0 ? ['{}'] : members;
}

function itemLines(item: Plain): readonly string[] {
  return yamlLines(item).map((line, at) => `${at === 0 ? '- ' : '  '}${line}`);
}

function memberLines(key: string, member: Plain): readonly string[] {
  const name = `${yamlScalar(key)}:`;
  const lines = yamlLines(member);
  if (isOneWord(member)) return lines.map((line) => `${name} ${line}`);
  return [name, ...lines.map((line) => `  ${line}`)];
}

/** Whether a value stands on the line of its key. */
function isOneWord(value: Plain): boolean {
  return typeof value === 'string' || (isList(value) ? value : Object.values(value)).length === 0;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
