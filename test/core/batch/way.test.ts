// The way of batches and sweeps against random histories: one after another, and all at once.
import fc from 'fast-check';
import { onMute, onReopen, onResolve } from '../../../core/group/move';
import { type Group, heldBackOf } from '../../../core/group/state';
import type { Face } from '../../../core/group/stored';
import { ANNA, at, SETTINGS } from '../group/group';
import { CUT, itemOf } from './denials';
import { type Come, FINGERPRINT, Model } from './model';
import { toldBy, World } from './world';

/** All of them with `npm run fuzz`, a fifth with `npm test`. */
const runs = (all: number) => (process.env['THOROUGH'] === 'true' ? all : Math.ceil(all / 5));

const FACES: readonly Face[] = ['email', 'chat', 'event'];
const ROLES = ['ci-runner', 'deploy', 'expected'] as const;

interface Both {
  readonly world: World;
  readonly model: Model;
}

type Step = (both: Both) => Promise<void>;

const itemsOf = (come: readonly Come[]) =>
  come.map(({ id, role, minute }) => itemOf({ id, role, time: at(minute), encoded: CUT }));

/** An event is always the same: its role and its time follow from its number. */
const eventOf = (number: number): Come => ({
  id: `e-${number}`,
  role: ROLES[number % ROLES.length] ?? '',
  minute: -(number % 7),
});

const batch = fc
  .array(fc.nat(400).map(eventOf), { minLength: 1, maxLength: 25 })
  .map((come): Step => async ({ world, model }) => {
    const { failed } = await world.handle(itemsOf(come));
    expect(failed).toEqual([]);
    model.handle(come);
  });

const wait = fc
  .constantFrom(1, 2, 5, 17, 40, 70)
  .map((minutes): Step => async ({ world, model }) => {
    world.minute += minutes;
    model.minute += minutes;
  });

const sweep: Step = async ({ world, model }) => {
  await world.sweep();
  model.sweep();
};

const act = fc
  .constantFrom<(now: string) => (group: Group) => Group>(
    (now) => (group) => onMute(group, { forever: true }, ANNA, now),
    (now) => (group) => onMute(group, { until: at(90) }, ANNA, now),
    (now) => (group) => onMute(group, { untilCount: group.count + 5 }, ANNA, now),
    (now) => (group) => onResolve(group, ANNA, now),
    (now) => (group) => onReopen(group, ANNA, now),
  )
  .map((change): Step => async ({ world, model }) => {
    await world.act(change(at(world.minute)));
    model.act(change(at(model.minute)));
  });

const breakFace = fc.constantFrom(...FACES).map((face): Step => async ({ world, model }) => {
  for (const { broken } of [world, model]) if (!broken.delete(face)) broken.add(face);
});

const mend: Step = async ({ world, model }) => {
  world.broken.clear();
  model.broken.clear();
};

const forget: Step = async ({ world }) => world.forget();

const quiet = fc.oneof(
  { weight: 4, arbitrary: batch },
  { weight: 3, arbitrary: wait },
  { weight: 3, arbitrary: fc.constant(sweep) },
  { weight: 1, arbitrary: fc.constant(forget) },
);

const anything = fc.oneof(
  { weight: 4, arbitrary: quiet },
  { weight: 1, arbitrary: act },
  { weight: 1, arbitrary: breakFace },
);

/** All that happens, and then quiet until nothing waits. */
async function follow(steps: readonly Step[], check: (both: Both) => Promise<void>): Promise<Both> {
  const settings = { ...SETTINGS, alertsPerMinute: 10_000 };
  const both = { world: new World({ faces: FACES, settings }), model: new Model(FACES) };
  for (const step of [...steps, mend]) {
    await step(both);
    await check(both);
  }
  for (let hours = 0; hours < 3; hours += 1) {
    both.world.minute += 61;
    both.model.minute += 61;
    await sweep(both);
    await check(both);
  }
  return both;
}

const expectSame = async ({ world, model }: Both): Promise<void> => {
  const stored = await world.records();
  expect(stored.map(({ group }) => group.fingerprint).toSorted()).toEqual(
    [...model.groups.keys()].map(FINGERPRINT).toSorted(),
  );
  for (const [role, { group, countedAt, recountAfter }] of model.groups) {
    const record = (await world.stored.read(FINGERPRINT(role)))?.record;
    expect(record).toMatchObject({ countedAt, recountAfter });
    expect(record?.group).toEqual(group);
  }
};

const toldTo = (world: World, face: Face) => world.sentBy(face).flatMap(({ alerts }) => alerts);

