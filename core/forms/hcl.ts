// suggested → [forms]: the language of Terraform.
import { escaped } from './texts';

/**
 * Writes a text as a quoted template of HCL that stands for itself: `${` and `%{` begin nothing.
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function hclText(text: string): string {
  const inside = escaped(text).replace(/([$%]+)\{/g, (_, marks: string) =>
    marks.length === 1 ? `${marks}${marks}{` : `${marks}\\u007b`,
  );
  return `"${inside}"`;
}

/** Writes attributes of one line each, aligned as `terraform fmt` aligns them. */
export function aligned(attributes: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...attributes.map(([name]) => name.length));
  return attributes.map(([name, value]) => `${name.padEnd(width)} = ${value}`);
}

/** Writes a list of texts, one a line. */
export function listLines(name: string, texts: readonly string[]): readonly string[] {
  return [`${name} = [`, ...indented(texts.map((text) => `${hclText(text)},`)), ']'];
}

/** Writes a block: its head, and its lines inside braces. */
export function block(head: string, lines: readonly string[]): readonly string[] {
  return [`${head} {`, ...indented(lines), '}'];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
