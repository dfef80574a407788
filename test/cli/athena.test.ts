// The command as people run it: the statements that it prints, and a query in Athena on loopback.
import { spawn } from 'node:child_process';
import { Parser } from 'node-sql-parser';
import { refusal, startAthena } from '../adapters/athena/stand-in';
import { recordOf } from '../core/batch/denials';
import { run } from './command';

const AWS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
  AWS_REGION: 'eu-west-1',
};
const TRAIL = ['athena', '--bucket', 's3://trail-bucket', '--accounts', '111122223333'];

const ago = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString().replace(/\.\d+/, '');
const records = ['e-1', 'e-2', 'e-2', 'e-3'].map((id) => recordOf({ id, time: ago(60) }));

type Settings = Parameters<typeof startAthena>[0];

/** Runs the command against a stand-in that ends with it. */
async function runIn(settings: Settings, args: readonly string[]) {
  const athena = await startAthena(settings);
  try {
    const ran = await run(args, { env: { ...AWS, AWS_ENDPOINT_URL: athena.url } });
    return { ...ran, ...athena };
  } finally {
    await athena.stop();
  }
}

describe('athena prints', () => {
  it('the table and the query, each with what it is', async () => {
    const { status, out, err } = await run([...TRAIL, '--last', '90d']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const [table = '', query = ''] = out.split('\n\n');
    expect(table).toMatch(/^-- The table .*\nCREATE EXTERNAL TABLE `default`\.`cloudtrail_/);
    expect(table).toContain("LOCATION 's3://trail-bucket/AWSLogs/'");
    expect(query).toMatch(/^-- The denied launches .*\nSELECT\n/);
    const { tableList } = new Parser().parse(query, { database: 'athena' });
    expect(tableList).toEqual(['select::default::cloudtrail_launch_denied']);
  });

  it('one of them alone', async () => {
    const [ddl, query] = await Promise.all([
      run([...TRAIL, '--ddl', '--organization', 'o-abcde12345', '--regions', 'us-east-1']),
      run([...TRAIL, '--query', '--from', '2025-01-01', '--to', '2025-01-31']),
    ]);
    expect(ddl.out).toMatch(/^CREATE EXTERNAL TABLE [^]*\n\);\n$/);
    expect(ddl.out).toContain('s3://trail-bucket/AWSLogs/o-abcde12345/${account}/');
    expect(ddl.out).toContain("'projection.region.values' = 'us-east-1'");
    expect(query.out).toMatch(/^SELECT\n[^]*;\n$/);
    expect(query.out).toContain(`"timestamp" BETWEEN '2025/01/01' AND '2025/02/02'`);
  });

  it('the query alone for a table of the reader', async () => {
    const { out } = await run(['athena', '--table', 'mine', '--database', 'logs']);
    expect(out).toMatch(/^-- The denied launches .*\nSELECT\n/);
    expect(out).toContain('FROM "logs"."mine"\nWHERE "timestamp"');
  });

  it('its help', async () => {
    const { out, status } = await run(['athena', '--help']);
    expect(out).toMatch(/^Usage: launch-denied athena /);
    expect(out.split('\n').filter((line) => line.endsWith(' '))).toEqual([]);
    expect(status).toBe(0);
  });
});

describe('athena refuses', () => {
  it.each([
    [['athena'], '--bucket says where the logs are, and --table which table shows them'],
    [['athena', '--bucket', 's3://b'], '--bucket has a folder for each account; give --accounts'],
    [['athena', 's3://trail-bucket'], '"s3://trail-bucket" is no option; athena takes options'],
    [['athena', '--table', 't', '--ddl'], '--ddl is about the logs of a trail; give --bucket'],
    [['athena', '--table', "t'"], `--table "t'": allowed are small letters`],
    [[...TRAIL, '--csv'], '--csv is about a query that runs; give --run too'],
    [[...TRAIL, '--create-table'], '--create-table is about a query that runs'],
    [[...TRAIL, '--ddl', '--query'], 'both are printed without --ddl and --query'],
    [[...TRAIL, '--run', '--query'], '--query prints, and --run runs'],
    [[...TRAIL, '--run', '--csv', '--json'], '--json and --csv are two outputs'],
    [[...TRAIL, '--run', '--workgroup', 'a b'], '--workgroup "a b" is no name of a workgroup'],
    [[...TRAIL, '--run', '--output-location', 'x'], '--output-location "x": allowed is s3://'],
    [[...TRAIL, '--run', '--region', 'Paris'], '--region "Paris" is no Region'],
    [[...TRAIL, '--last', 'week'], '--last "week": allowed is a number'],
    [[...TRAIL, '--regions', 'all'], '--regions "all" is no Region'],
    [[...TRAIL, '--organization', 'me'], '--organization "me" is no id of an organization'],
    [['athena', '--table', 't', '--accounts', '1'], '--accounts "1" is no account'],
    [[...TRAIL, '--nothing'], '--nothing is not an option; allowed are --bucket'],
  ])('%j with status 2', async (args, why) => {
    const { status, out, err } = await run(args, { env: AWS });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(why);
    expect(err).toContain('see launch-denied athena --help');
  });
});

describe('athena --run', () => {
  it('shows what it finds as rows, each event once', async () => {
    const args = [...TRAIL, '--last', '90d', '--run', '--workgroup', 'primary', '--csv'];
    const { status, out, err, asked } = await runIn({ records, pageSize: 2 }, args);
    expect(out).toMatch(/^code,denials,firstSeen[^]*\r\ng-\w{12},3,/);
    expect(err).toBe('launch-denied: 1 event came more than once and counted once\n');
    expect(status).toBe(0);
    expect(asked[1]).toMatchObject({
      action: 'StartQueryExecution',
      input: { WorkGroup: 'primary' },
    });
  });

  it('explains it for people', async () => {
    const { out, status } = await runIn({ records }, [...TRAIL, '--run']);
    expect(out).toMatch(/^1 cause, 3 denials, .* in the table\s+default\.cloudtrail_launch_denied/);
    expect(out).toContain('Role ci-runner may not pass role web-profile to EC2');
    expect(status).toBe(0);
  });

  it('makes the table where it is told to', async () => {
    const { statements, status } = await runIn({}, [...TRAIL, '--run', '--create-table']);
    expect([...statements.values()]).toEqual([
      expect.stringMatching(/^CREATE EXTERNAL TABLE [^;]*$/),
      expect.stringMatching(/^SELECT[^;]*$/),
    ]);
    expect(status).toBe(0);
  });

  it('says why Athena does not answer, with status 1', async () => {
    const { err, status } = await runIn(
      { instead: () => refusal('MetadataException', 'EntityNotFoundException: Entity Not Found') },
      [...TRAIL, '--run'],
    );
    expect(err).toContain('make the table with --bucket and --create-table');
    expect(status).toBe(1);
  });

  it('names the permission that is missing', async () => {
    const sentence =
      'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: athena:StartQueryExecution on resource: arn:aws:athena:eu-west-1:111122223333:workgroup/primary because no identity-based policy allows the athena:StartQueryExecution action';
    const { err, status } = await runIn(
      {
        instead: ({ action }) =>
          action === 'StartQueryExecution' ? refusal('AccessDeniedException', sentence) : null,
      },
      [...TRAIL, '--run'],
    );
    expect(err).toContain('AWS refused: arn:aws:iam::111122223333:user/ana lacks athena:Start');
    expect(status).toBe(1);
  });

  it('stops the query at Ctrl-C', async () => {
    const athena = await startAthena({ states: [{ State: 'RUNNING' }] });
    const child = spawn(process.execPath, ['dist/cli.cjs', ...TRAIL, '--run', '--json'], {
      env: { PATH: process.env['PATH'], ...AWS, AWS_ENDPOINT_URL: athena.url },
    });
    try {
      let [out, err] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      const actions = () => athena.asked.map(({ action }) => action);
      while (!actions().includes('GetQueryExecution'))
        await new Promise((resolve) => setTimeout(resolve, 20));
      child.kill('SIGINT');
      expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
      expect(actions()).toContain('StopQueryExecution');
      expect(JSON.parse(out)).toMatchObject({ denials: 0, isStopped: true });
      expect(err).toContain('stopped before the end');
    } finally {
      await athena.stop();
    }
  });
});
