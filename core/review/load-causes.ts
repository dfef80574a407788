// grouped → [review]: a page of groups.
import { Failure } from '../failure';
import {
  type GroupRecord,
  type Groups,
  type Page,
  sortableTime,
  type StoredGroup,
} from '../group/stored';
import { type GroupState, STATES } from '../group/transitions';
import { rowOf } from './cause-row';
import { matches } from './matches';
import type { CauseRow, Causes } from './models';
import { type CausesQuery, isFiltered, type Moment, statesOf, type TimeRange } from './query';

const PAGE_LENGTH = 50;
/** A filter looks at so many groups. */
const MOST_SEARCHED = 1_000;
/** DynamoDB gives so many items in one request. */
const STEP = 100;

type Seen = Pick<Groups, 'seen'>;

/**
 * Loads a page of groups by state, within a state the latest seen first. Throws a `Failure`
 * `PAGE_UNREADABLE` for a page that nobody gave as next, and what the groups throw.
 */
export async function loadCauses(
  groups: Seen,
  query: CausesQuery,
  { range, now }: Moment,
): Promise<Causes> {
  const asked = { query, range, now };
  return isFiltered(query.filter) ? filtered(groups, asked) : listed(groups, asked);
}

interface Asked extends Moment {
  readonly query: CausesQuery;
}

async function listed(groups: Seen, { query, range, now }: Asked): Promise<Causes> {
  const { state, page } = startOf(query);
  const states = statesOf(query.state);
  const records: GroupRecord[] = [];
  let next: string | null = null;
  let from = page;
  for (const each of states.slice(states.indexOf(state))) {
    const left = PAGE_LENGTH - records.length;
    if (left === 0) {
      if (!(await isAny(groups, each, range))) continue;
      next = `${each}#`;
      break;
    }
    const found: Page<StoredGroup> = await groups.seen({ state: each }, range, left, from);
    from = undefined;
    records.push(...found.items.map(({ record }) => record));
    if (found.next !== null) {
      next = `${each}#${found.next}`;
      break;
    }
  }
  const rows = records.map((record) => rowOf(record, now));
  return { query, range, rows, next, totals: totalsOf(rows), searched: null, hasUnsearched: false };
}

async function isAny(groups: Seen, state: GroupState, range: TimeRange): Promise<boolean> {
  return (await groups.seen({ state }, range, 1)).items.length > 0;
}

function startOf({ state, page }: CausesQuery): {
  readonly state: GroupState;
  readonly page: string | undefined;
} {
  const states = statesOf(state);
  const [first = 'open'] = states;
  if (page === null) return { state: first, page: undefined };
  const [name = '', ...rest] = page.split('#');
  const of = states.find((each) => each === name);
  if (of === undefined) throw unreadable(page);
  return { state: of, page: rest.join('#') || undefined };
}

async function filtered(groups: Seen, { query, range, now }: Asked): Promise<Causes> {
  const { records, hasMore } = await searched(groups, query, range);
  const matching = records.filter((record) => matches(record, query.filter));
  const start = offsetOf(query.page);
  const rows = inOrder(matching, statesOf(query.state)).map((record) => rowOf(record, now));
  return {
    query,
    range,
    rows: rows.slice(start, start + PAGE_LENGTH),
    next: start + PAGE_LENGTH < rows.length ? `o${start + PAGE_LENGTH}` : null,
    totals: totalsOf(rows),
    searched: records.length,
    hasUnsearched: hasMore,
  };
}

function offsetOf(page: string | null): number {
  if (page === null) return 0;
  if (!/^o\d{1,4}$/.test(page)) throw unreadable(page);
  return Number(page.slice(1));
}

interface Searched {
  readonly records: readonly GroupRecord[];
  readonly hasMore: boolean;
}

/** A principal that is given whole has an index of its own, which finds also what lies beyond the rest. */
async function searched(groups: Seen, query: CausesQuery, range: TimeRange): Promise<Searched> {
  const { principal } = query.filter;
  const own = principal === '' ? NONE : await upTo(MOST_SEARCHED, groups, { principal }, range);
  const found = new Map(own.records.map((record) => [record.group.fingerprint, record]));
  let left = MOST_SEARCHED;
  let hasMore = own.hasMore;
  for (const state of statesOf(query.state)) {
    const some = await upTo(left, groups, { state }, range);
    for (const record of some.records) found.set(record.group.fingerprint, record);
    left -= some.records.length;
    hasMore ||= some.hasMore;
    if (some.hasMore) break;
  }
  return { records: [...found.values()], hasMore };
}

const NONE: Searched = { records: [], hasMore: false };

/** Those of the states, state after state, the latest seen first. */
function inOrder(
  records: readonly GroupRecord[],
  states: readonly GroupState[],
): readonly GroupRecord[] {
  const seen = ({ group }: GroupRecord) => sortableTime(group.lastSeen);
  return states.flatMap((state) =>
    records
      .filter(({ group }) => group.state === state)
      .toSorted((one, other) => (seen(one) > seen(other) ? -1 : 1)),
  );
}

/** Loads groups until there are so many; says whether more exist. */
async function upTo(
  most: number,
  groups: Seen,
  of: Parameters<Groups['seen']>[0],
  range: TimeRange,
): Promise<Searched> {
  const records: GroupRecord[] = [];
  let page: string | undefined;
  do {
    // One more than wanted tells whether more exist.
    const wanted = Math.min(STEP, most - records.length + 1);
    const found: Page<StoredGroup> = await groups.seen(of, range, wanted, page);
    records.push(...found.items.map(({ record }) => record));
    if (records.length > most) return { records: records.slice(0, most), hasMore: true };
    page = found.next ?? undefined;
  } while (page !== undefined);
  return { records, hasMore: false };
}

/** Loads groups of every state, at most so many of each. */
export async function ofEveryState(
  most: number,
  groups: Seen,
  range: TimeRange,
): Promise<Searched> {
  const each = await Promise.all(STATES.map((state) => upTo(most, groups, { state }, range)));
  return {
    records: each.flatMap(({ records }) => records),
    hasMore: each.some(({ hasMore }) => hasMore),
  };
}

function totalsOf(rows: readonly CauseRow[]): Causes['totals'] {
  const sum = (field: 'count' | 'heldBack') => rows.reduce((total, row) => total + row[field], 0);
  return { causes: rows.length, denials: sum('count'), heldBack: sum('heldBack') };
}

function unreadable(page: string): Failure {
  return new Failure(
    'PAGE_UNREADABLE',
    `there is no page ${JSON.stringify(page)} of this list; allowed is what the page before gives as next`,
  );
}
