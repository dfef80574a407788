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
    record: v.optional(v.object({ B: v.string() }), { B: '' }),
  }),
});

const KILOBYTE = 1_024;

/** The index of states holds the group's record: each write of a group is one of its index item, too. */
function recordUnits({ state, record }: Item, isMoved: boolean): number {
  if (state.S === '') return 0;
  const bytes = Buffer.from(record.B, 'base64').length + ITEM_BYTES;
  return Math.ceil(bytes / KILOBYTE) * (isMoved ? 2 : 1);
}

/** Keys, version and the names of attributes; a fingerprint is the longest of them. */
const ITEM_BYTES = 200;

/** The keys of a group in each index of keys alone; empty where it is not in it. */
function keysOf({ dueAt, changedHour, principal, seenHour }: Item): readonly string[] {
  return [dueAt.S, changedHour.S, principal.S === '' ? '' : `${principal.S} ${seenHour.S}`];
}

type Item = v.InferOutput<typeof put>['Item'];

const WRITES: ReadonlySet<string> = new Set(['BatchWriteItem', 'PutItem', 'UpdateItem']);

/** Counts the write units of the requests that succeeded. */
export function unitCounter() {
  const sums = { table: 0, indexes: 0 };
  const indexed = new Map<string, readonly string[]>();
  const places = new Map<string, string>();
  return {
    units: (): Units => sums,
    add({ operation, body }: Call, reply: Reply) {
      if (!WRITES.has(operation)) return;
      const { ConsumedCapacity: told = [] } = v.parse(consumed, JSON.parse(String(reply.body)));
      sums.table += [told].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
      if (operation !== 'PutItem') return;
      const item = v.parse(put, body).Item;
      const id = `${item.pk.S} ${item.sk.S}`;
      const before = indexed.get(id) ?? [];
      const after = keysOf(item);
      sums.indexes += after.reduce((sum, now, index) => sum + indexUnits(before[index], now), 0);
      const place = `${item.state.S} ${item.seenHour.S}`;
      sums.indexes += recordUnits(item, (places.get(id) ?? place) !== place);
      places.set(id, place);
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
