// Breaks the way of a denial off at each of its calls: core/batch/README.md says what must survive.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Local } from '../../local/start-local';
import type { AwsCall } from '../../local/wire/endpoint';
import { decodableEvent, fingerprintOfRole } from './denials';
import { deployed, groupsIn, receivedBy, startLanes, sweepOut, WITH_CHAT } from './deployed';
import { inLanes, nameOf, planOf, type Point, quickPoints, silentPoints } from './fault-points';
import { type Sent, sendsIn, toldUnder } from './told-under';

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
  lanes = await startLanes(await deployed(WITH_CHAT), LANES.quick + LANES.silent, {
    DIGEST: 'off',
  });
  const [first] = lanes;
  if (first === undefined) throw new Error('no stack was started');
  await denyTwice(first, 'role-without-fault');
  calls = [...first.calls()];
  sends = sendsIn(calls, first);
  const [quick, silent] = [quickPoints(calls), silentPoints(calls)];
  points = [...quick, ...silent];
  const played = await Promise.all([
    inLanes(lanes.slice(0, LANES.quick), quick, play),
    inLanes(lanes.slice(LANES.quick), silent, play),
  ]);
  outcomes = played.flat();
  await Promise.all(lanes.map(sweepToEnd));
});

afterAll(() => Promise.all(lanes.map((local) => local.stop())));

/** Silence is waited for, which leaves the machine to the others. */
const LANES = { quick: 2, silent: 4 } as const;

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

test('spike', async () => {
  console.log(calls.map(({ action }, i) => `${i} ${action}`).join('\n'), outcomes.length);
  console.log(outcomes.filter((o) => o.failed > 1));
  for (const local of lanes) console.log(local.failures().length, (await local.mails()).length, await local.deadLetters());
});
