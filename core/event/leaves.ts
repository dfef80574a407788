// event → [denial] → decoded → explained → alert

/** A scalar of a nested value, with the keys that lead to it in lower case. */
export interface Leaf {
  /** The last key. */
  readonly key: string;
  /** The key of the object around it; list indexes and `items` are passed over. */
  readonly parent: string;
  /** All keys, joined by `/`. */
  readonly path: string;
  readonly value: string | number | boolean;
}

const DEPTH = 12;
const MOST = 2000;

/** Lists the scalars of a parsed value in their order; what is nested deeper than AWS nests is left out. */
export function leavesOf(value: unknown): readonly Leaf[] {
  const leaves: Leaf[] = [];
  visit(value, [], leaves);
  return leaves;
}

function visit(value: unknown, keys: readonly string[], leaves: Leaf[]): void {
  if (keys.length > DEPTH || leaves.length >= MOST) return;
  if (Array.isArray(value)) {
    for (const item of value) visit(item, keys, leaves);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) visit(inner, deeper(keys, key), leaves);
  } else if (isScalar(value)) {
    leaves.push(leaf(keys, value));
  }
}

function deeper(keys: readonly string[], key: string): readonly string[] {
  const name = key.toLowerCase();
  return name === 'items' || name === 'item' ? keys : [...keys, name];
}

function isScalar(value: unknown): value is Leaf['value'] {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function leaf(keys: readonly string[], value: Leaf['value']): Leaf {
  return { key: keys.at(-1) ?? '', parent: keys.at(-2) ?? '', path: keys.join('/'), value };
}

/** Lists the objects that stand under one of the keys, in lower case; a list there gives its items. */
export function objectsAt(value: unknown, ...keys: readonly string[]): readonly object[] {
  const found: object[] = [];
  seek(value, 0, keys, found);
  return found;
}

function seek(value: unknown, depth: number, keys: readonly string[], found: object[]): void {
  if (depth > DEPTH || found.length >= MOST || typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (keys.includes(key.toLowerCase())) found.push(...itemsOf(inner));
    else seek(inner, depth + 1, keys, found);
  }
}

/** Lists are written as they are, or as an object with `items`. */
function itemsOf(value: unknown): readonly object[] {
  if (Array.isArray(value)) return value.flatMap(itemsOf);
  if (typeof value !== 'object' || value === null) return [];
  const items: unknown = Object.entries(value).find(([key]) => key === 'items')?.[1];
  return items === undefined ? [value] : itemsOf(items);
}
