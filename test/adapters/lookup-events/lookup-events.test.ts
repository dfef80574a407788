import type { Checkpoint, LookupOptions } from '../../../adapters/lookup-events';
import { jsonError } from '../../../local/wire/json';
import { acceptErrorsOfNode, connectionTo, fakeClock, scan } from './scan';
import { type KeptEvent, startCloudTrail } from './stand-in';

type Settings = Parameters<typeof startCloudTrail>[0];

acceptErrorsOfNode();

const FROM = Date.parse('2026-01-01T00:00:00Z');
const RANGE = { from: '2026-01-01T00:00:00Z', to: '2026-01-01T01:00:00Z' };
const HOUR = 3_600_000;

const kept = (id: string, second: number, more: Partial<KeptEvent> = {}): KeptEvent => ({
  id,
  name: 'RunInstances',
  time: FROM + second * 1_000,
  ...more,
});

const many = (count: number): readonly KeptEvent[] =>
  Array.from({ length: count }, (_, at) => kept(`event-${at}`, at));

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Scans one Region and one operation, unless told otherwise. */
async function run(settings: Settings, options: Partial<LookupOptions> = {}, signal?: AbortSignal) {
  const clock = fakeClock();
  const cloudTrail = await startCloudTrail({ clock, ...settings });
  stops.push(() => cloudTrail.stop());
  const checkpoints: Checkpoint[] = [];
  const found = await scan(
    {
      regions: ['eu-west-1'],
      operations: ['RunInstances'],
      range: RANGE,
      connection: connectionTo(cloudTrail.url),
      checkpoint: (at) => void checkpoints.push(at),
      now: clock.now,
      sleep: clock.sleep,
      ...options,
    },
    signal,
  );
  return { ...found, checkpoints, clock, arrivals: cloudTrail.arrivals };
}

const byWhere = ([one]: readonly [string, string], [other]: readonly [string, string]): number =>
  one < other ? -1 : 1;

const refusal = (code: string) => jsonError('1.1', 400, code, 'AWS says why');
const nobody = kept('none', 0, { name: 'StartInstances' });

describe('what is heard', () => {
  test('is neither what succeeded, nor what failed otherwise, nor what only mentions a denial', async () => {
    const nested = JSON.stringify({
      eventID: 'nested',
      eventName: 'RunInstances',
      eventSource: 'ec2.amazonaws.com',
      requestParameters: { errorCode: 'AccessDenied' },
    });
    const { heard, damaged } = await run({
      events: [
        kept('allowed', 1, { errorCode: null }),
        kept('wrong', 2, { errorCode: 'Client.InvalidAMIID.NotFound' }),
        kept('dry', 3, { errorCode: 'Client.DryRunOperation' }),
        kept('nested', 4, { json: nested }),
        kept('denied', 5),
      ],
    });
    expect(heard).toEqual(['denied']);
    expect(damaged).toEqual([]);
  });

  test('a record that is no JSON is damaged, and the others are heard', async () => {
    const { heard, damaged } = await run({
      events: [kept('cut', 2, { json: '{"errorCode":"AccessDen' }), kept('denied', 1)],
    });
    expect(heard).toEqual(['denied']);
    expect(damaged).toEqual([['event cut in eu-west-1', 'its record is no JSON']]);
  });

  test('both ends of the range belong to it, also within a second', async () => {
    const range = { from: '2026-01-01T00:00:10.400Z', to: '2026-01-01T00:00:20.600Z' };
    const events = [9, 10, 11, 20, 21, 22].map((second) => kept(`at-${second}`, second));
    const { heard } = await run({ events }, { range });
    expect(heard).toEqual(['at-21', 'at-20', 'at-11', 'at-10']);
  });

  test('an event that comes twice is heard once', async () => {
    const events = [...many(60), ...many(60)];
    const { heard } = await run({ events });
    expect(heard).toHaveLength(60);
    expect(new Set(heard).size).toBe(60);
  });

  test('an operation and a Region that are named twice are asked once', async () => {
    const twice = { regions: ['eu-west-1', 'eu-west-1'], operations: ['A', 'A'] };
    expect((await run({ events: [] }, twice)).arrivals).toHaveLength(1);
  });

  test('a range that ends before it begins is empty', async () => {
    const range = { from: RANGE.to, to: RANGE.from };
    const { heard, thrown, progress } = await run({ events: many(5) }, { range });
    expect({ heard, thrown }).toEqual({ heard: [], thrown: null });
    expect(progress.at(-1)).toEqual([0, 0]);
  });
});

