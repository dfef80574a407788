// The rules against random histories: what must hold whatever happens, and in whatever order.
import fc from 'fast-check';
import { dueAt, QUIET_MINUTES } from '../../../core/group/due';
import { onMute, onReopen, onResolve } from '../../../core/group/move';
import { onAlertSent, onDenials, onRecount, onSweep } from '../../../core/group/rules';
import { type Group, type GroupAlert, heldBackOf } from '../../../core/group/state';
import { STATES } from '../../../core/group/transitions';
import { ANNA, at, batch, SETTINGS } from './group';

/** What has happened so far. */
interface World {
  group: Group;
  minute: number;
  denials: number;
  toldOf: number;
  readonly sent: { readonly alert: GroupAlert; readonly minute: number }[];
}

type Step = (world: World) => void;

const own = ({ kind }: GroupAlert) => (kind === 'repeated' ? 0 : 1);

/** The alert is sent and recorded, or lost with the process and left to the sweep. */
const deliver = (world: World, alert: GroupAlert | null, isSent: boolean) => {
  if (alert === null || !isSent) return;
  world.sent.push({ alert, minute: world.minute });
  world.toldOf += alert.heldBack + own(alert);
  world.group = onAlertSent(world.group, alert, at(world.minute));
};

const denials = fc.record({
  n: fc.integer({ min: 1, max: 120 }),
  late: fc.integer({ min: 0, max: 30 }),
  isExpected: fc.constant(false),
  isSent: fc.boolean(),
});

const deny =
  (of: { n: number; late: number; isExpected: boolean; isSent: boolean }): Step =>
  (world) => {
    const principals = of.isExpected ? ['role/expected'] : ['role/ci-runner'];
    const come = batch(of.n, world.minute - of.late, { principals });
    const { group, alert } = onDenials(world.group, come, SETTINGS, at(world.minute));
    world.group = group;
    world.denials += of.n;
    deliver(world, alert, of.isSent);
  };

const sweep =
  (isSent: boolean): Step =>
  (world) => {
    const { group, alert } = onSweep(world.group, at(world.minute));
    world.group = group;
    deliver(world, alert, isSent);
  };

const wait =
  (minutes: number): Step =>
  (world) => {
    world.minute += minutes;
  };

const untouched = fc.oneof(
  denials.map(deny),
  fc.boolean().map(sweep),
  fc.integer({ min: 1, max: 50 }).map(wait),
);

const mute = fc.oneof(
  fc.record({ until: fc.integer({ min: 0, max: 300 }).map(at) }),
  fc.record({ untilCount: fc.integer({ min: 1, max: 500 }) }),
  fc.constant({ forever: true as const }),
);

const acts = fc.oneof(
  mute.map((of): Step => (world) => {
    world.group = onMute(world.group, of, ANNA, at(world.minute));
  }),
  fc.constantFrom<Step>(
    (world) => {
      world.group = onResolve(world.group, ANNA, at(world.minute));
    },
    (world) => {
      world.group = onReopen(world.group, ANNA, at(world.minute));
    },
    // A worker that was slow to record what it had sent does so a second time.
    (world) => {
      const last = world.sent.at(-1);
      if (last) world.group = onAlertSent(world.group, last.alert, at(world.minute));
    },
    (world) => {
      world.group = onRecount(world.group, world.denials);
    },
  ),
  denials.map((of) => deny({ ...of, isExpected: true })),
);

const begin = (n: number, isSent: boolean): World => {
  const { group, alert } = onDenials(null, batch(n, 0), SETTINGS, at(0));
  const world: World = { group, minute: 0, denials: n, toldOf: 0, sent: [] };
  deliver(world, alert, isSent);
  return world;
};

const worlds = (step: fc.Arbitrary<Step>) =>
  fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.boolean(), fc.array(step, { maxLength: 60 }))
    .map(([n, isSent, steps]) => ({ begin: () => begin(n, isSent), steps }));

const follow = (
  history: { readonly begin: () => World; readonly steps: readonly Step[] },
  check: (world: World) => void,
): World => {
  const world = history.begin();
  for (const step of history.steps) {
    step(world);
    check(world);
  }
  return world;
};

