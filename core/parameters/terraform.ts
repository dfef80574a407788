// suggested → [parameters]: arguments of Terraform.
import { aligned, block, hclText } from '../forms/hcl';
import type { Argument, Body, Value } from './change';

/** Writes the inside of a block: arguments first, then blocks. */
export function bodyLines(body: Body): readonly string[] {
  const parts = Object.entries(body).map(([name, argument]) => partOf(name, argument));
  const attributes = parts.flatMap(({ attribute }) => (attribute === undefined ? [] : [attribute]));
  return [...aligned(attributes), ...parts.flatMap(({ lines }) => lines ?? [])];
}

interface Part {
  readonly attribute?: readonly [name: string, value: string];
  readonly lines?: readonly string[];
}

function partOf(name: string, argument: Argument): Part {
  if (argument === null || typeof argument !== 'object') {
    return { attribute: [name, valueText(argument)] };
  }
  if (!('kind' in argument)) return { attribute: [name, `[${argument.map(hclText).join(', ')}]`] };
  switch (argument.kind) {
    case 'block':
      return { lines: block(name, bodyLines(argument.body)) };
    case 'map':
      return { lines: block(`${name} =`, mapLines(argument.entries)) };
    case 'reference':
      return { attribute: [name, argument.to] };
    case 'no-block':
      return { lines: [`# leave out ${name}`] };
  }
}

function mapLines(entries: Readonly<Record<string, Value>>): readonly string[] {
  return aligned(
    Object.entries(entries).map(([name, value]) => [nameText(name), valueText(value)]),
  );
}

/** A bare `for` would begin an expression. */
function nameText(name: string): string {
  return /^(?!(?:for|null|true|false)$)[A-Za-z]\w*$/.test(name) ? name : hclText(name);
}

function valueText(value: Value): string {
  return typeof value === 'string' ? hclText(value) : String(value);
}
