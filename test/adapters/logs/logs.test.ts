// What is heard of a log is exactly what parsing all of it finds.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { findLogFiles, logFiles, logStream, readLogBytes } from '../../../adapters/logs';
import { readRecords } from '../../../core/event/read-records';
import { isDeniedLaunch, LAUNCH_OPERATIONS } from '../../../core/scan/operations';
import type { Source } from '../../../core/scan/source';
import { LAUNCH_OPERATIONS as WATCHED } from '../../../lib/settings/operations';

const workerPath = join(process.cwd(), 'dist/cli/log-worker.cjs');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'logs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Heard {
  readonly ids: readonly string[];
  readonly damaged: readonly (readonly [where: string, why: string])[];
}

function ear() {
  const [texts, damaged]: [string[], [string, string][]] = [[], []];
  const listener = {
    record: (json: string) => void texts.push(json),
    damaged: (where: string, why: string) => void damaged.push([where, why]),
    progress: () => undefined,
  };
  const heard = (): Heard => ({ ids: idsIn(texts.map((text) => JSON.parse(text))), damaged });
  return { listener, heard };
}

/** The denied launches of parsed values, as the way behind finds them. */
function idsIn(values: unknown): readonly string[] {
  return readRecords(values)
    .filter(isDeniedLaunch)
    .map(({ eventID }) => String(eventID))
    .toSorted();
}

function bytesHeard(bytes: Buffer, name = 'log'): Heard {
  const { listener, heard } = ear();
  readLogBytes(bytes, name, listener);
  return heard();
}

async function sourceHeard(source: Source): Promise<Heard> {
  const { listener, heard } = ear();
  await source(listener, new AbortController().signal);
  return heard();
}

const CODES = [
  'Client.UnauthorizedOperation',
  'AccessDenied',
  'Client.DryRunOperation',
  'NotFound',
];
const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    '"errorCode":"AccessDenied"',
    '{"eventVersion":"1.08","errorCode":"AccessDenied"}',
    '\\',
    '\\"',
    '}]}',
    'é\u2028',
  ),
);
const code = fc.oneof(fc.constantFrom(...CODES), text);
const inner = fc.oneof(
  text,
  fc.constant(null),
  fc.record({ errorCode: code, items: fc.array(text, { maxLength: 2 }) }),
  fc.array(
    fc.record({
      eventVersion: fc.constant('1.08'),
      errorCode: code,
      eventID: fc.constant('nested'),
      eventName: fc.constant('RunInstances'),
      eventSource: fc.constant('ec2.amazonaws.com'),
    }),
    { maxLength: 3 },
  ),
);
const record = fc
  .record(
    {
      eventVersion: fc.constant('1.11'),
      requestParameters: inner,
      errorCode: fc.oneof(code, fc.constant(null), inner),
      eventName: fc.constantFrom('RunInstances', 'RunInstances', 'CreateFleet', 'GetObject'),
      eventSource: fc.constantFrom('ec2.amazonaws.com', 'ec2.amazonaws.com', 's3.amazonaws.com'),
      responseElements: inner,
      errorMessage: text,
    },
    { requiredKeys: ['eventVersion', 'eventName', 'eventSource'] },
  )
  .map((one) => ({ ...one, errorCode: one.errorCode }));
const records = fc
  .array(record, { maxLength: 6 })
  .map((all) => all.map((one, at) => ({ ...one, eventID: `id-${at}` })));

