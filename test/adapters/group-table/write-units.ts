// What writes cost: the emulator says it of the table, and AWS's rules say it of the indexes.
import * as v from 'valibot';
import type { Reply } from '../../../local/wire/loopback';
import type { Call } from './stand-in';

/** Write units so far. */
export interface Units {
  readonly table: number;
  readonly indexes: number;
}

const one = v.object({ CapacityUnits: v.number() });
const consumed = v.object({ ConsumedCapacity: v.optional(v.union([one, v.array(one)])) });

const key = v.object({ S: v.string() });
const text = v.optional(key, { S: '' });
const put = v.object({
  Item: v.object({
    pk: key,
    sk: key,
    dueAt: text,
    changedHour: text,
    state: text,
    principal: text,
    seenHour: text,
  }),
});

/** The keys of a group in each index; empty where it is not in it. */
function keysOf({ dueAt, changedHour, state, principal, seenHour }: Item): readonly string[] {
  const both = [state, principal].map(({ S }) => (S === '' ? '' : `${S} ${seenHour.S}`));
  return [dueAt.S, changedHour.S, ...both];
}

type Item = v.InferOutput<typeof put>['Item'];

const WRITES: ReadonlySet<string> = new Set(['BatchWriteItem', 'PutItem', 'UpdateItem']);

/** Counts the write units of the requests that succeeded. */
export function unitCounter() {
  const sums = { table: 0, indexes: 0 };
  const indexed = new Map<string, readonly string[]>();
  return {
    units: (): Units => sums,
    add({ operation, body }: Call, reply: Reply) {
      if (!WRITES.has(operation)) return;
      const { ConsumedCapacity: told = [] } = v.parse(consumed, JSON.parse(reply.body));
      sums.table += [told].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
      if (operation !== 'PutItem') return;
      const item = v.parse(put, body).Item;
      const id = `${item.pk.S} ${item.sk.S}`;
      const before = indexed.get(id) ?? [];
      const after = keysOf(item);
      sums.indexes += after.reduce((sum, now, index) => sum + indexUnits(before[index], now), 0);
      indexed.set(id, after);
    },
  };
}

/**
 * An index of keys alone: a key that stays costs nothing, one that comes or goes a unit, and one that
 * changes two.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html
 */
function indexUnits(before = '', now: string): number {
  if (before === now) return 0;
  return [before, now].filter((value) => value !== '').length;
}
