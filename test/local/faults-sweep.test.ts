// Breaks a sweep off at each of its calls: it sends one alert, counts again and makes the digest.
import type { Local } from '../../local/start-local';
import type { AwsCall } from '../../local/wire/endpoint';
import { denialEvent, fingerprintOfRole } from './denials';
import {
  deployed,
  digestsIn,
  type Received,
  receivedBy,
  startLanes,
  timesOf,
  WITH_CHAT,
} from './deployed';
import {
  FAULTS_APART,
  inLanes,
  nameOf,
  planOf,
  type Point,
  pointsOf,
  someOf,
} from './fault-points';
import { emptyTable, groupsIn, sweepOut } from './stored';
import { THOROUGH } from './thorough';
import { type Sent, sendsIn, toldUnder } from './told-under';

jest.setTimeout(120_000);

/** What became of one cause whose sweep was broken off. */
interface Outcome {
  readonly point: string;
  /** The action that the fault befell. */
  readonly met: string | null;
  readonly local: Local;
  readonly role: string;
  /** What is stored of it. */
  readonly left: { readonly denials: number; readonly count: unknown; readonly pending: unknown };
}

/** Most of the time is spent waiting between tries, which leaves the machine to the others. */
const LANES = THOROUGH ? 8 : 2;

let lanes: readonly Local[] = [];
let calls: readonly AwsCall[];
let sends: readonly Sent[];
let points: readonly Point[];
let outcomes: readonly Outcome[];
const received = new Map<Local, Received>();

beforeAll(async () => {
  lanes = await startLanes(await deployed(WITH_CHAT), LANES, {
    DIGEST: '{"hour":8,"timeZone":"UTC"}',
  });
  const [first] = lanes;
  if (first === undefined) throw new Error('no stack was started');
  await decideUnsent(first, 'role-without-fault', 0);
  const before = first.calls().length;
  await first.sweep();
  calls = first.calls().slice(before);
  sends = sendsIn(calls, first);
  // The pages and days of one reading fail alike.
  const all = pointsOf(calls, FAULTS_APART).filter(
    ({ index }) => !isSame(calls[index], calls[index - 1]),
  );
  points = THOROUGH ? all : someOf(all, FAULTS_APART);
  outcomes = await inLanes(lanes, points, play);
  for (const local of lanes) received.set(local, await receivedBy(local));
});

afterAll(() => Promise.all(lanes.map((local) => local.stop())));

const isSame = (one: AwsCall | undefined, other: AwsCall | undefined): boolean =>
  one?.action === other?.action && one?.resource === other?.resource;

/** Room for more alerts than the budget of any minute has. */
const ALL = 1_000_000;

/**
 * A decision to alert that waits for the sweep, since the minute was full, and a denial that was
 * delivered twice; then the hour of the digest of a day.
 */
async function decideUnsent(local: Local, role: string, day: number): Promise<void> {
  const at = (time: string): string =>
    `${new Date(Date.UTC(2026, 10, 20 + day)).toISOString().slice(0, 'yyyy-mm-dd'.length)}T${time}Z`;
  await emptyTable(local);
  for (const minute of ['07:00:00', '07:01:00'])
    await groupsIn(local).takeFromBudget(at(minute), ALL, { perMinute: ALL, perSecond: ALL });
  local.setClock(at('07:00:10'));
  for (let deliveries = 0; deliveries < 2; deliveries += 1) {
    await local.put(denialEvent({ eventId: role, role, time: at('07:00:00') }));
    await local.settle();
  }
  local.setClock(at('08:00:00'));
}

async function play(local: Local, point: Point): Promise<Outcome> {
  const role = `role-${point.index}-${point.fault}`;
  await decideUnsent(local, role, points.indexOf(point) + 1);
  const { plan, met } = planOf(point);
  local.fault(plan);
  await local.sweep();
  local.fault(null);
  await sweepOut(local);
  const groups = groupsIn(local);
  const fingerprint = fingerprintOfRole(role);
  const { count, pending } = (await groups.read(fingerprint))?.record.group ?? {};
  const left = { denials: await groups.countOccurrences(fingerprint), count, pending };
  return { point: nameOf(point), met: met(), local, role, left };
}

/** What is left of each point, as `expected` says it should be; a difference names the point. */
function expectEach<T>(seen: (outcome: Outcome) => T, expected: (point: Point) => T): void {
  expect(Object.fromEntries(outcomes.map((outcome) => [outcome.point, seen(outcome)]))).toEqual(
    Object.fromEntries(points.map((point) => [nameOf(point), expected(point)])),
  );
}

test('the sweep sends to each face, counts, and makes a digest for those that have one', () => {
  expect(sends.map(({ face }) => face)).toEqual(['email', 'chat', 'event', 'email', 'chat']);
});

test('each fault befalls the call that it is meant for', () =>
  expectEach(
    ({ met }) => met,
    ({ action }) => action,
  ));

describe('wherever the sweep breaks off,', () => {
  const timesIn = ({ local, role }: Outcome, isDigest: boolean) => {
    const all = received.get(local);
    return all && timesOf(`Role ${role} may not`, digestsIn(all, isDigest));
  };

  test('the denial is stored once, its count becomes exact, and nothing waits', () =>
    expectEach(
      ({ left }) => left,
      () => ({ denials: 1, count: 1, pending: null }),
    ));

  test('the alert is told once to each face, and twice only where nobody could note it', () =>
    expectEach(
      (outcome) => timesIn(outcome, false),
      (point) => toldUnder(point, sends.slice(0, 3)),
    ));

  test('so is the digest', () =>
    expectEach(
      (outcome) => timesIn(outcome, true),
      (point) => {
        const [email, chat] = sends.slice(3).map((sent) => toldUnder(point, [sent]));
        return { email: email?.email, chat: chat?.chat, event: 0 };
      },
    ));
});
