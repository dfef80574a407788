// settings → [stacks] → template: one stack for each combination of what may be there
import { merge } from './merge';
import type { JsonObject, Template } from './template';

/** Settings that add something to the stack, and the condition that decides about them in the file. */
export interface Switch<Settings> {
  readonly name: string;
  readonly condition: JsonObject;
  readonly on: Settings;
  readonly off: Settings;
  /** What is to be decided only where it is on. @default - nothing */
  readonly inside?: readonly Switch<Settings>[];
}

/** Makes one template of the stacks with all combinations of the switches. */
export function withSwitches<Settings extends object>(
  stackOf: (settings: Settings) => Template,
  settings: Settings,
  [first, ...rest]: readonly Switch<Settings>[],
): Template {
  if (first === undefined) return stackOf(settings);
  const { name, on, off, inside = [] } = first;
  return merge(
    name,
    withSwitches(stackOf, { ...settings, ...on }, [...inside, ...rest]),
    withSwitches(stackOf, { ...settings, ...off }, rest),
  );
}

/** What stands in the conditions of a file for its switches. */
export function switchConditions<Settings>(
  switches: readonly Switch<Settings>[],
): Template['Conditions'] {
  return Object.fromEntries(
    switches.flatMap(({ name, condition, inside = [] }) => [
      [name, condition],
      ...Object.entries(switchConditions(inside)),
    ]),
  );
}
