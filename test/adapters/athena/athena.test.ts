// The real client against Athena on loopback.
import { athenaQuery, type AthenaOptions } from '../../../adapters/athena';
import { readRecord } from '../../../core/event/cloudtrail-record';
import type { Reply } from '../../../local/wire/loopback';
import { recordOf } from '../../core/batch/denials';
import { refusal, startAthena } from './stand-in';

const RANGE = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-03T00:00:00.000Z' };
const NAME = { database: 'default', table: 'logs' };
const records = Array.from({ length: 5 }, (_, at) => recordOf({ id: `e-${at}` }));

type Settings = NonNullable<Parameters<typeof startAthena>[0]>;

/** Runs a query against a stand-in that ends with it. */
async function ask(
  settings: Settings,
  options: Partial<AthenaOptions> = {},
  stop?: (asked: readonly { readonly action: string }[]) => boolean,
) {
  const athena = await startAthena(settings);
  const stopping = new AbortController();
  const [heard, bytes, waits]: [string[], number[], number[]] = [[], [], []];
  let thrown: unknown = null;
  const query = athenaQuery({
    asked: { name: NAME, accounts: ['111122223333'], regions: null, range: RANGE },
    location: null,
    tableStatement: null,
    workgroup: null,
    outputLocation: null,
    connection: {
      region: 'eu-west-1',
      endpoint: athena.url,
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'an-invented-secret' },
    },
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      if (stop?.(athena.asked) === true) stopping.abort();
    },
    ...options,
  });
  try {
    await query(
      {
        record: (json) => void heard.push(json),
        damaged: () => undefined,
        progress: (done, of) => void bytes.push(of === null ? done : -1),
      },
      stopping.signal,
    );
  } catch (error) {
    thrown = error;
  } finally {
    await athena.stop();
  }
  const inputs = (action: string) =>
    athena.asked.filter((one) => one.action === action).map(({ input }) => input);
  return { ...athena, inputs, heard, bytes, waits, thrown };
}

const messageOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));

const RUNNING = [{ State: 'QUEUED' }, { State: 'RUNNING' }, { State: 'SUCCEEDED' }];

