// event → [rule] → queue: whether a rule's event pattern matches an event, and if not, where.
import { type EventField, eventFields, type Membership, type Scalar } from './event-fields';
import type { Alternative, EventPattern, PatternLeaf } from './read-pattern';

type FieldsByPath = ReadonlyMap<string, readonly EventField[]>;

/** A field of the event that no part of the pattern accepts; no values mean it is absent. */
export interface Mismatch {
  readonly path: string;
  readonly values: readonly Scalar[];
}

/**
 * Whether the event matches. Leaves that lie in one array of objects must lie in the same element.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns-arrays.html
 */
export function matchesEvent(pattern: EventPattern, event: unknown): boolean {
  const fields = byPath(event);
  return pattern.some((alternative) => satisfied(alternative, fields, new Map()));
}

/** The fields for which the nearest alternative refuses the event. */
export function mismatchesOf(pattern: EventPattern, event: unknown): readonly Mismatch[] {
  const fields = byPath(event);
  const refusals = pattern.map((alternative) =>
    alternative.filter((leaf) => !satisfied([leaf], fields, new Map())),
  );
  const [nearest = []] = refusals.toSorted((left, right) => left.length - right.length);
  return nearest.map(({ path }) => ({
    path,
    values: (fields.get(path) ?? []).map((field) => field.value),
  }));
}

function byPath(event: unknown): FieldsByPath {
  const fields = new Map<string, EventField[]>();
  for (const field of eventFields(event)) {
    const same = fields.get(field.path);
    if (same) same.push(field);
    else fields.set(field.path, [field]);
  }
  return fields;
}

function satisfied(leaves: Alternative, fields: FieldsByPath, within: Membership): boolean {
  const [leaf, ...rest] = leaves;
  if (!leaf) return true;
  const candidates = fields.get(leaf.path) ?? [];
  if (candidates.length === 0) return leaf.mayBeAbsent && satisfied(rest, fields, within);
  return candidates.some((field) => {
    const joined = accepts(leaf, field) ? joinMemberships(within, field.within) : null;
    return joined !== null && satisfied(rest, fields, joined);
  });
}

function accepts(leaf: PatternLeaf, field: EventField): boolean {
  return leaf.tests.some((test) => test(field.value));
}

/** Both memberships together; null when they name two elements of one array. */
function joinMemberships(left: Membership, right: Membership): Membership | null {
  for (const [array, index] of right) if ((left.get(array) ?? index) !== index) return null;
  return new Map([...left, ...right]);
}
