// Many denials at once: what people hear of it, and what it costs.
import type { Simulate } from '../../../core/simulate/simulator';
import { at } from '../group/group';
import { itemsOf, manyOf } from './denials';
import { ANSWERS, OUT, toldBy, World } from './world';

const everyOther = (call: number) => (call % 2 === 0 ? ANSWERS(call) : OUT(call));

const allows: Simulate = async ({ resources }) => ({
  kind: 'decided',
  decisions: resources.map((resource) => ({
    resource,
    decision: 'allowed',
    allowedByOrganization: null,
    allowedByBoundary: null,
    policies: [],
    missingKeys: [],
  })),
});

const refuses: Simulate = async () => ({ kind: 'refused', because: 'throttled' });

/** Denials in batches of ten over some minutes. */
async function storm(world: World, denials: number, minutes: number, shapes = 1): Promise<void> {
  for (let from = 0; from < denials; from += 10) {
    const batch = manyOf(10, { id: `e-${from}` }).map((denial, index) => ({
      ...denial,
      instanceType: `m${(from + index) % shapes}.large`,
    }));
    const { failed } = await world.handle(itemsOf(batch));
    expect(failed).toEqual([]);
    world.minute += (minutes * 10) / denials;
  }
}

describe('a storm of one cause, while STS fails half the time', () => {
  it('is told of at once by one denial, and an hour later by all others', async () => {
    const world = new World({ simulate: allows });
    world.sts = everyOther;
    await storm(world, 10_000, 10);
    expect(world.told()).toEqual(['new 1+0']);
    expect(world.told('event')).toEqual(['new 1+0']);
    await world.pass(65);
    expect(world.told()).toEqual(['new 1+0', 'repeated 10000+9999']);
    const { group } = await world.record();
    expect(group).toMatchObject({ count: 10_000, alertedAtCount: 10_000, pending: null });
    await world.pass(120);
    expect(world.sent).toHaveLength(4);
    expect(world.calls.decode + world.calls.simulate).toBeLessThanOrEqual(20);
    expect(world.warnings).toEqual([]);
  });

  it('in fifty launch shapes asks STS and the simulator a hundred times', async () => {
    const world = new World({ simulate: refuses });
    world.sts = everyOther;
    await storm(world, 10_000, 4, 50);
    expect(world.calls.decode + world.calls.simulate).toBeLessThanOrEqual(100);
    expect(await world.records()).toHaveLength(1);
    expect((await world.record()).shown.shapes).toHaveLength(50);
    expect(world.told()).toEqual(['new 1+0']);
  });
});

describe('50 causes at once in each of three accounts of a hub', () => {
  const bodyIn = (account: string, body: string) => body.replaceAll('111122223333', account);
  const items = ['111122223333', '444455556666', '777788889999'].flatMap((account) =>
    itemsOf(
      Array.from({ length: 50 }, (_, at) => ({ id: `e-${account}-${at}`, role: `role-${at}` })),
    ).map(({ id, body }) => ({ id: `${account} ${id}`, body: bodyIn(account, body) })),
  );

  /** The accounts of each message of many causes. */
  async function foldedIn(options: ConstructorParameters<typeof World>[0]) {
    const world = new World({ ...options, faces: ['email'] });
    await world.handle(items);
    await world.sweep();
    const accounts = world
      .sentBy()
      .filter(({ alerts }) => alerts.length > 1)
      .map(({ alerts }) => [
        ...new Set(alerts.map(({ explanation }) => explanation.event?.account)),
      ]);
    return { world, accounts };
  }

  it('are folded account by account: no message tells one of the others', async () => {
    const { world, accounts } = await foldedIn({ isHub: true });
    expect(accounts).toHaveLength(3);
    expect(accounts.every((each) => each.length === 1)).toBe(true);
    await world.pass(30);
    const told = world.sentBy().flatMap(({ alerts }) => alerts);
    expect(new Set(told.map(({ fingerprint }) => fingerprint)).size).toBe(150);
    expect(told).toHaveLength(150);
  });

  it('wait for the next sweep where there are more accounts than messages', async () => {
    const { world } = await foldedIn({ isHub: true, settings: { alertsPerMinute: 2 } });
    expect(await waiting(world)).toBeGreaterThan(0);
    await world.pass(30);
    expect(await waiting(world)).toBe(0);
  });

  it('are folded into one where the stack is no hub', async () => {
    const { accounts } = await foldedIn({});
    expect(accounts.map((each) => each.length)).toEqual([3]);
  });
});

