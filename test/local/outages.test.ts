// Services that are out of reach for an hour, and more causes at once than people want to read.
import { groupCode } from '../../core/alert/group-name';
import type { Mail } from '../../local/mail';
import { type Local, startLocal } from '../../local/start-local';
import type { FaultPlan } from '../../local/wire/fault';
import { decodableEvent, type DeniedLaunch, denialEvent, fingerprintOfRole } from './denials';
import { deployed, receivedBy, timesOf, WITH_CHAT } from './deployed';
import { groupsIn, sweepOut } from './stored';
import { THOROUGH } from './thorough';

jest.setTimeout(120_000);

let local: Local;
afterEach(async () => {
  expect(await local.deadLetters()).toEqual([]);
  expect(local.failures()).toEqual([]);
  await local.stop();
});

/** Starts the stack at ten o'clock. */
async function start(context: object, environment: Readonly<Record<string, string>>) {
  const stack = await deployed({ ...WITH_CHAT, ...context });
  local = await startLocal(stack, { environment: { DIGEST: 'off', ...environment } });
  local.setClock('2026-11-20T10:00:00Z');
}

async function deny(...all: readonly Omit<DeniedLaunch, 'eventId'>[]): Promise<void> {
  for (const [at, denied] of all.entries())
    await local.enqueue(
      JSON.stringify(denialEvent({ eventId: `${denied.role}-${denied.passed}-${at}`, ...denied })),
    );
  await local.settle();
}

/** Each takes seconds, since clients try again before they give up. */
const STEPS_OF_AN_HOUR = THOROUGH ? 12 : 2;

/** Lets an hour go by in steps of the schedule. */
async function sweepForAnHour(): Promise<void> {
  for (let step = 0; step < STEPS_OF_AN_HOUR; step += 1) {
    local.advance(60 / STEPS_OF_AN_HOUR);
    await local.sweep();
  }
}

const refusing =
  (prefix: string): FaultPlan =>
  ({ action }) =>
    action.startsWith(prefix) ? 'refused' : null;

describe('STS that is out of reach for an hour', () => {
  const ROLE = 'role-undecoded';
  const FINGERPRINT = fingerprintOfRole(ROLE);

  async function explanation() {
    const record = (await groupsIn(local).read(FINGERPRINT))?.record;
    const shape = record?.shown.shapes.at(-1) ?? '';
    const stored = await groupsIn(local).readExplanation(FINGERPRINT, shape);
    return {
      count: record?.group.count,
      isDecoded: stored?.isDecoded,
      status: stored?.explanation.encodedMessage.status,
      refineAfter: record?.refineAfter,
    };
  }

  const put = (eventId: string) => local.put(decodableEvent(local, { eventId, role: ROLE }));

  test('keeps no alert back, and the sweep explains again when it is there', async () => {
    await start({}, {});
    let calls = 0;
    // First it throttles, then it breaks.
    local.fault(({ action }) => {
      if (!action.startsWith('sts:')) return null;
      return (calls += 1) > 6 ? 'refused' : 'throttled';
    });
    await put('first');
    await local.settle();
    expect(timesOf(`Role ${ROLE} may not`, await receivedBy(local))).toEqual({
      email: 1,
      chat: 1,
      event: 1,
    });
    await sweepForAnHour();
    await put('second');
    await local.settle();
    expect(await explanation()).toMatchObject({ count: 2, isDecoded: false, status: 'offline' });
    local.fault(null);
    await sweepOut(local);
    expect(await explanation()).toEqual({
      count: 2,
      isDecoded: true,
      status: 'decoded',
      refineAfter: null,
    });
    expect(await local.mails()).toHaveLength(1);
  });
});

describe('SNS that is out of reach for an hour', () => {
  test('gets every alert when it is there, once, without another denial', async () => {
    await start({}, {});
    const roles = ['role-one', 'role-two'];
    local.fault(refusing('sns:'));
    await deny(...roles.map((role) => ({ role })));
    await sweepForAnHour();
    expect(await receivedBy(local)).toMatchObject({ email: [], chat: [] });
    local.fault(null);
    await sweepOut(local);
    const received = await receivedBy(local);
    for (const role of roles)
      expect(timesOf(`Role ${role} may not`, received)).toEqual({ email: 1, chat: 1, event: 1 });
  });
});

const NUMBER = THOROUGH ? 500 : 40;

describe(`${NUMBER} causes in one minute`, () => {
  const CAUSES = Array.from({ length: NUMBER }, (_, at) => `role-${at}`);
  const A_BATCH = 10;
  const SWEEPS = ['05', '10', '15', '20', '25'].map((minute) => `2026-11-20T10:${minute}:00Z`);

  /** The e-mails of each step; none is longer than a minute of the functions' clock. */
  const steps: Mail[][] = [];
  let seen = 0;

  async function step(work: () => Promise<void>): Promise<void> {
    await work();
    const mails = await local.mails();
    steps.push(mails.slice(seen));
    seen = mails.length;
  }

  const isDone = async (time: string) => (await groupsIn(local).due(time, 1)).length === 0;

  test('make at most twenty e-mails in a minute, and one of them names each', async () => {
    await start({ alertsPerMinute: 20 }, { SIMULATE: 'false' });
    await step(async () => {
      for (let at = 0; at < CAUSES.length; at += A_BATCH) {
        // Batches are spread over the minute, however long the machine takes.
        const second = String(Math.floor((at / CAUSES.length) * 58)).padStart(2, '0');
        local.setClock(`2026-11-20T10:00:${second}Z`);
        await deny(...CAUSES.slice(at, at + A_BATCH).map((role) => ({ role })));
      }
    });
    for (const time of SWEEPS) {
      local.setClock(time);
      await step(() => local.sweep());
      if (await isDone(time)) break;
    }
    for (const mails of steps) expect(mails.length).toBeLessThanOrEqual(20);
    expect(steps[0]?.length).toBeGreaterThan(0);
    const texts = steps.flat().map(({ text }) => text);
    const codes = CAUSES.map((role) => groupCode(fingerprintOfRole(role)));
    const naming = codes.map((code) => texts.filter((text) => text.includes(code)).length);
    expect(naming).toEqual(codes.map(() => 1));
    expect(local.busEvents()).toHaveLength(CAUSES.length);
  });
});

describe('a team that asked for its own role alone', () => {
  const TEAM = 'team@example.com';
  const subscriptions = [
    { protocol: 'email', endpoint: TEAM, filter: { principal: ['role-team'] } },
  ];

  test('receives alerts and folded ones about it, and no others', async () => {
    // One alert leaves at once, and what else is denied in the minute is folded.
    await start({ subscriptions, alertsPerMinute: 1 }, { SIMULATE: 'false' });
    await deny({ role: 'role-a' }, { role: 'role-b' }, { role: 'role-c' });
    local.advance(5);
    await local.sweep();
    expect(await local.received(TEAM)).toEqual([]);
    local.advance(5);
    await deny({ role: 'role-team' });
    local.advance(5);
    await deny({ role: 'role-d' }, { role: 'role-team', passed: 'other' }, { role: 'role-e' });
    local.advance(5);
    await local.sweep();
    const received = await local.received(TEAM);
    expect(received.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Role role-team may not pass role web-profile'),
      expect.stringMatching(/^2 new causes of denied launches/),
    ]);
    expect(received[1]?.text).toContain(groupCode(fingerprintOfRole('role-team', 'other')));
    expect(await local.received('all@example.com')).toHaveLength(5);
  });
});
