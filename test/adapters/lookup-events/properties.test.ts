import * as fc from 'fast-check';
import type { Checkpoint } from '../../../adapters/lookup-events';
import { acceptErrorsOfNode, connectionTo, fakeClock, scan } from './scan';
import { type Arrival, type Fault, startCloudTrail } from './stand-in';

acceptErrorsOfNode();

const FROM = Date.parse('2026-01-01T00:00:00Z');
const RANGE = { from: '2026-01-01T00:00:05Z', to: '2026-01-01T00:00:25Z' };
const REGIONS = ['eu-west-1', 'us-east-1'] as const;
const OPERATIONS = ['RunInstances', 'StartInstances'] as const;

const events = fc
  .array(
    fc.record({
      second: fc.integer({ min: 0, max: 30 }),
      name: fc.constantFrom(...OPERATIONS),
      region: fc.constantFrom(...REGIONS),
      errorCode: fc.constantFrom(null, 'Client.UnauthorizedOperation', 'Client.DryRunOperation'),
    }),
    { maxLength: 120, size: 'max' },
  )
  .map((all) =>
    all.map(({ second, ...more }, at) => ({
      ...more,
      id: `event-${at}`,
      time: FROM + second * 1_000,
    })),
  );

const pageSizes = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 });
const faults = fc.array(
  fc.option(fc.constantFrom<Fault>('throttled', '429', '500', 'token', 'lost'), { freq: 2 }),
  { maxLength: 25 },
);

/** A refused token is only bearable where it does not go on for ever; so is an outage. */
function bearable(all: readonly (Fault | null)[]) {
  let tokens = 0;
  let others = 0;
  return ({ token }: Arrival, count: number): Fault | null => {
    const fault = all[count - 1] ?? null;
    if (fault === 'token') {
      tokens += 1;
      return token === null || tokens > 8 ? null : fault;
    }
    others = fault === null ? 0 : others + 1;
    return others > 2 ? null : fault;
  };
}

const world = fc.record({
  events,
  pageSizes,
  faults,
  latencies: fc.array(fc.nat({ max: 900 }), { minLength: 1, maxLength: 7 }),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

async function start({ events: kept, pageSizes: sizes, faults: some, latencies }: World) {
  let sent = 0;
  const clock = fakeClock(() => latencies[(sent += 1) % latencies.length] ?? 0);
  const cloudTrail = await startCloudTrail({
    events: kept,
    // Pages may be empty, but not all of them.
    pageSize: (page) => Math.max(page % 3 === 0 ? 1 : 0, sizes[page % sizes.length] ?? 1),
    instead: bearable(some),
    clock,
  });
  const options = {
    regions: REGIONS,
    operations: OPERATIONS,
    range: RANGE,
    connection: connectionTo(cloudTrail.url),
    now: clock.now,
    sleep: clock.sleep,
  };
  return { cloudTrail, options };
}

/** What an index-free reader of all events finds. */
function expected({ events: all }: World): readonly string[] {
  return all
    .filter(({ errorCode }) => errorCode === 'Client.UnauthorizedOperation')
    .filter(({ time }) => time >= Date.parse(RANGE.from) && time <= Date.parse(RANGE.to))
    .map(({ id }) => id)
    .toSorted();
}

/** The shortest time in which a Region got three requests. */
function shortestThree(arrivals: readonly Arrival[]): number {
  const spans = REGIONS.flatMap((region) => {
    const times = arrivals.filter((arrival) => arrival.region === region).map(({ at }) => at);
    return times.slice(2).map((time, at) => time - (times[at] ?? 0));
  });
  return Math.min(Infinity, ...spans);
}

describe('lookupEvents', () => {
  test('hears each denial once and never asks a Region thrice within a second', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (one) => {
        const { cloudTrail, options } = await start(one);
        try {
          const { heard, damaged, thrown } = await scan(options);
          expect({ damaged, thrown }).toEqual({ damaged: [], thrown: null });
          expect(heard.toSorted()).toEqual(expected(one));
          expect(shortestThree(cloudTrail.arrivals)).toBeGreaterThanOrEqual(1_000);
        } finally {
          await cloudTrail.stop();
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('hears all of them over two runs, where the first is ended after any page', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.integer({ min: 1, max: 12 }), async (one, pages) => {
        const { cloudTrail, options } = await start(one);
        try {
          const stop = new AbortController();
          const reached = new Map<string, Checkpoint>();
          let left = pages;
          const checkpoint = (at: Checkpoint): void => {
            reached.set(`${at.region} ${at.operation}`, at);
            left -= 1;
            if (left === 0) stop.abort();
          };
          const first = await scan({ ...options, checkpoint }, stop.signal);
          const second = await scan({ ...options, resume: [...reached.values()] });
          expect([first.thrown, second.thrown]).toEqual([null, null]);
          const heard = new Set([...first.heard, ...second.heard]);
          expect([...heard].toSorted()).toEqual(expected(one));
        } finally {
          await cloudTrail.stop();
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