describe('tokens', () => {
  test('that are refused begin again at the oldest event heard', async () => {
    const { heard, arrivals, damaged } = await run({
      events: many(120),
      instead: (_, count) => (count === 2 || count === 4 ? 'token' : null),
    });
    expect(new Set(heard).size).toBe(120);
    expect(heard).toHaveLength(120);
    expect(damaged).toEqual([]);
    expect(arrivals.map(({ token }) => token === null)).toEqual([true, false, true, false, true]);
  });

  test('that are always refused within one second end the Region and not in a loop', async () => {
    const events = Array.from({ length: 60 }, (_, at) => kept(`event-${at}`, 7));
    const { heard, damaged, checkpoints, arrivals } = await run({
      events,
      instead: ({ token }) => (token === null ? null : 'token'),
    });
    expect(heard).toHaveLength(50);
    expect(arrivals).toHaveLength(18);
    expect(damaged).toEqual([
      [
        'LookupEvents in eu-west-1',
        'InvalidNextTokenException: The token is not valid.; not read: RunInstances before 2026-01-01T00:00:07.000Z',
      ],
    ]);
    expect(checkpoints.at(-1)?.reached).toBe('2026-01-01T00:00:07.000Z');
  });

  test('a refusal where no token was sent fails', async () => {
    const { thrown, arrivals } = await run({ events: many(1), instead: () => 'token' });
    expect(thrown).toMatchObject({ name: 'InvalidNextTokenException' });
    expect(arrivals).toHaveLength(1);
  });
});

describe('what AWS throttles or loses', () => {
  test.each(['throttled', '429'] as const)(
    'is sent again through a storm of eleven: %s',
    async (fault) => {
      const { heard, arrivals, clock } = await run({
        events: many(3),
        instead: (_, count) => (count <= 11 ? fault : null),
      });
      expect(heard).toHaveLength(3);
      expect(arrivals).toHaveLength(12);
      expect(Math.max(...clock.waits)).toBeLessThanOrEqual(20_000);
    },
  );

  test.each([
    ['throttled', 12],
    ['500', 6],
    ['lost', 6],
  ] as const)('is given up where it does not end: %s after %i', async (fault, most) => {
    const { arrivals, thrown } = await run({ events: many(3), instead: () => fault });
    expect(arrivals).toHaveLength(most);
    expect(thrown).not.toBeNull();
  });

  test('waits as long as AWS asks, in seconds or until a time', async () => {
    const now = Date.now();
    const date = new Date(now).toUTCString();
    const headers = [
      { 'retry-after': '7' },
      { 'retry-after': new Date(now + 9_000).toUTCString(), date },
      { 'retry-after': 'soon' },
    ];
    const { clock, heard } = await run({
      events: many(1),
      instead: (_, count) => {
        const one = headers[count - 1];
        return one === undefined ? null : { status: 503, headers: one, body: '' };
      },
    });
    expect(heard).toHaveLength(1);
    expect(clock.waits[0]).toBe(7_000);
    expect(clock.waits).toContain(9_000);
    expect(clock.waits.every((wait) => Number.isFinite(wait))).toBe(true);
  });

  test('is sent again once with the time of AWS, where the machine has another', async () => {
    const { heard, arrivals } = await run({
      events: many(1),
      instead: (_, count) => {
        if (count > 1) return null;
        const reply = refusal('InvalidSignatureException');
        const date = new Date(Date.now() + HOUR).toUTCString();
        return { ...reply, headers: { ...reply.headers, date } };
      },
    });
    expect(heard).toHaveLength(1);
    expect(arrivals).toHaveLength(2);
  });
});

