// Events that come twice are counted once in the end.
import { onMute } from '../../../core/group/move';
import { ANNA, at } from '../group/group';
import { itemOf, itemsOf, manyOf } from './denials';
import { World } from './world';

const countOf = async (world: World) => (await world.record()).group.count;

const counted = async (world: World) => {
  await world.handle([itemOf()]);
  await world.handle([itemOf()]);
  expect(await countOf(world)).toBe(2);
  return world;
};

describe('the same event', () => {
  it('twice in a batch is counted once', async () => {
    const world = new World();
    await world.handle([itemOf(), itemOf({}, { id: 'e-2' }, {})]);
    expect(await countOf(world)).toBe(2);
  });

  it('in two batches is counted once when 30 minutes have passed', async () => {
    const world = await counted(new World());
    await world.pass(25);
    expect(await countOf(world)).toBe(2);
    await world.pass(5);
    expect((await world.record()).group).toMatchObject({ count: 1, alertedAtCount: 1 });
    expect((await world.record()).recountAfter).toBeNull();
    expect(world.told()).toEqual(['new 1+0']);
  });

  it('in a batch that is delivered again because of another denial in it, too', async () => {
    const world = new World();
    const items = [itemOf({ id: 'e-1' }, { id: 'e-2', role: 'broken' }), itemOf({ id: 'e-3' })];
    world.around = (method, call, of) => {
      if (method === 'write' && of.includes('role/broken')) throw new Error('no write');
      return call();
    };
    const { failed } = await world.handle(items);
    expect(failed.map(({ itemId }) => itemId)).toEqual(['item e-1']);
    world.around = (_method, call) => call();
    await world.handle(items.slice(0, 1));
    await world.pass(30);
    const counts = (await world.records()).map(({ group }) => [group.fingerprint, group.count]);
    expect(new Map(counts.map(([name, n]) => [String(name).split(':')[2], n]))).toEqual(
      new Map([
        ['role/ci-runner', 2],
        ['role/broken', 1],
      ]),
    );
  });

  it('that makes a threshold too early is told of as it was counted, and no more after that', async () => {
    const world = new World();
    await world.handle(itemsOf(manyOf(6)));
    world.minute = 61;
    await world.handle(itemsOf(manyOf(6)));
    expect(world.told()).toEqual(['new 1+0', 'repeated 12+11']);
    await world.pass(60);
    expect((await world.record()).group).toMatchObject({ count: 6, alertedAtCount: 6 });
    expect(world.told()).toHaveLength(2);
  });
});

describe('the recount', () => {
  it('waits until the group has been quiet for four minutes', async () => {
    const world = await counted(new World());
    world.minute = 28;
    await world.handle([itemOf({ id: 'e-2' })]);
    world.minute = 30;
    await world.sweep();
    expect(await countOf(world)).toBe(3);
    expect((await world.record()).recountAfter).toBe(at(40));
    world.minute = 40;
    await world.sweep();
    expect(await countOf(world)).toBe(2);
  });

  it('counts a muted group, too, which the sweep looks at for nothing else', async () => {
    const world = await counted(new World());
    await world.act((group) => onMute(group, { forever: true }, ANNA, at(0)));
    await world.pass(30);
    expect(await countOf(world)).toBe(1);
    expect(await world.sweep()).toEqual({ looked: 0, tried: 0 });
  });

  it('never shrinks the count of a group that is older than its denials get', async () => {
    const world = new World({ settings: { retentionDays: 2 } });
    await world.handle(itemsOf(manyOf(8)));
    world.minute = 24 * 60 - 1;
    await world.pass(1);
    const kept = await counted(new World({ settings: { retentionDays: 2 } }));
    kept.minute = 24 * 60;
    await kept.sweep();
    expect((await kept.record()).group.count).toBe(2);
    expect((await kept.record()).recountAfter).toBeNull();
  });

  it('is done again for denials that come after it', async () => {
    const world = await counted(new World());
    await world.pass(30);
    await world.handle([itemOf()]);
    expect(await countOf(world)).toBe(2);
    await world.pass(30);
    expect(await countOf(world)).toBe(1);
  });
});
