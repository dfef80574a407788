// grouped → [table]: denials an hour, and alerts a minute.
import { paginateQuery, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import {
  type Groups,
  type HourCount,
  type HourCounts,
  slotOf,
  sortableTime,
} from '../../core/group/stored';
import { budgetKey, dayKey, hourKey } from './keys';
import { readItem } from './packed';
import { hourItem } from './schemas';
import type { Item, Table } from './table';

/** Counts hours and minutes. */
export function counters(
  table: Table,
): Pick<Groups, 'addToHour' | 'hours' | 'counts' | 'takeFromBudget'> {
  return {
    addToHour: async (hour, fingerprint, n) => {
      await add(table, hourKey(hour, fingerprint), ['denials'], n);
    },
    hours: (from, to) => hours(table, slotOf(from, 'hour'), slotOf(to, 'hour')),
    counts: (from, to, most) => counts(table, [slotOf(from, 'hour'), slotOf(to, 'hour')], most),
    takeFromBudget: async (time, wanted, limits) => {
      if (wanted <= 0) return 0;
      const second = `second${sortableTime(time).slice('yyyy-mm-ddThh:mm:'.length, -'.000Z'.length)}`;
      const taken = await add(table, budgetKey(time), ['minute', second], wanted);
      const got = (sum: number | undefined, limit: number) => limit - ((sum ?? wanted) - wanted);
      // Each taker has a stretch of its own, of which the limits leave it all, a part or nothing. No
      // condition is needed, so nobody has to ask twice.
      return Math.max(
        0,
        Math.min(wanted, got(taken[0], limits.perMinute), got(taken[1], limits.perSecond)),
      );
    },
  };
}

/** Adds to numbers of an item and resolves to their sums, in order. */
async function add(
  table: Table,
  key: Item,
  attributes: readonly string[],
  n: number,
): Promise<readonly number[]> {
  const { Attributes } = await table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: key,
      UpdateExpression: `ADD ${attributes.map((_, at) => `#a${at} :n`).join(', ')} SET expiresAt = :expiresAt`,
      ExpressionAttributeNames: Object.fromEntries(attributes.map((name, at) => [`#a${at}`, name])),
      ExpressionAttributeValues: { ':n': { N: String(n) }, ':expiresAt': table.expiry() },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return attributes.map((name) => Number(Attributes?.[name]?.N));
}

async function hours(table: Table, from: string, to: string): Promise<ReadonlyMap<string, number>> {
  const sums = new Map<string, number>();
  for (const day of daysBetween(from, to)) {
    const isLast = to.startsWith(day);
    const first = from.startsWith(day) ? hourOf(from) : '00';
    for (const item of await dayItems(table, day, first, isLast ? hourOf(to) : '24')) {
      const { sk, denials } = readItem(hourItem, item);
      const fingerprint = sk.S.slice('hh#'.length);
      sums.set(fingerprint, (sums.get(fingerprint) ?? 0) + denials.N);
    }
  }
  return sums;
}

/** Asks day after day, the latest first, until there are enough. */
async function counts(
  { client, name }: Table,
  [from, to]: readonly [string, string],
  most: number,
): Promise<HourCounts> {
  const items: HourCount[] = [];
  if (from > to) return { items, isWhole: true };
  for (const day of daysBetween(from, `${to.slice(0, 10)}T24`).toReversed()) {
    const first = from.startsWith(day) ? hourOf(from) : '00';
    const last = to.startsWith(day) ? `${hourOf(to)}~` : '24';
    const query = { ...dayQuery(name, day, first, last), ScanIndexForward: false };
    for await (const page of paginateQuery({ client }, query)) {
      items.push(...(page.Items ?? []).map((item) => hourCount(day, item)));
      if (items.length > most) return { items, isWhole: false };
    }
  }
  return { items, isWhole: true };
}

function hourCount(day: string, item: Item): HourCount {
  const { sk, denials } = readItem(hourItem, item);
  const [hour, fingerprint] = [sk.S.slice(0, 'hh'.length), sk.S.slice('hh#'.length)];
  return { hour: `${day}T${hour}`, fingerprint, denials: denials.N };
}

function hourOf(slot: string): string {
  return slot.slice('yyyy-mm-ddT'.length);
}

const DAY = 86_400_000;

/** The days with at least one hour of the time, each as `2026-11-23`. */
function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  const end = Date.parse(`${to}:00Z`);
  for (let at = Date.parse(`${from.slice(0, 10)}T00:00Z`); at < end; at += DAY)
    days.push(new Date(at).toISOString().slice(0, 10));
  return from < to ? days : [];
}

/** Sort keys begin with the hour: what starts with `to` itself sorts behind it. */
async function dayItems(
  { client, name }: Table,
  day: string,
  from: string,
  to: string,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const page of paginateQuery({ client }, dayQuery(name, day, from, to)))
    items.push(...(page.Items ?? []));
  return items;
}

function dayQuery(name: string, day: string, from: string, to: string) {
  return {
    TableName: name,
    KeyConditionExpression: 'pk = :day AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: {
      ':day': { S: dayKey(day) },
      ':from': { S: from },
      ':to': { S: to },
    },
  };
}