describe('a query', () => {
  it.each([1, 2, 3, 6, 1_000])('hears each row once in pages of %i', async (pageSize) => {
    const { heard, thrown } = await ask({ records, pageSize });
    expect(thrown).toBeNull();
    expect(heard.map((json) => readRecord(JSON.parse(json)))).toEqual(
      records.map((record) => readRecord(record)),
    );
  });

  it('hears nothing where nothing was denied', async () => {
    expect(await ask({})).toMatchObject({ heard: [], thrown: null });
  });

  it('waits ever longer, and tells how much was read', async () => {
    const states = [...Array(20).fill({ State: 'RUNNING' }), { State: 'SUCCEEDED' }];
    const { waits, bytes } = await ask({ states });
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect([waits[0], waits.at(-1)]).toEqual([200, 5_000]);
    expect(bytes.at(-1)).toBe(20_000);
  });

  it('names the workgroup and where answers are kept, with a token against a second start', async () => {
    const places = { workgroup: 'primary', outputLocation: 's3://answers/here/' };
    const { inputs } = await ask({ states: RUNNING }, places);
    expect(inputs('StartQueryExecution')).toEqual([
      {
        QueryString: expect.stringContaining('FROM "default"."logs"'),
        WorkGroup: 'primary',
        ResultConfiguration: { OutputLocation: 's3://answers/here/' },
        ClientRequestToken: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ]);
  });

  it('makes the table first, and looks at none', async () => {
    const { statements, inputs, heard } = await ask(
      { records },
      { tableStatement: 'CREATE EXTERNAL TABLE x' },
    );
    expect([...statements.values()]).toEqual([
      'CREATE EXTERNAL TABLE x',
      expect.stringMatching(/^SELECT/),
    ]);
    expect(inputs('GetTableMetadata')).toEqual([]);
    expect(heard).toHaveLength(5);
  });

  it('sends again what Athena throttled, with the same token', async () => {
    const { heard, inputs, thrown } = await ask({
      records,
      instead: ({ action }, call) =>
        action === 'StartQueryExecution' && call === 1
          ? refusal('TooManyRequestsException', 'Rate exceeded')
          : null,
    });
    expect(thrown).toBeNull();
    expect(heard).toHaveLength(5);
    const tokens = inputs('StartQueryExecution').map((input) => input['ClientRequestToken']);
    expect(tokens).toHaveLength(2);
    expect(new Set(tokens).size).toBe(1);
  });

  it('names only the partitions that the table has', async () => {
    const { statements } = await ask({ table: { partitions: ['region'], properties: {} } });
    const [query = ''] = statements.values();
    expect(query).toContain("recipientaccountid IN ('111122223333')");
    expect(query).not.toContain('"timestamp"');
  });
});

describe('a stop', () => {
  it('stops the query in Athena', async () => {
    const { inputs, heard, thrown } = await ask(
      { records, states: [{ State: 'RUNNING' }] },
      {},
      (asked) => asked.length >= 4,
    );
    expect({ heard, thrown }).toEqual({ heard: [], thrown: null });
    expect(inputs('StopQueryExecution')).toEqual([{ QueryExecutionId: 'q-1' }]);
  });

  it('ends quietly where the query has ended meanwhile', async () => {
    const { thrown, inputs } = await ask(
      {
        states: [{ State: 'RUNNING' }],
        instead: ({ action }) =>
          action === 'StopQueryExecution' ? refusal('InvalidRequestException', 'ended') : null,
      },
      {},
      () => true,
    );
    expect([thrown, inputs('StopQueryExecution')]).toEqual([null, [expect.anything()]]);
  });

  it('while the table is made starts no query', async () => {
    const { statements, inputs } = await ask(
      { states: [{ State: 'RUNNING' }] },
      { tableStatement: 'CREATE EXTERNAL TABLE x' },
      () => true,
    );
    expect([...statements.values()]).toEqual(['CREATE EXTERNAL TABLE x']);
    expect(inputs('StopQueryExecution')).toHaveLength(1);
  });
});

describe('a failure', () => {
  const failed = (reason: string): Settings => ({
    states: [{ State: 'FAILED', StateChangeReason: reason }],
  });
  const instead = (action: string, reply: Reply): Settings => ({
    instead: (asked) => (asked.action === action ? reply : null),
  });
  const start = (message: string) =>
    instead('StartQueryExecution', refusal('InvalidRequestException', message));

  it.each<[string, Settings, RegExp]>([
    [
      'of no place for answers',
      start('No output location provided. An output location is required.'),
      /^Athena could not do it: No output .*required; .* give --output-location s3:/,
    ],
    ['of the workgroup', start('WorkGroup team is not found.'), /aws athena list-work-groups/],
    [
      'of a table that is there',
      failed('FAILED: Execution Error. AlreadyExistsException(message:Table already exists.)'),
      /leave --create-table away, or give another --table/,
    ],
    [
      'of no table',
      instead('GetTableMetadata', refusal('MetadataException', 'EntityNotFoundException: no t')),
      /make the table with --bucket and --create-table/,
    ],
    ['of other columns', failed("COLUMN_NOT_FOUND: line 2:3: 'eventid'"), /other columns than AWS/],
    ['of the bucket', failed('Permission denied on S3 path: s3://logs/a'), /s3:GetObject/],
    ['of the limit', failed('Query exhausted: Bytes scanned limit was exceeded'), /fewer days/],
    ['of another kind', failed('GENERIC_INTERNAL_ERROR: why. '), /: GENERIC_INTERNAL_ERROR: why$/],
    ['without a reason', { states: [{ State: 'FAILED' }] }, /failed, and no reason is given$/],
    ['by somebody else', { states: [{ State: 'CANCELLED' }] }, /the query was cancelled$/],
  ])('%s is said with what to change', async (_, settings, words) => {
    const { thrown } = await ask(settings);
    expect(messageOf(thrown)).toMatch(words);
    expect(thrown).toMatchObject({ name: 'Failure' });
  });

  const SENTENCE =
    'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: glue:GetTable on resource: arn:aws:glue:eu-west-1:111122223333:catalog because no identity-based policy allows the glue:GetTable action';

  it.each<[string, Settings]>([
    ['of a request', instead('StartQueryExecution', refusal('AccessDeniedException', SENTENCE))],
    ['of a query', failed(`Insufficient permissions to execute the query. ${SENTENCE}`)],
  ])('for lack of permission %s is told as AWS says it', async (_, settings) => {
    const { thrown } = await ask(settings);
    expect(thrown).toMatchObject({ name: 'AccessDeniedException' });
    expect(messageOf(thrown)).toContain('glue:GetTable');
  });

  it('is said where the table does not show all that is asked for', async () => {
    const { thrown, statements } = await ask({
      table: {
        partitions: ['account', 'region', 'timestamp'],
        properties: {
          'projection.enabled': 'true',
          'projection.account.values': '444455556666',
          'projection.timestamp.range': '2026/11/02,NOW',
        },
      },
    });
    expect(messageOf(thrown)).toBe(
      'the table default.logs was not made for 111122223333, days before 2026/11/02; make one that is with --bucket, --create-table and another --table',
    );
    expect(statements.size).toBe(0);
  });
});