describe('whatever happens', () => {
  it('every denial is in an alert, sent or pending, or held back', () => {
    const check = ({ group, denials: count, toldOf }: World) => {
      const pending = group.pending ? group.pending.heldBack + own(group.pending) : 0;
      expect(group.count).toBe(count);
      expect(group.alertedAtCount).toBe(toldOf);
      expect(toldOf + pending + heldBackOf(group)).toBe(count);
    };
    fc.assert(fc.property(worlds(fc.oneof(untouched, acts)), (of) => void follow(of, check)));
  });

  it('numbers stay sensible and what is held back has its time', () => {
    const check = ({ group }: World) => {
      expect(heldBackOf(group)).toBeGreaterThanOrEqual(0);
      expect(group.pending?.heldBack ?? 0).toBeGreaterThanOrEqual(0);
      expect(heldBackOf(group) > 0).toBe(group.heldSince !== null);
      expect(STATES).toContain(group.state);
      expect(group.history.length).toBeLessThanOrEqual(20);
      expect(group.muted !== null).toBe(group.state === 'muted');
      expect(group.resolvedAt !== null).toBe(group.state === 'resolved');
    };
    fc.assert(fc.property(worlds(fc.oneof(untouched, acts)), (of) => void follow(of, check)));
  });

  it('a state that is quiet has no alert pending', () => {
    const check = ({ group }: World) => {
      if (['muted', 'ignored', 'resolved'].includes(group.state)) expect(group.pending).toBeNull();
    };
    fc.assert(fc.property(worlds(fc.oneof(untouched, acts)), (of) => void follow(of, check)));
  });
});

describe('while nobody touches the group', () => {
  it('alerts are an hour apart', () => {
    const check = ({ sent }: World) => {
      const [last, before] = [sent.at(-1), sent.at(-2)];
      if (last && before) expect(last.minute - before.minute).toBeGreaterThanOrEqual(QUIET_MINUTES);
    };
    fc.assert(fc.property(worlds(untouched), (of) => void follow(of, check)));
  });

  it('speaks of each power of ten no later than an hour after it was reached', () => {
    fc.assert(
      fc.property(worlds(untouched), (of) => {
        const world = follow(of, () => undefined);
        for (let sweeps = 0; sweeps < 2; sweeps += 1) {
          sweep(true)(world);
          wait(QUIET_MINUTES)(world);
          sweep(true)(world);
        }
        const power = 10 ** Math.floor(Math.log10(world.denials));
        expect(world.toldOf).toBeGreaterThanOrEqual(power);
        expect(dueAt(world.group)).toBeNull();
      }),
    );
  });

  it('counts alike in whatever order denials come, once each', () => {
    const come = fc.array(
      fc.record({ n: fc.integer({ min: 1, max: 9 }), minute: fc.nat({ max: 300 }) }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(come, (list) => {
        const seen = [list, list.toReversed()].map((order) => {
          let group: Group | null = null;
          for (const { n, minute } of order)
            group = onDenials(group, batch(n, minute), SETTINGS, at(400)).group;
          return group;
        });
        const [one, other] = seen.map((group) => [group?.count, group?.firstSeen, group?.lastSeen]);
        expect(one).toEqual(other);
      }),
    );
  });

  it('begins alike however its first denials are batched', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (n) => {
        const together = onDenials(null, batch(n, 0), SETTINGS, at(0));
        let apart = onDenials(null, batch(1, 0), SETTINGS, at(0));
        expect(together.alert).toEqual(apart.alert);
        for (let more = 1; more < n; more += 1)
          apart = onDenials(apart.group, batch(1, 0), SETTINGS, at(0));
        const { history: _, state: __, ...counted } = apart.group;
        expect(together.group).toMatchObject(counted);
      }),
    );
  });

  it('counts a redelivery once after a recount', () => {
    fc.assert(
      fc.property(worlds(untouched), fc.integer({ min: 1, max: 50 }), (of, again) => {
        const world = follow(of, () => undefined);
        const { denials: count } = world;
        deny({ n: again, late: 0, isExpected: false, isSent: true })(world);
        const recounted = onRecount(world.group, count);
        expect(recounted.count).toBe(count);
        expect(heldBackOf(recounted)).toBeGreaterThanOrEqual(0);
        expect(recounted.alertedAtCount).toBeLessThanOrEqual(count);
      }),
    );
  });
});
