// Breaks the way of a denial off at each of its calls: core/batch/README.md says what must survive.
import type { Local } from '../../local/start-local';
import type { AwsCall } from '../../local/wire/endpoint';
import { decodableEvent, fingerprintOfRole } from './denials';
import { deployed, type Received, receivedBy, startLanes, timesOf, WITH_CHAT } from './deployed';
import {
  EVERY_FAULT,
  inLanes,
  isLasting,
  nameOf,
  planOf,
  type Point,
  pointsOf,
  someOf,
} from './fault-points';
import { groupsIn, sweepOut } from './stored';
import { THOROUGH } from './thorough';
import { type Sent, sendsIn, toldUnder } from './told-under';
import { inRuns, rowOf, rowsOfDenialAndRepeat } from './way-table';

jest.setTimeout(120_000);

/** What became of one cause whose way was broken off. */
interface Outcome {
  readonly point: string;
  /** The action that the fault befell. */
  readonly met: string | null;
  readonly local: Local;
  readonly role: string;
  /** Items that the function gave back, and invocations that ended without an answer. */
  readonly failed: number;
}

let lanes: readonly Local[] = [];
let calls: readonly AwsCall[];
let sends: readonly Sent[];
let points: readonly Point[];
let outcomes: readonly Outcome[];

beforeAll(async () => {
  lanes = await startLanes(await deployed(WITH_CHAT), LANES, {
    DIGEST: 'off',
    // Else each process would read the table for it once in 15 minutes, here and there on the way.
    ACCOUNT_NAMES: '{"111122223333":"home"}',
  });
  const [first] = lanes;
  if (first === undefined) throw new Error('no stack was started');
  await denyTwice(first, 'role-without-fault');
  calls = [...first.calls()];
  sends = sendsIn(calls, first);
  const all = pointsOf(calls, EVERY_FAULT);
  points = THOROUGH ? all : someOf(all, EVERY_FAULT);
  outcomes = await inLanes(lanes, points, play);
  await Promise.all(lanes.map(sweepToEnd));
});

afterAll(() => Promise.all(lanes.map((local) => local.stop())));

/** Most of the time is spent waiting between tries, which leaves the machine to the others. */
const LANES = THOROUGH ? 8 : 2;

/** One denial of a new cause, then another of the same. */
async function denyTwice(local: Local, role: string): Promise<void> {
  for (const time of ['2026-11-20T09:14:03Z', '2026-11-20T09:15:03Z']) {
    await local.put(decodableEvent(local, { eventId: `${role}-${time}`, role, time }));
    await local.settle();
  }
}

const givenBack = (local: Local): number =>
  local.failures().length + (local.log().match(/"message":"item failed"/g) ?? []).length;

async function play(local: Local, point: Point): Promise<Outcome> {
  // Longer than IAM is left alone after a fault.
  local.advance(2);
  const before = givenBack(local);
  const role = `role-${point.index}-${point.fault}`;
  const { plan, met } = planOf(point);
  local.fault(plan);
  await denyTwice(local, role);
  local.fault(null);
  return { point: nameOf(point), met: met(), local, role, failed: givenBack(local) - before };
}

/** A recount is due half an hour after the first denial. */
async function sweepToEnd(local: Local): Promise<void> {
  local.advance(30);
  await sweepOut(local);
}

/** What is left of each point, as `expected` says it should be; a difference names the point. */
async function expectEach<T>(
  seen: (outcome: Outcome) => T | Promise<T>,
  expected: (point: Point) => T,
): Promise<void> {
  const all: Record<string, T> = {};
  for (const outcome of outcomes) all[outcome.point] = await seen(outcome);
  expect(all).toEqual(Object.fromEntries(points.map((point) => [nameOf(point), expected(point)])));
}

test('the table beside the code names the calls in their order', () => {
  const actions = rowsOfDenialAndRepeat().map(({ action }) => action);
  expect(inRuns(calls).map(({ action }) => action)).toEqual(actions);
});

test('each fault befalls the call that it is meant for', () =>
  expectEach(
    ({ met }) => met,
    ({ action }) => action,
  ));

describe('wherever the way breaks off,', () => {
  test('each denial is stored once', () =>
    expectEach(
      ({ local, role }) => groupsIn(local).countOccurrences(fingerprintOfRole(role)),
      () => 2,
    ));

  test('the count is exact after the sweep counted', () =>
    expectEach(
      async ({ local, role }) => {
        const stored = await groupsIn(local).read(fingerprintOfRole(role));
        return { count: stored?.record.group.count, pending: stored?.record.group.pending };
      },
      () => ({ count: 2, pending: null }),
    ));

  test('each face is told once, and twice only where nobody could note it', async () => {
    const received = new Map<Local, Received>();
    for (const local of lanes) received.set(local, await receivedBy(local));
    await expectEach(
      ({ local, role }) => timesOf(`Role ${role} may not`, received.get(local)),
      (point) => toldUnder(point, sends),
    );
  });

  test('the denial comes back where the table says so, once', () =>
    expectEach(
      ({ failed }) => failed,
      (point) => (comesBack(point) ? 1 : 0),
    ));

  test('no denial is a dead letter', async () => {
    for (const local of lanes) expect(await local.deadLetters()).toEqual([]);
  });
});

/** Whoever dies gives everything back. */
function comesBack({ index, fault }: Point): boolean {
  if (fault === 'killed-before' || fault === 'killed-after') return true;
  return isLasting(fault) && /^the items.* come back$/.test(rowOf(index, calls)?.failing ?? '');
}
