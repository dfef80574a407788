// grouped → [table]: many groups, by what they wait for, by their latest change, or by state or principal.
// The indexes hold keys alone and the groups are read from the table, as what is pending must not be out
// of date; the index of states holds what is shown of its groups.
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import {
  type Groups,
  type Page,
  slotOf,
  sortableTime,
  type StoredGroup,
} from '../../core/group/stored';
import { isStill } from '../../core/group/listed';
import { changedAt, waitsUntil } from '../../core/group/waits';
import { readAll } from './batches';
import { storedGroup } from './group-items';
import {
  CHANGED_INDEX,
  DUE_INDEX,
  fingerprintIn,
  GROUP,
  groupKey,
  PRINCIPAL_INDEX,
  principalPart,
  STATE_INDEX,
} from './keys';
import type { Item, Table } from './table';
import { Failure } from '../../core/failure';

const PAGE_LENGTH = 25;

/** Lists groups. */
export function groupLists(table: Table): Pick<Groups, 'due' | 'list' | 'seen'> {
  return {
    seen: (of, range, limit, page) => seen(table, { of, range, limit, page }),
    due: (now, limit) => due(table, sortableTime(now), limit),
    list: (page) => list(table, page),
  };
}

async function due(table: Table, now: string, limit: number): Promise<readonly StoredGroup[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: DUE_INDEX,
      KeyConditionExpression: 'sk = :group AND dueAt <= :now',
      ExpressionAttributeValues: { ':group': { S: GROUP }, ':now': { S: now } },
      Limit: limit,
    }),
  );
  const groups = await groupsOf(table, Items);
  // The index is behind the table for a moment.
  const waiting = groups.map((stored) => ({ stored, until: waitsUntil(stored.record) }));
  return waiting
    .flatMap(({ stored, until }) => (until !== null && until <= now ? [{ stored, until }] : []))
    .toSorted((one, other) => (one.until < other.until ? -1 : 1))
    .map(({ stored }) => stored);
}

async function list(table: Table, page: string | undefined): Promise<Page<StoredGroup>> {
  const { Items = [], LastEvaluatedKey: last } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: CHANGED_INDEX,
      KeyConditionExpression: 'sk = :group',
      ExpressionAttributeValues: { ':group': { S: GROUP } },
      ScanIndexForward: false,
      Limit: PAGE_LENGTH,
      ...(page === undefined ? {} : { ExclusiveStartKey: startOf(page, 'changedHour') }),
    }),
  );
  const groups = await groupsOf(table, Items);
  const items = groups.toSorted((one, other) =>
    changedAt(one.record) > changedAt(other.record) ? -1 : 1,
  );
  return { items, next: last === undefined ? null : pageAfter(last, 'changedHour') };
}

interface Seen {
  readonly of: Parameters<Groups['seen']>[0];
  readonly range: Parameters<Groups['seen']>[1];
  readonly limit: number;
  readonly page: string | undefined;
}

async function seen(table: Table, { of, range, limit, page }: Seen): Promise<Page<StoredGroup>> {
  const key = seenBy(of);
  const [from, to] = [slotOf(range.from, 'hour'), slotOf(range.to, 'hour')];
  const start = page === undefined ? null : startOf(page, 'seenHour');
  const after = start?.['seenHour']?.S ?? to;
  // A page that was kept might begin before the time that is asked for now; DynamoDB refuses such a start.
  if (key === null || from > to || after < from) return { items: [], next: null };
  const { Items = [], LastEvaluatedKey: last } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: key.index,
      KeyConditionExpression: '#key = :key AND seenHour BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#key': key.index },
      ExpressionAttributeValues: {
        ':key': { S: key.value },
        ':from': { S: from },
        ':to': { S: to },
      },
      ScanIndexForward: false,
      Limit: limit,
      ...(start === null || after > to
        ? {}
        : { ExclusiveStartKey: { ...start, [key.index]: { S: key.value } } }),
    }),
  );
  const isWhole = key.index === STATE_INDEX;
  const groups = isWhole ? readable(table, Items) : await groupsOf(table, Items);
  const items = groups
    // The index is behind the table for a moment.
    .filter(({ record }) => isStill(record, of))
    .toSorted((one, other) => (lastSeen(one) > lastSeen(other) ? -1 : 1));
  return { items, next: last === undefined ? null : pageAfter(last, 'seenHour') };
}

function seenBy(of: Seen['of']) {
  if ('state' in of) return { index: STATE_INDEX, value: of.state };
  const value = principalPart(of.principal);
  return value === null ? null : { index: PRINCIPAL_INDEX, value };
}

function lastSeen({ record }: StoredGroup): string {
  return sortableTime(record.group.lastSeen);
}

async function groupsOf(table: Table, found: readonly Item[]): Promise<readonly StoredGroup[]> {
  const keys = found.flatMap(({ pk, sk }) => (pk && sk ? [{ pk, sk }] : []));
  return readable(table, await readAll(table, keys));
}

function readable(table: Table, items: readonly Item[]): readonly StoredGroup[] {
  return items.flatMap((item) => {
    try {
      return storedGroup(item);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // One broken item must not keep all others from being told.
      table.onUnreadable(error);
      return [];
    }
  });
}

type Hour = 'changedHour' | 'seenHour';

function pageAfter(last: Item, by: Hour): string {
  return `${last[by]?.S}#${fingerprintIn(last['pk']?.S ?? '')}`;
}

function startOf(page: string, by: Hour): Item {
  const [, hour, fingerprint] = /^(\d{4}-\d\d-\d\dT\d\d)#(.+)$/s.exec(page) ?? [];
  if (hour !== undefined && fingerprint !== undefined)
    return { ...groupKey(fingerprint), [by]: { S: hour } };
  throw new Failure(
    'PAGE_UNREADABLE',
    `there is no page ${JSON.stringify(page)} of groups; allowed is what the page before gives as next`,
  );
}