/** The forms that people have, as text. */
const FORMS: Readonly<Record<string, (all: readonly object[]) => string>> = {
  compact: (all) => JSON.stringify({ Records: all }),
  'compact with an end': (all) => `${JSON.stringify({ Records: all })}\r\n`,
  pretty: (all) => JSON.stringify({ Records: all }, null, 2),
  'with Windows line ends': (all) =>
    JSON.stringify({ Records: all }, null, '\t').replaceAll('\n', '\r\n'),
  'a list': (all) => JSON.stringify(all),
  'with a byte order mark': (all) => `\ufeff${JSON.stringify({ Records: all })}`,
  'with other keys': (all) => JSON.stringify({ Records: all, more: { errorCode: 'AccessDenied' } }),
  'with escaped letters': (all) =>
    JSON.stringify({ Records: all }).replaceAll('"errorCode":"A', '"error\\u0043ode":"\\u0041'),
  lines: (all) => all.map((one) => JSON.stringify(one)).join('\n'),
  'lines with Windows ends': (all) => all.map((one) => `${JSON.stringify(one)}\r\n`).join(''),
  events: (all) => JSON.stringify(all.map((one) => ({ source: 'aws.ec2', detail: one }))),
  'lookup-events': (all) =>
    JSON.stringify({ Events: all.map((one) => ({ CloudTrailEvent: JSON.stringify(one) })) }),
  mixed: ([first, ...rest]) =>
    first === undefined
      ? '{"Records":[]}'
      : `{"Records":[${JSON.stringify(first)},\n${rest.map((one) => `${JSON.stringify(one, null, 1)},`).join('')}{}]}`,
};

describe.each(Object.entries(FORMS))('a log, %s', (_, write) => {
  it('is heard as parsing finds it', () => {
    fc.assert(
      fc.property(records, (all) => {
        const heard = bytesHeard(Buffer.from(write(all)));
        expect(heard.ids).toEqual(idsIn(all));
      }),
    );
  });

  it('is heard the same in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 1, max: 400 }), async (all, size) => {
        const whole = Buffer.from(write(all));
        const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_each, at) =>
          whole.subarray(at * size, (at + 1) * size),
        );
        const { ids } = await sourceHeard(logStream(Readable.from(pieces), 'log'));
        expect(ids).toEqual(idsIn(all));
      }),
      { numRuns: 40 },
    );
  });
});

const DENIED = {
  eventVersion: '1.11',
  eventID: 'e-1',
  eventName: 'RunInstances',
  eventSource: 'ec2.amazonaws.com',
  errorCode: 'Client.UnauthorizedOperation',
};
const log = (...ids: readonly string[]) =>
  JSON.stringify({ Records: ids.map((eventID) => ({ ...DENIED, eventID })) });

describe('a damaged log', () => {
  it.each([
    ['empty', Buffer.alloc(0), [], 'it is empty'],
    ['cut gzip', gzipSync(log('e-1', 'e-2')).subarray(0, -6), ['e-1', 'e-2'], 'its compression'],
    [
      'no gzip',
      Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(50)]),
      [],
      'its compression',
    ],
    ['cut', Buffer.from(log('e-1', 'e-2').slice(0, -30)), ['e-1'], 'it is not JSON'],
    ['text', Buffer.from('nothing of the kind'), [], 'it is not JSON'],
    [
      'a bad line',
      Buffer.from(`${JSON.stringify(DENIED)}\n{"a":\n${JSON.stringify(DENIED)}\n{"b":\n`),
      ['e-1', 'e-1'],
      'line 2 is not JSON, and 1 more',
    ],
  ])('(%s) is named, and what it holds is heard', (_, bytes, ids, why) => {
    const heard = bytesHeard(bytes);
    expect(heard.ids).toEqual(ids);
    expect(heard.damaged).toEqual([['log', expect.stringContaining(why)]]);
  });

  it.each([
    ['empty', Buffer.alloc(0), 'it is empty'],
    ['cut', Buffer.from(log('e-1', 'e-2').slice(0, -30)), 'it ends before its last record does'],
    ['cut gzip', gzipSync(log('e-1')).subarray(0, -4), 'it could not be read to its end'],
    [
      'wrong inside',
      Buffer.from('{"errorCode":tru}\n{"errorCode":1}'),
      '1 of its objects is not JSON',
    ],
  ])('in pieces (%s), too', async (_, bytes, why) => {
    const { damaged } = await sourceHeard(logStream(Readable.from([bytes]), 'log'));
    expect(damaged).toEqual([['log', expect.stringContaining(why)]]);
  });

  it('in pieces ends at an object that is no record', async () => {
    const large = Buffer.from(`{"a":"${'x'.repeat(17 * 1024 * 1024)}`);
    const { damaged } = await sourceHeard(logStream(Readable.from([large]), 'log'));
    expect(damaged).toEqual([['log', expect.stringContaining('larger than 16 MB')]]);
  });
});