describe('whatever happens, one thing after another', () => {
  it('groups are as the rules say, and each face is told what they decide', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 40 }), async (steps) => {
        const { world, model } = await follow(steps, expectSame);
        for (const face of FACES)
          for (const role of model.groups.keys())
            expect(
              toldTo(world, face)
                .filter(({ fingerprint }) => fingerprint === FINGERPRINT(role))
                .map(({ kind, count, heldBack, since }) => ({ kind, count, heldBack, since })),
            ).toEqual(
              model.told
                .filter((one) => one.face === face && one.fingerprint === FINGERPRINT(role))
                .map(({ alert: { kind, count, heldBack, since } }) => ({
                  kind,
                  count,
                  heldBack,
                  since,
                })),
            );
      }),
      { numRuns: runs(150) },
    );
  });

  it('every event is stored once, and counted once after all is quiet', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 30 }), async (steps) => {
        const { world, model } = await follow(steps, async () => undefined);
        for (const [role, events] of model.events) {
          expect(await world.stored.countOccurrences(FINGERPRINT(role))).toBe(events.size);
          const { group } = (await world.stored.read(FINGERPRINT(role)))?.record ?? {};
          expect([group?.count, group?.pending]).toEqual([events.size, null]);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('alerts tell of each denial that is not held back, where nobody acts and nothing comes twice', async () => {
    const numbers = fc.uniqueArray(fc.nat(400), { maxLength: 120 });
    const sizes = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 12, maxLength: 12 });
    const between = fc.array(fc.oneof(wait, fc.constant(sweep), breakFace), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(numbers, sizes, between, async (all, lengths, steps) => {
        const left = [...all];
        const batches = lengths.flatMap((length) => {
          const come = left.splice(0, length).map(eventOf);
          return [
            async (both: Both) => {
              await both.world.handle(itemsOf(come));
              both.model.handle(come);
            },
            ...steps,
          ];
        });
        const { world } = await follow(batches, async () => undefined);
        for (const { group } of await world.records())
          for (const face of FACES) {
            const own = toldTo(world, face).filter(
              ({ fingerprint }) => fingerprint === group.fingerprint,
            );
            const told = own.reduce((sum, alert) => sum + toldBy(alert), 0);
            expect(told + heldBackOf(group)).toBe(group.count);
          }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('many functions and sweeps at once', () => {
  /** Each call of the table waits for a while, so that the calls of all of them mix. */
  const hesitant = (world: World, lengths: readonly number[]): void => {
    let calls = 0;
    const pause = async () => {
      for (let left = lengths[(calls += 1) % lengths.length] ?? 0; left > 0; left -= 1)
        await Promise.resolve();
    };
    world.around = async (_method, call) => {
      await pause();
      const result = await call();
      await pause();
      return result;
    };
  };

  it('count each event once in the end, and tell each face of each decision once', async () => {
    const pauses = fc.array(fc.nat(9), { minLength: 5, maxLength: 40 });
    const rounds = fc.array(
      fc.record({
        batches: fc.array(fc.array(fc.nat(60).map(eventOf), { minLength: 1, maxLength: 8 }), {
          minLength: 1,
          maxLength: 6,
        }),
        sweeps: fc.nat(2),
        minutes: fc.constantFrom(0, 1, 5, 40, 70),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(pauses, rounds, async (lengths, all) => {
        const world = new World({ faces: FACES, settings: { alertsPerMinute: 10_000 } });
        hesitant(world, lengths);
        const events = new Set<string>();
        for (const { batches, sweeps, minutes } of all) {
          world.minute += minutes;
          for (const { id } of batches.flat()) events.add(id);
          const results = await Promise.all([
            ...batches.map(async (come) => (await world.handle(itemsOf(come))).failed),
            ...Array.from({ length: sweeps }, async () => void (await world.sweep())),
          ]);
          expect(results.flatMap((failed) => failed ?? [])).toEqual([]);
        }
        await world.pass(200);
        const records = await world.records();
        expect(records.reduce((sum, { group }) => sum + group.count, 0)).toBe(events.size);
        expect(records.filter(({ group }) => group.pending !== null)).toEqual([]);
        // What came twice may be told of twice, at another time, after it was counted once.
        const told = FACES.map((face) =>
          world
            .sentBy(face)
            .flatMap(({ minute, alerts }) =>
              alerts.map(({ fingerprint, kind, count }) =>
                [kind, minute, count, fingerprint].join(),
              ),
            )
            .toSorted(),
        );
        expect(new Set(told[0]).size).toBe(told[0]?.length);
        for (const other of told) expect(other).toEqual(told[0]);
        expect(told[0]?.filter((one) => one.startsWith('new'))).toHaveLength(records.length);
      }),
      { numRuns: runs(150) },
    );
  });
});
