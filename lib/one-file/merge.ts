// stack with a setting, stack without it → [one template] in which a condition decides
import { isDeepStrictEqual } from 'node:util';
import { mergeTexts, textParts } from './merge-joins';
import { type Conditional, isPlain, type JsonObject, NO_VALUE, type Template } from './template';

/** Makes one template of two: under the condition it is the first, otherwise the second. */
export function merge(condition: string, on: Template, off: Template): Template {
  return {
    ...on,
    Mappings: { ...off.Mappings, ...on.Mappings },
    Conditions: { ...off.Conditions, ...on.Conditions },
    Resources: mergeSection(condition, on.Resources, off.Resources),
    Outputs: mergeSection(condition, on.Outputs, off.Outputs),
  };
}

function mergeSection<Item extends Conditional>(
  condition: string,
  on: Readonly<Record<string, Item>>,
  off: Readonly<Record<string, Item>>,
): Record<string, Item> {
  const only = Object.keys(off).find((id) => !(id in on));
  if (only !== undefined) throw new Error(`${only} is there only without ${condition}`);
  return Object.fromEntries(
    Object.entries(on).map(([id, item]) => [id, mergeItem(condition, id, item, off[id])]),
  );
}

function mergeItem<Item extends Conditional>(
  condition: string,
  id: string,
  on: Item,
  off: Item | undefined,
): Item {
  const inner = on.Condition;
  if (off?.Condition !== undefined || inner !== undefined) {
    if (off !== undefined && off.Condition === inner) return mergeObjects(condition, on, off);
    throw new Error(`${id} would be there under two conditions: ${inner} and ${condition}`);
  }
  return off === undefined ? { ...on, Condition: condition } : mergeObjects(condition, on, off);
}

function mergeObjects<Item extends JsonObject>(condition: string, on: Item, off: Item): Item;
function mergeObjects(condition: string, on: JsonObject, off: JsonObject): JsonObject {
  const names = new Set([...Object.keys(on), ...Object.keys(off)]);
  return Object.fromEntries(
    [...names].map((name) => [name, mergeValues(condition, on[name], off[name])]),
  );
}

function mergeValues(condition: string, on: unknown, off: unknown): unknown {
  if (isDeepStrictEqual(on, off)) return on;
  if (isPlain(on) && isPlain(off)) return mergeObjects(condition, on, off);
  if (Array.isArray(on) && Array.isArray(off)) {
    const list = mergeLists(condition, on, off);
    if (list !== null) return list;
  }
  const [text, other] = [textParts(on), textParts(off)];
  if (text !== null && other !== null && text.length + other.length > 2)
    return mergeTexts(condition, text, other);
  return { 'Fn::If': [condition, on ?? NO_VALUE, off ?? NO_VALUE] };
}

/** Each item alone where the second list is the first without some of them, or has other items in place. */
function mergeLists(
  condition: string,
  on: readonly unknown[],
  off: readonly unknown[],
): readonly unknown[] | null {
  if (on.length === off.length) return on.map((item, at) => mergeValues(condition, item, off[at]));
  const rest = [...off];
  const list = on.map((item) => {
    if (!isDeepStrictEqual(item, rest[0])) return { 'Fn::If': [condition, item, NO_VALUE] };
    rest.shift();
    return item;
  });
  return rest.length === 0 ? list : null;
}