async function waiting(world: World): Promise<number> {
  return (await world.records()).filter(({ group }) => group.pending !== null).length;
}

/** The most e-mails of one second. */
function mostAtOnce(world: World): number {
  const minutes = world.sentBy().map(({ minute }) => minute);
  return Math.max(...minutes.map((at) => minutes.filter((minute) => minute === at).length));
}

describe('500 causes in one minute', () => {
  it('reach people within the budget, each in exactly one message', async () => {
    const world = new World();
    const causes = Array.from({ length: 500 }, (_, index) => ({
      id: `e-${index}`,
      role: `role-${index}`,
    }));
    for (let from = 0; from < causes.length; from += 10) {
      await world.handle(itemsOf(causes.slice(from, from + 10)));
      world.minute += 1 / 60;
    }
    expect(world.sentBy().length).toBeGreaterThan(0);
    expect(mostAtOnce(world)).toBeLessThanOrEqual(4);
    world.minute = 1;
    await world.pass(30);
    for (const face of ['email', 'event'] as const) {
      const messages = world.sentBy(face);
      const told = messages.flatMap(({ alerts }) => alerts.map(({ fingerprint }) => fingerprint));
      expect(new Set(told).size).toBe(500);
      expect(told).toHaveLength(500);
      for (const { minute } of messages)
        expect(
          messages.filter((one) => Math.floor(one.minute) === Math.floor(minute)).length,
        ).toBeLessThanOrEqual(20);
    }
    expect((await world.records()).filter(({ group }) => group.pending !== null)).toEqual([]);
    expect(world.calls.pause).toBe(19);
  });

  it('that go on and on keep none of them from being told of by the next sweep', async () => {
    const world = new World();
    for (let minute = 0; minute < 30; minute += 1) {
      world.minute = minute;
      const causes = Array.from({ length: 50 }, (_, index) => ({
        id: `e-${minute}-${index}`,
        role: `role-${minute}-${index}`,
        time: at(minute),
      }));
      await world.handle(itemsOf(causes));
      if (minute % 5 === 4) await world.sweep();
    }
    expect((await world.records()).filter(({ group }) => group.pending !== null)).toEqual([]);
    const minutes = world.sentBy().map(({ minute }) => minute);
    for (const minute of minutes)
      expect(minutes.filter((one) => one === minute).length).toBeLessThanOrEqual(20);
  });

  it('beyond what one message lists wait for the next sweep', async () => {
    const world = new World({ settings: { alertsPerMinute: 1 } });
    const causes = Array.from({ length: 520 }, (_, index) => ({
      id: `e-${index}`,
      role: `role-${index}`,
    }));
    await world.handle(itemsOf(causes));
    expect(world.sentBy()).toHaveLength(1);
    world.minute += 5;
    expect(await world.sweep()).toEqual({ looked: 519, tried: 500 });
    world.minute += 5;
    expect(await world.sweep()).toEqual({ looked: 19, tried: 19 });
    expect(world.sentBy().map(({ alerts }) => alerts.length)).toEqual([1, 500, 19]);
    const all = world.sentBy().flatMap(({ alerts }) => alerts);
    expect(all.reduce((sum, alert) => sum + toldBy(alert), 0)).toBe(520);
  });
});
