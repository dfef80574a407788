import { memoryGroups } from '../../../adapters/memory-groups';
import { groupArrivals } from '../../../core/batch/group-arrivals';
import { readItems } from '../../../core/batch/read-items';
import { Failure } from '../../../core/failure';
import { ENCODED, itemOf, itemsOf, manyOf, recordOf } from './denials';
import { type Around, OUT, World } from './world';

/** The table is out of reach for one method, as far as the group's key has this in it. */
const failing =
  (method: string, key = ''): Around =>
  (called, call, of) => {
    if (called === method && of.includes(key)) throw new Error(`${method} fails`);
    return call();
  };

const failedIds = ({ failed }: { readonly failed: readonly { readonly itemId: string }[] }) =>
  failed.map(({ itemId }) => itemId);

describe('items that are no denials', () => {
  it.each(['', 'not JSON', '{}', '{"Records":[]}', 'null', '[]'])(
    'fail alone where they are no event: %j',
    async (body) => {
      const world = new World();
      const result = await world.handle([{ id: 'poison', body }, itemOf()]);
      expect(failedIds(result)).toEqual(['poison']);
      expect(result.failed[0]?.error).toBeInstanceOf(Failure);
      expect(String(result.failed[0]?.error)).toContain('the item is not a CloudTrail event: "');
      expect(world.told()).toEqual(['new 1+0']);
    },
  );

  it('are quoted by their beginning', async () => {
    const { failed } = await new World().handle([{ id: 'poison', body: 'x'.repeat(5_000) }]);
    expect(String(failed[0]?.error).length).toBeLessThan(500);
  });

  it('fail alone where a denied event has no eventID', async () => {
    const world = new World();
    const body = JSON.stringify([recordOf(), { ...recordOf(), eventID: null }]);
    const result = await world.handle([{ id: 'poison', body }, itemOf({ id: 'e-2' })]);
    expect(result.failed).toMatchObject([
      { itemId: 'poison', error: { code: 'NOT_A_RECORD', message: /has no eventID/ } },
    ]);
    expect(result.outcomes.map(({ eventId }) => eventId)).toEqual(['e-2']);
  });

  it('are ignored where they are other events, whether or not they carry an id', async () => {
    const world = new World();
    const dry = itemOf({ errorCode: 'Client.DryRunOperation' });
    const fine = {
      id: 'fine',
      body: JSON.stringify({ ...recordOf(), eventID: null, errorCode: null }),
    };
    const { outcomes, ignored, failed } = await world.handle([dry, fine]);
    expect(ignored.map(({ eventID, errorCode }) => [eventID, errorCode])).toEqual([
      ['e-1', 'Client.DryRunOperation'],
      [null, null],
    ]);
    expect([outcomes, failed, await world.records()]).toEqual([[], [], []]);
  });
});

describe('denials whose table is out of reach', () => {
  it.each(['read', 'write', 'addOccurrences', 'readExplanation', 'writeExplanation'])(
    'fail with the items of their group alone: %s',
    async (method) => {
      const world = new World({ around: failing(method, 'role/broken') });
      const result = await world.handle([
        itemOf({ id: 'e-1' }),
        itemOf({ id: 'e-2', role: 'broken' }),
        itemOf({ id: 'e-3' }, { id: 'e-4', role: 'broken' }),
        itemOf({ id: 'e-2', role: 'broken' }),
      ]);
      expect(failedIds(result)).toEqual(['item e-2', 'item e-3']);
      expect(result.outcomes.map(({ eventId }) => eventId)).toEqual(['e-1', 'e-3']);
      expect((await world.record()).group.count).toBe(2);
      world.around = (_method, call) => call();
      await world.handle([
        itemOf({ id: 'e-2', role: 'broken' }),
        itemOf({ id: 'e-4', role: 'broken' }),
      ]);
      expect(world.told()).toEqual(['new 1+0', 'new 1+0']);
    },
  );

  it('fail where others change the group again and again', async () => {
    const groups = { ...memoryGroups(), write: async () => false };
    const { failed } = await new World({ groups }).handle([itemOf()]);
    expect(failed).toMatchObject([{ itemId: 'item e-1', error: { code: 'GROUP_BUSY' } }]);
  });

  it('are counted where only the count of their hour or the budget is out of reach', async () => {
    const world = new World({ around: failing('addToHour') });
    expect((await world.handle([itemOf()])).failed).toEqual([]);
    expect(world.warnings).toEqual(['denials could not be added to the count of their hour']);
    world.around = failing('takeFromBudget');
    expect((await world.handle([itemOf({ id: 'e-2', role: 'other' })])).failed).toEqual([]);
    expect(world.told()).toEqual(['new 1+0']);
    await world.pass(5);
    expect(world.told()).toEqual(['new 1+0']);
    expect(world.warnings.slice(1)).toEqual([
      'the budget of alerts could not be asked; the sweep sends the alert',
      'the budget of alerts could not be asked; the next sweep tries again',
    ]);
    world.around = (_method, call) => call();
    await world.pass(5);
    expect(world.told()).toEqual(['new 1+0', 'new 1+0']);
  });
});