describe('Regions', () => {
  const regions = ['eu-west-1', 'eu-west-2', 'eu-west-3'];

  test('one that is not permitted or not enabled is damaged, and the others go on', async () => {
    const { heard, damaged, thrown, progress } = await run(
      {
        events: many(60).map((event) => ({ ...event, region: 'eu-west-1' })),
        instead: ({ region }) =>
          ({
            'eu-west-2': refusal('AccessDeniedException'),
            'eu-west-3': refusal('UnrecognizedClientException'),
          })[region] ?? null,
      },
      { regions, operations: ['RunInstances', 'StartInstances'] },
    );
    expect(thrown).toBeNull();
    expect(heard).toHaveLength(60);
    const left =
      'not read: RunInstances before 2026-01-01T01:00:00.000Z, StartInstances before 2026-01-01T01:00:00.000Z';
    expect(damaged.toSorted(byWhere)).toEqual([
      ['LookupEvents in eu-west-2', `AccessDeniedException: AWS says why; ${left}`],
      [
        'LookupEvents in eu-west-3',
        `UnrecognizedClientException: AWS says why; the Region might not be enabled in this account; ${left}`,
      ],
    ]);
    expect(progress.at(-1)).toEqual([6 * HOUR, 6 * HOUR]);
  });

  test('throws where none can be read', async () => {
    const { thrown, damaged } = await run(
      { events: [nobody], instead: () => refusal('AccessDeniedException') },
      { regions },
    );
    expect(thrown).toMatchObject({ name: 'AccessDeniedException' });
    expect(damaged).toHaveLength(3);
  });

  test('what one of them had told before it failed counts', async () => {
    const { thrown, heard, damaged } = await run({
      events: many(60),
      instead: (_, count) => (count === 2 ? refusal('AccessDeniedException') : null),
    });
    expect(thrown).toBeNull();
    expect(heard).toHaveLength(50);
    expect(damaged).toHaveLength(1);
  });

  test('are read at the same time', async () => {
    let arrived = 0;
    let all = (): void => undefined;
    const together = new Promise<null>((resolve) => (all = () => resolve(null)));
    const { heard } = await run(
      {
        events: many(2).map((event) => ({ ...event, region: 'eu-west-3' })),
        instead: () => {
          arrived += 1;
          if (arrived === 3) all();
          return together;
        },
      },
      { regions },
    );
    expect(heard).toHaveLength(2);
  });

  test('expired credentials end all, with checkpoints of what was heard', async () => {
    const { thrown, checkpoints, damaged, heard } = await run(
      {
        events: many(120),
        instead: ({ region }, count) =>
          region === 'eu-west-2' && count > 4 ? refusal('ExpiredTokenException') : null,
      },
      { regions },
    );
    expect(thrown).toMatchObject({ name: 'ExpiredTokenException' });
    expect(damaged).toEqual([]);
    expect(checkpoints.length).toBeGreaterThan(0);
    expect(heard.length).toBeGreaterThanOrEqual(50);
  });

  test('a listener that throws ends all', async () => {
    const checkpoint = (): never => {
      throw new Error('the disk is full');
    };
    const { thrown } = await run({ events: many(120) }, { regions, checkpoint });
    expect(thrown).toEqual(new Error('the disk is full'));
  });
});

describe('an end from outside', () => {
  test('resolves while a request hangs', async () => {
    const stop = new AbortController();
    const { thrown, damaged } = await run(
      {
        events: many(1),
        instead: () => {
          stop.abort();
          return new Promise(() => undefined);
        },
      },
      {},
      stop.signal,
    );
    expect({ thrown, damaged }).toEqual({ thrown: null, damaged: [] });
  });

  test('resolves while it waits on the clock of the machine', async () => {
    const stop = new AbortController();
    const cloudTrail = await startCloudTrail({
      events: [],
      instead: () => {
        setTimeout(() => stop.abort(), 50);
        return { status: 429, headers: { 'retry-after': '3600' }, body: '' };
      },
    });
    stops.push(() => cloudTrail.stop());
    const { thrown, damaged } = await scan(
      {
        regions: ['eu-west-1'],
        operations: ['RunInstances'],
        range: RANGE,
        connection: connectionTo(cloudTrail.url),
      },
      stop.signal,
    );
    expect({ thrown, damaged }).toEqual({ thrown: null, damaged: [] });
  });
});

describe('progress and checkpoints', () => {
  const operations = ['RunInstances', 'StartInstances'];

  test('tell the time that is covered', async () => {
    const events = [...many(51), kept('early', 60)];
    const { progress, checkpoints } = await run({ events }, { operations });
    const second = HOUR - 2_000;
    expect(progress).toEqual([
      [0, 2 * HOUR],
      [second, 2 * HOUR],
      [HOUR, 2 * HOUR],
      [2 * HOUR, 2 * HOUR],
    ]);
    expect(checkpoints).toEqual([
      { region: 'eu-west-1', operation: 'RunInstances', reached: '2026-01-01T00:00:02.000Z' },
      { region: 'eu-west-1', operation: 'RunInstances', reached: 'end' },
      { region: 'eu-west-1', operation: 'StartInstances', reached: 'end' },
    ]);
  });

  test('what is done is not asked again', async () => {
    const at = (operation: string, reached: string): Checkpoint => ({
      region: 'eu-west-1',
      operation,
      reached,
    });
    const resume = [
      at('RunInstances', 'end'),
      at('StartInstances', '2026-01-01T00:00:30.000Z'),
      at('CreateFleet', '2025-12-31T00:00:00.000Z'),
      { ...at('CreateFleet', 'end'), region: 'eu-west-9' },
    ];
    const { heard, arrivals, progress } = await run(
      { events: many(60).map((event) => ({ ...event, name: 'StartInstances' })) },
      { operations: [...operations, 'CreateFleet'], resume },
    );
    expect(arrivals.map(({ operation }) => operation)).toEqual(['StartInstances']);
    expect(heard).toHaveLength(31);
    expect(progress[0]).toEqual([3 * HOUR - 30_000, 3 * HOUR]);
  });

  test('what was reached at the begin of the range is asked again', async () => {
    const resume = [{ region: 'eu-west-1', operation: 'RunInstances', reached: RANGE.from }];
    expect((await run({ events: many(3) }, { resume })).heard).toEqual(['event-0']);
  });
});
