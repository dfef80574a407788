// What people hear of, through every fault of the way to them.
import { memoryGroups } from '../../../adapters/memory-groups';
import { onMute, onReopen, onResolve } from '../../../core/group/move';
import type { Groups } from '../../../core/group/stored';
import { ANNA, at } from '../group/group';
import { itemOf, itemsOf, manyOf } from './denials';
import { type Around, World } from './world';

const isAllTold = async (world: World) =>
  (await world.records()).every(({ group }) => group.pending === null);

describe('a face that fails', () => {
  it('gets each alert exactly once after it works again, and the others get theirs at once', async () => {
    const world = new World({ faces: ['email', 'chat', 'sms', 'event'] });
    world.broken.add('chat');
    await world.handle(itemsOf([{ id: 'e-1' }, { id: 'e-2', role: 'other' }]));
    expect(world.sent.map(({ face }) => face)).toEqual([
      'email',
      'sms',
      'event',
      'email',
      'sms',
      'event',
    ]);
    await world.pass(30);
    expect(world.sent).toHaveLength(6);
    expect(world.warnings).toContain('alerts could not be sent as chat; they are tried again');
    world.broken.clear();
    await world.pass(30);
    expect(world.told('chat')).toEqual(['new 1+0', 'new 1+0']);
    expect(world.sent).toHaveLength(8);
    expect(await isAllTold(world)).toBe(true);
  });

  it('has each alert once, too, where the next is folded with it', async () => {
    const world = new World({ settings: { alertsPerMinute: 3 } });
    world.broken.add('event');
    await world.handle(
      itemsOf([1, 2, 3, 4].map((role) => ({ id: `e-${role}`, role: `r-${role}` }))),
    );
    expect(world.told()).toHaveLength(2);
    world.broken.clear();
    await world.pass(10);
    for (const face of ['email', 'event'] as const) {
      const all = world.sentBy(face).flatMap(({ alerts }) => alerts);
      expect(all).toHaveLength(4);
      expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(4);
    }
  });

  it('keeps nobody else from being told where every face is down for an hour', async () => {
    const world = new World();
    world.broken.add('email').add('event');
    await world.handle(itemsOf([{ id: 'e-1' }, { id: 'e-2', role: 'other' }]));
    await world.pass(60);
    expect(world.sent).toEqual([]);
    world.broken.clear();
    await world.pass(10);
    expect(world.told()).toEqual(['new 1+0', 'new 1+0']);
    expect(world.told('event')).toEqual(['new 1+0', 'new 1+0']);
    expect((await world.records()).map(({ group }) => group.lastAlertAt)).toEqual([at(65), at(65)]);
  });

  it('gives its alert up where somebody mutes the group meanwhile', async () => {
    const world = new World();
    world.broken.add('event');
    await world.handle([itemOf()]);
    await world.act((group) => onMute(group, { forever: true }, ANNA, at(1)));
    world.broken.clear();
    await world.pass(15);
    expect(world.told()).toEqual(['new 1+0']);
    expect(world.told('event')).toEqual([]);
  });
});

describe('an alert on its way', () => {
  it('counts as told where somebody mutes the group meanwhile', async () => {
    const world = new World();
    let written = 0;
    world.around = async (method, call) => {
      if (method === 'write' && (written += 1) === 2)
        await world.act((group) => onMute(group, { forever: true }, ANNA, at(0)));
      return call();
    };
    await world.handle([itemOf()]);
    expect(world.told()).toEqual(['new 1+0']);
    expect((await world.record()).group).toMatchObject({ state: 'muted', alertedAtCount: 1 });
  });
});

describe('a function that dies', () => {
  /** Nothing is written after the first write: nobody notes what became of the alert. */
  const dying = (): Around => {
    let written = 0;
    return (method, call) => {
      if (method === 'write' && (written += 1) > 1) throw new Error('the function is gone');
      return call();
    };
  };

  it('before it sent leaves the alert to the sweep, three minutes later', async () => {
    const world = new World({ around: dying() });
    world.broken.add('email').add('event');
    expect((await world.handle([itemOf()])).failed).toEqual([]);
    world.broken.clear();
    world.around = (_method, call) => call();
    world.minute = 2;
    await world.sweep();
    expect(world.sent).toEqual([]);
    world.minute = 3;
    await world.sweep();
    expect(world.told()).toEqual(['new 1+0']);
    expect(await isAllTold(world)).toBe(true);
  });

  it('after it sent has it sent again, as nobody noted it', async () => {
    const world = new World({ around: dying() });
    await world.handle([itemOf()]);
    expect(world.warnings).toContain(
      'an alert was sent and could not be noted; it will be sent again',
    );
    world.around = (_method, call) => call();
    await world.pass(5);
    expect(world.told()).toEqual(['new 1+0', 'new 1+0']);
    expect(await isAllTold(world)).toBe(true);
  });

  it('and whose group is deleted makes no group of what it sent', async () => {
    const memory = memoryGroups();
    const groups: Groups = {
      ...memory,
      read: async () => null,
      write: async (record, version) => version === null && memory.write(record, version),
    };
    const world = new World({ groups });
    await world.handle([itemOf()]);
    expect(world.told()).toEqual(['new 1+0']);
    expect(world.warnings).toEqual([]);
  });
});