describe('denials', () => {
  it('of one cause are one group; the first is told of, and the others are held back', async () => {
    const world = new World();
    const { outcomes } = await world.handle(
      itemsOf(manyOf(3).map((one, index) => ({ ...one, session: `build-${index}` }))),
    );
    expect(outcomes.map(({ kind, eventId, region }) => [kind, eventId, region])).toEqual([
      ['alerted', 'e-0', 'eu-west-1'],
      ['held-back', 'e-1', 'eu-west-1'],
      ['held-back', 'e-2', 'eu-west-1'],
    ]);
    const { group, shown } = await world.record();
    expect(group.count).toBe(3);
    expect(shown).toMatchObject({
      account: '111122223333',
      principal: 'role/ci-runner',
      action: 'iam:PassRole',
      regions: ['eu-west-1'],
      sessions: ['build-0', 'build-1', 'build-2'],
    });
    expect((await world.stored.occurrences(group.fingerprint)).items).toHaveLength(3);
  });

  it('without a time count in the hour in which they came', async () => {
    const world = new World();
    await world.handle([itemOf({ time: null })]);
    const { group } = await world.record();
    expect([group.firstSeen, group.lastSeen]).toEqual([world.ports.now(), world.ports.now()]);
    expect([...(await world.stored.hours('2026-11-20T09', '2026-11-20T10')).values()]).toEqual([1]);
  });

  it('of an older form without a sentence are grouped by what STS decodes', async () => {
    const world = new World();
    await world.handle(itemsOf(manyOf(2, { isBare: true })));
    const { group } = await world.record();
    expect(group).toMatchObject({
      fingerprint: 'v1:111122223333:role/ci-runner:iam:PassRole:role/web-profile:explicit-deny:-:-',
      count: 2,
    });
    expect(world.sentBy()[0]?.alerts[0]?.explanation.fingerprint).toBe(group.fingerprint);
  });

  it('of that form are grouped by what was requested where STS is out of reach', async () => {
    const world = new World();
    world.sts = OUT;
    await world.handle([
      itemOf({ isBare: true }),
      itemOf({ id: 'e-2', isBare: true, encoded: '' }),
    ]);
    expect((await world.record()).group).toMatchObject({
      fingerprint: 'v1:111122223333:role/ci-runner:ec2:RunInstances:-:undetermined:-:-',
      count: 2,
    });
  });

  it('that are expected are counted and never told of', async () => {
    const settings = { ignoredPrincipals: ['role/expected-*'], ignoredActions: ['iam:Get*'] };
    const world = new World({ settings });
    for (let batch = 0; batch < 30; batch += 1)
      await world.handle(itemsOf(manyOf(10, { id: `e-${batch}`, role: 'expected-1' })));
    await world.pass(120);
    expect((await world.record()).group).toMatchObject({ state: 'ignored', count: 300 });
    expect(world.sent).toEqual([]);
    const byAction = new World({ settings: { ignoredActions: ['IAM:pass*'] } });
    await byAction.handle([itemOf()]);
    expect((await byAction.record()).group.state).toBe('ignored');
    expect(byAction.sent).toEqual([]);
  });

  it('ask STS with the whole message, in the account and the Region of the event', async () => {
    const world = new World();
    const asked: unknown[] = [];
    const { decode } = world.ports;
    const ports = {
      ...world.ports,
      decode: async (...given: Parameters<typeof decode>) => {
        asked.push(given);
        return decode(...given);
      },
    };
    const items = [itemOf({ isBare: true, region: 'eu-north-1' })];
    await groupArrivals(readItems(items, null).denials, ports);
    expect(asked).toEqual([[ENCODED, { account: '111122223333', region: 'eu-north-1' }]]);
  });
});
