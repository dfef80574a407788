// The digest: when it leaves, to whom, and what stands in it.
import { digestEmailMessage } from '../../../core/alert/messages';
import { memoryGroups } from '../../../adapters/memory-groups';
import { onMute } from '../../../core/group/move';
import type { Groups } from '../../../core/group/stored';
import { ANNA, at } from '../group/group';
import { itemOf, itemsOf, manyOf } from './denials';
import { World, type WorldOptions } from './world';

/** The first denial comes at 09:14 UTC, and the digest at 11. */
const EVERY_DAY = { settings: { digest: { hour: 11, timeZone: 'UTC' } } } as const;
const DUE = 110;
const DAY = 24 * 60;

const facesOf = ({ digests }: World) => digests.map(({ face }) => face);

async function deniedWorld(options: WorldOptions = {}): Promise<World> {
  const world = new World({ ...EVERY_DAY, ...options });
  await world.handle(itemsOf(manyOf(12)));
  await world.handle(itemsOf(manyOf(3, { id: 'other', role: 'other' })));
  return world;
}

describe('the digest', () => {
  it('waits for its hour, leaves once, and again the next day', async () => {
    const world = await deniedWorld();
    await world.pass(100);
    expect(world.digests).toEqual([]);
    await world.pass(60);
    expect(facesOf(world)).toEqual(['email']);
    world.minute = DUE + DAY - 20;
    await world.handle([itemOf({ id: 'next day', time: at(world.minute) })]);
    await world.pass(10);
    expect(world.digests).toHaveLength(1);
    await world.pass(60);
    expect(world.digests).toHaveLength(2);
  });

  it('is silent where there is nothing to say, and says nothing late', async () => {
    const world = new World(EVERY_DAY);
    await world.pass(DUE + 10);
    await world.handle([itemOf({ time: at(world.minute) })]);
    await world.pass(60);
    expect(world.digests).toEqual([]);
  });

  it('is not made where nobody asked for it', async () => {
    const world = await deniedWorld({ settings: { digest: null } });
    await world.pass(DUE + 60);
    expect(world.digests).toEqual([]);
  });

  it('leaves for each face that has one, and again only for the one that failed', async () => {
    const world = await deniedWorld({ faces: ['email', 'chat', 'sms', 'event'] });
    world.broken.add('chat');
    await world.pass(DUE + 5);
    expect(facesOf(world)).toEqual(['email']);
    expect(world.warnings).toContain(
      'the digest could not be sent as chat; the next sweep tries again',
    );
    world.broken.clear();
    await world.pass(60);
    expect(facesOf(world)).toEqual(['email', 'chat']);
  });

  it('tells of its causes with their counts, explanations and attributes', async () => {
    const world = await deniedWorld();
    await world.act((group) =>
      group.count === 3 ? onMute(group, { forever: true }, ANNA, at(1)) : group,
    );
    await world.pass(DUE);
    const [{ message } = { message: null }] = world.digests;
    if (message === null) throw new Error('no digest');
    const { digest, explanations } = message;
    expect(digest.total).toEqual({ count: 15, before: 0 });
    expect(digest.quiet).toEqual({ causes: 1, denials: 3 });
    expect(digest.new.lines).toMatchObject([{ count: 12, before: 0, heldBack: 0 }]);
    const [line] = digest.new.lines;
    expect([...explanations.keys()]).toEqual([line?.fingerprint]);
    expect(digestEmailMessage(message, { privacy: 'full' }).attributes.principal).toEqual({
      DataType: 'String.Array',
      StringValue: '["ci-runner"]',
    });
  });

  it('compares with the day before', async () => {
    const world = await deniedWorld();
    await world.pass(DUE);
    world.minute = DUE + DAY - 60;
    await world.handle([itemOf({ id: 'next day', time: at(world.minute) })]);
    await world.pass(65);
    expect(world.digests[1]?.message.digest.total).toEqual({ count: 1, before: 15 });
    expect(world.digests[1]?.message.digest.new.lines).toEqual([]);
  });

  it('reads the groups page by page, and each page that there is', async () => {
    const memory = memoryGroups();
    const pages: (string | undefined)[] = [];
    const groups: Groups = {
      ...memory,
      list: async (page) => {
        pages.push(page);
        const { items } = await memory.list();
        const at = Number(page ?? 0);
        return { items: items.slice(at, at + 1), next: at === 0 ? '1' : null };
      },
    };
    const world = await deniedWorld({ groups });
    await world.pass(DUE);
    expect(pages).toEqual([undefined, '1']);
    expect(world.digests[0]?.message.digest.new.lines).toHaveLength(2);
  });

  it('tells of a cause whose explanation is damaged by its summary', async () => {
    const memory = memoryGroups();
    const world = await deniedWorld({ groups: { ...memory, readExplanation: async () => null } });
    await world.pass(DUE);
    expect(world.digests[0]?.message.digest.new.lines[0]?.summary).toContain('Role ci-runner');
  });

  it('is tried again where the table is out of reach', async () => {
    const world = await deniedWorld();
    world.around = (method, call) => {
      if (method === 'hours') throw new Error('no table');
      return call();
    };
    await world.pass(DUE);
    expect(world.warnings).toContain(
      'the digest could not be sent as email; the next sweep tries again',
    );
    world.around = (_method, call) => call();
    await world.pass(5);
    expect(facesOf(world)).toEqual(['email']);
  });
});
