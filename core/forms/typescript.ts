// suggested → [forms]: literals of TypeScript, as Prettier writes them.
import { escaped } from './texts';

const WIDTH = 100;

/** Writes a text as a string of TypeScript, in the quotes that need fewer escapes. */
export function stringLiteral(text: string): string {
  const inside = escaped(text);
  if (text.split("'").length > text.split('"').length) return `"${inside}"`;
  return `'${inside.replaceAll('\\"', '"').replaceAll("'", String.raw`\'`)}'`;
}

/** Writes a property; its value is an expression of one or several lines. */
export function property(name: string, value: string): string {
  return `${propertyName(name)}: ${value},`;
}

function propertyName(name: string): string {
  // Written as a plain name, it would set the prototype, and the condition would be lost.
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/** Writes an object, one property a line. */
export function objectLiteral(properties: readonly string[]): string {
  return properties.length === 0 ? '{}' : `{\n${indented(properties)}\n}`;
}

/** Writes a list: on one line where it fits after what stands before it, else one item a line. */
export function listLiteral(items: readonly string[], columnsBefore: number): string {
  const flat = `[${items.join(', ')}]`;
  if (columnsBefore + flat.length < WIDTH) return flat;
  return `[\n${indented(items.map((item) => `${item},`))}\n]`;
}

function indented(parts: readonly string[]): string {
  return parts.join('\n').replace(/^/gm, '  ');
}