describe('a sweep', () => {
  it('fails where nobody can say who waits', async () => {
    const world = new World({
      around: (method, call) => {
        if (method === 'due') throw new Error('no table');
        return call();
      },
    });
    await expect(world.sweep()).rejects.toThrow('no table');
  });

  it('leaves a group that cannot be looked after to the next, and goes on', async () => {
    const world = new World();
    world.broken.add('email');
    await world.handle(itemsOf([{ id: 'e-1' }, { id: 'e-2', role: 'other' }]));
    world.broken.clear();
    world.minute += 5;
    world.around = (method, call, of) => {
      if (method === 'write' && of.includes('role/other')) throw new Error('no write');
      return call();
    };
    await world.sweep();
    expect(world.told()).toEqual(['new 1+0']);
    expect(world.warnings).toContain('an alert could not be prepared; the next sweep tries again');
    world.around = (_method, call) => call();
    await world.pass(5);
    expect(world.told()).toEqual(['new 1+0', 'new 1+0']);
  });

  it('that runs twice at once tells once', async () => {
    const world = new World();
    world.broken.add('email');
    await world.handle([itemOf()]);
    world.broken.clear();
    world.minute += 5;
    await Promise.all([world.sweep(), world.sweep(), world.sweep()]);
    expect(world.told()).toEqual(['new 1+0']);
  });
});

describe('a group', () => {
  it('speaks up at 10 and 100, an hour after the last alert', async () => {
    const world = new World();
    await world.handle([itemOf({ id: 'first' })]);
    await world.handle(itemsOf(manyOf(8)));
    await world.pass(70);
    expect(world.told()).toEqual(['new 1+0']);
    await world.handle([itemOf({ id: 'tenth', time: at(70) })]);
    expect(world.told()).toEqual(['new 1+0', 'repeated 10+9']);
    await world.handle(itemsOf(manyOf(90, { id: 'more', time: at(70) })));
    await world.pass(55);
    expect(world.told()).toHaveLength(2);
    await world.pass(10);
    expect(world.told()).toEqual(['new 1+0', 'repeated 10+9', 'repeated 100+90']);
  });

  it('that is muted is quiet until the mute ends, and then tells what it held back', async () => {
    const world = new World();
    await world.handle([itemOf()]);
    await world.act((group) => onMute(group, { until: at(120) }, ANNA, at(0)));
    await world.handle(itemsOf(manyOf(40, { time: at(3) })));
    await world.pass(115);
    expect(world.told()).toEqual(['new 1+0']);
    await world.pass(5);
    expect(world.told()).toEqual(['new 1+0', 'repeated 41+40']);
    expect((await world.record()).group.state).toBe('open');
  });

  it('that is muted until a count speaks up with the denial that reaches it', async () => {
    const world = new World();
    await world.handle([itemOf()]);
    await world.act((group) => onMute(group, { untilCount: 5 }, ANNA, at(0)));
    await world.handle(itemsOf(manyOf(3)));
    expect(world.told()).toHaveLength(1);
    await world.handle([itemOf({ id: 'fifth' })]);
    expect(world.told()).toEqual(['new 1+0', 'repeated 5+4']);
  });

  it('that comes back after it was resolved says so, and when that was', async () => {
    const world = new World();
    await world.handle([itemOf()]);
    world.minute = 10;
    await world.act((group) => onResolve(group, ANNA, at(10)));
    await world.handle([itemOf({ id: 'late', time: at(9) })]);
    expect(world.told()).toEqual(['new 1+0']);
    await world.handle([itemOf({ id: 'back', time: at(11) })]);
    expect(world.told()).toEqual(['new 1+0', 'regressed 3+1']);
    expect(world.sentBy()[1]?.alerts[0]?.resolvedAt).toBe(at(10));
  });

  it('that is resolved and opened again was not resolved by anybody who matters', async () => {
    const world = new World();
    await world.handle([itemOf()]);
    await world.act((group) => onReopen(onResolve(group, ANNA, at(1)), ANNA, at(2)));
    await world.handle([itemOf({ id: 'e-2', time: at(3) })]);
    expect(world.told()).toEqual(['new 1+0']);
    expect((await world.record()).group.state).toBe('open');
  });
});
