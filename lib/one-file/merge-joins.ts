// two texts → [one text] in which a condition decides about what lies between their common ends
import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from './template';

/** The parts of a text that CloudFormation joins, or of a plain text. */
export function textParts(value: unknown): readonly unknown[] | null {
  if (typeof value === 'string') return [value];
  const { 'Fn::Join': join } = Object(value) as JsonObject;
  const isText = Array.isArray(join) && join[0] === '' && Array.isArray(join[1]);
  return isText ? join[1] : null;
}

/** Joins two texts; what they begin and end with stands once. */
export function mergeTexts(
  condition: string,
  on: readonly unknown[],
  off: readonly unknown[],
): JsonObject {
  const [one, other] = [split(on), split(off)];
  const start = common(one, other);
  const end = common(one.slice(start).toReversed(), other.slice(start).toReversed());
  const between = (all: readonly unknown[]) => joined(all.slice(start, all.length - end));
  const choice = { 'Fn::If': [condition, between(one), between(other)] };
  const parts = [...one.slice(0, start), choice, ...one.slice(one.length - end)];
  return { 'Fn::Join': ['', glued(parts)] };
}

/** Words and what lies between them, so that common ends are found within texts too. */
function split(parts: readonly unknown[]): readonly unknown[] {
  return parts.flatMap((part) =>
    typeof part === 'string' ? part.split(/(?<=\W)|(?=\W)/).filter((word) => word !== '') : [part],
  );
}

function common(one: readonly unknown[], other: readonly unknown[]): number {
  const differs = one.findIndex((part, at) => !isDeepStrictEqual(part, other[at]));
  return differs === -1 ? Math.min(one.length, other.length) : differs;
}

function joined(parts: readonly unknown[]): unknown {
  const all = glued(parts);
  return all.length < 2 ? (all[0] ?? '') : { 'Fn::Join': ['', all] };
}

function glued(parts: readonly unknown[]): readonly unknown[] {
  return parts.reduce<readonly unknown[]>((before, part) => {
    const last = before.at(-1);
    return typeof last === 'string' && typeof part === 'string'
      ? [...before.slice(0, -1), last + part]
      : [...before, part];
  }, []);
}
