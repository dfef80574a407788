// Denials of the history: recorded once each, and nobody is told.
import { memoryGroups } from '../../../adapters/memory-groups';
import { rememberedExplanations } from '../../../core/batch/explanations';
import { knownEvents } from '../../../core/batch/known-events';
import { type PastResult, recordPast } from '../../../core/batch/record-past';
import type { Item } from '../../../core/batch/read-items';
import { onResolve } from '../../../core/group/move';
import { heldBackOf } from '../../../core/group/state';
import { ANNA, at } from '../group/group';
import { itemOf, itemsOf, manyOf } from './denials';
import { World } from './world';

function past(world: World, items: readonly Item[]): Promise<PastResult> {
  const wanted = { isWanted: () => true, known: knownEvents(world.ports.groups) };
  return recordPast(items, world.ports, rememberedExplanations(world.ports), wanted);
}

const EVENTS = ['e-1', 'e-2', 'e-3'].map((id, at) => itemOf({ id, time: time(at) }));

function time(minute: number): string {
  return at(minute);
}

describe('recordPast', () => {
  it('counts denials, explains them, and tells nobody', async () => {
    const world = new World();
    expect(await past(world, EVENTS)).toEqual({ recorded: 3, known: 0, failed: [] });
    const { group, shown } = await world.record();
    expect(group).toMatchObject({ state: 'new', count: 3, pending: null, firstSeen: at(0) });
    expect(heldBackOf(group)).toBe(0);
    expect(shown.summary).toContain('may not pass');
    await world.pass(60);
    expect(world.told()).toEqual([]);
  });

  it('records nothing twice', async () => {
    const world = new World();
    await past(world, EVENTS);
    expect(await past(world, EVENTS)).toEqual({ recorded: 0, known: 3, failed: [] });
    const four = [...EVENTS, itemOf({ id: 'e-4', time: at(4) })];
    expect(await past(world, four)).toMatchObject({ recorded: 1, known: 3 });
    expect((await world.record()).group.count).toBe(4);
  });

  it('knows what the stack recorded, and adds what it missed', async () => {
    const world = new World();
    await world.handle(EVENTS.slice(0, 1));
    expect(await past(world, EVENTS)).toMatchObject({ recorded: 2, known: 1 });
    expect((await world.record()).group).toMatchObject({ count: 3, alertedAtCount: 3 });
    expect(world.told()).toEqual(['new 1+0']);
  });

  it('finds what is stored behind the first page', async () => {
    const pages = [
      ['e-3', 3],
      ['e-2', 2],
      ['e-1', 1],
    ] as const;
    const asked: (string | undefined)[] = [];
    const known = knownEvents({
      occurrences: async (_fingerprint, page) => {
        asked.push(page);
        const index = Number(page ?? 0);
        const [eventId, minute] = pages[index] ?? ['', 0];
        const one = { eventId, time: at(minute), region: '', session: null, shape: '' };
        return { items: [one], next: String(index + 1) };
      },
    });
    const world = new World();
    const record = { known, isWanted: () => true };
    const items = [itemOf({ id: 'e-2', time: at(3) })];
    const result = await recordPast(
      items,
      world.ports,
      rememberedExplanations(world.ports),
      record,
    );
    expect(result).toMatchObject({ recorded: 0, known: 1 });
    expect(asked).toEqual([undefined, '1']);
  });

  it('ends where nothing is stored, and reads events without a time', async () => {
    const known = knownEvents({ occurrences: async () => ({ items: [], next: 'more' }) });
    const world = new World();
    const explanationFor = rememberedExplanations(world.ports);
    const items = [itemOf({ time: null })];
    const wanted = { known, isWanted: () => true };
    expect(await recordPast(items, world.ports, explanationFor, wanted)).toMatchObject({
      recorded: 1,
    });
  });

  it('passes over what is not wanted', async () => {
    const world = new World();
    const wanted = {
      isWanted: ({ eventId }: { eventId: string }) => eventId !== 'e-2',
      known: knownEvents(world.ports.groups),
    };
    const explanationFor = rememberedExplanations(world.ports);
    expect(await recordPast(EVENTS, world.ports, explanationFor, wanted)).toMatchObject({
      recorded: 2,
    });
  });

  it('leaves the failure of a group with its items, and goes on', async () => {
    const world = new World({
      around: (method, call, of) => {
        if (method === 'write' && of.includes('role/broken')) throw new Error('no write');
        return call();
      },
    });
    const items = [itemOf({ id: 'e-1', role: 'broken' }), itemOf({ id: 'e-2' })];
    const { recorded, failed } = await past(world, items);
    expect(recorded).toBe(1);
    expect(failed.map(({ error }) => String(error))).toEqual(['Error: no write']);
  });

  it('makes a resolved group regressed only by what came later', async () => {
    const world = new World();
    await world.handle(EVENTS.slice(0, 1));
    world.minute = 10;
    await world.act((group) => onResolve(group, ANNA, at(10)));
    await past(world, EVENTS);
    expect((await world.record()).group).toMatchObject({ state: 'resolved', count: 3 });
    world.minute = 30;
    await past(world, [itemOf({ id: 'e-9', time: at(20) })]);
    expect((await world.record()).group).toMatchObject({ state: 'regressed', pending: null });
  });

  it('keeps an alert that waits, and what it tells of', async () => {
    const world = new World();
    world.broken.add('email');
    await world.handle(EVENTS.slice(0, 1));
    await past(world, EVENTS);
    world.broken.clear();
    await world.pass(5);
    expect(world.told()).toEqual(['new 3+0']);
  });

  it('knows what the settings expect', async () => {
    const world = new World({ settings: { ignoredPrincipals: ['role/ci-*'] } });
    await past(world, itemsOf(manyOf(2)));
    expect((await world.record()).group.state).toBe('ignored');
  });

  it('explains in memory what nobody stores', async () => {
    const groups = memoryGroups();
    const world = new World({ groups });
    await past(world, EVENTS);
    expect((await groups.list()).items).toHaveLength(1);
  });
});