describe('a compressed log', () => {
  it('may have several members', () => {
    const [first, second] = [log('e-1').slice(0, 40), log('e-1').slice(40)];
    const bytes = Buffer.concat([gzipSync(first), gzipSync(second)]);
    expect(bytesHeard(bytes)).toEqual({ ids: ['e-1'], damaged: [] });
  });

  it('is read in pieces where it is large', async () => {
    const path = join(folder, 'large.json.gz');
    const filler = JSON.stringify({ eventVersion: '1.11', eventID: 'x'.repeat(1_000) });
    const many = Array.from({ length: 70_000 }, () => filler).join(',');
    writeFileSync(path, gzipSync(`{"Records":[${many},${JSON.stringify(DENIED)}]}`));
    const { files } = await findLogFiles([path]);
    expect(await sourceHeard(logFiles(files, { workerPath }))).toEqual({
      ids: ['e-1'],
      damaged: [],
    });
    expect(bytesHeard(readFileSync(path)).damaged).toEqual([
      ['log', expect.stringContaining('larger than 64 MB')],
    ]);
  });
});

describe('logFiles', () => {
  const put = (name: string, content: string | Buffer) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  };

  beforeAll(() => {
    for (let at = 0; at < 12; at += 1) put(`many/${at}.json.gz`, gzipSync(log(`e-${at}`)));
    put('many/damaged.json', '{');
    put('many/CloudTrail-Digest/x.json.gz', gzipSync('{}'));
    put('many/notes.txt', 'no log');
  });

  it('finds files, folders and patterns, each once', async () => {
    const all = await findLogFiles([
      join(folder, 'many'),
      join(folder, 'many', '*.json.gz'),
      join(folder, 'many', '1.json.gz'),
      join(folder, 'no*pe'),
      'nowhere',
    ]);
    expect(all.files).toHaveLength(13);
    expect(all.missing).toEqual([join(folder, 'no*pe'), 'nowhere']);
  });

  it.each([1, 3])('reads them with %i workers', async (workers) => {
    const { files } = await findLogFiles([join(folder, 'many')]);
    const { ids, damaged } = await sourceHeard(logFiles(files, { workerPath, workers }));
    expect(ids).toHaveLength(12);
    expect(damaged).toEqual([[expect.stringContaining('damaged.json'), expect.any(String)]]);
  });

  it('names a file that is gone', async () => {
    const files = [{ path: join(folder, 'gone.json'), bytes: 1 }];
    const { damaged } = await sourceHeard(logFiles(files, { workerPath }));
    expect(damaged).toEqual([[files[0]?.path, expect.stringContaining('ENOENT')]]);
  });

  it('loses one file where a thread dies', async () => {
    const { files } = await findLogFiles([join(folder, 'many')]);
    const dies = join(folder, 'dies.cjs');
    const code = `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', (path) => {
        if (path.endsWith('5.json.gz')) process.exit(1);
        if (path.endsWith('6.json.gz')) throw new Error('out of memory');
        parentPort.postMessage({ records: [], damaged: [] });
      });`;
    writeFileSync(dies, code);
    const { damaged } = await sourceHeard(logFiles(files, { workerPath: dies, workers: 2 }));
    expect(damaged.map(([, why]) => why).toSorted()).toEqual([
      'reading it ended its thread: Error: out of memory',
      'reading it ended its thread: it ended',
    ]);
  });

  it.each([1, 2])('ends early with %i workers when told', async (workers) => {
    const { files } = await findLogFiles([join(folder, 'many')]);
    const controller = new AbortController();
    const { listener } = ear();
    let count = 0;
    const hears = { ...listener, progress: () => (++count === 2 ? controller.abort() : undefined) };
    await logFiles(files, { workerPath, workers })(hears, controller.signal);
    expect(count).toBeLessThan(5);
  });
});

it('knows the operations that the stack can watch', () => {
  expect(LAUNCH_OPERATIONS).toEqual(WATCHED);
});
