// A test denial through the stand-in account: its bus hands it to the real way, which writes the real
// table.
import { groupTable } from '../../adapters/group-table';
import { sendTest } from '../../cli/doctor/send-test';
import type { From } from '../../cli/doctor/sender';
import type { GroupSettings } from '../../core/group/expected';
import { startTable, type TableStandIn } from '../adapters/group-table/stand-in';
import { World } from '../core/batch/world';
import { type Account, startAccount } from './account';
import { open } from './examining';
import { BOOK, deadUrl } from './state';

jest.setTimeout(60_000);

const environment = { ...process.env };
let account: Account;
let table: TableStandIn;

beforeAll(async () => {
  account = await startAccount();
  table = await startTable();
});

beforeEach(async () => {
  account.reset();
  await table.reset();
  account.state.book = { ...BOOK, tableName: table.tableName };
});

afterAll(async () => {
  await Promise.all([account.stop(), table.stop()]);
  process.env = environment;
});

const queue = (url: string) => account.state.queues.get(url) ?? {};
const setWaiting = (url: string, count: number) =>
  void (queue(url)['ApproximateNumberOfMessages'] = String(count));

/** The way of a batch over the real table. */
function way(settings: Partial<GroupSettings> = {}): World {
  const now = () => new Date();
  const groups = groupTable({ tableName: table.tableName, retentionDays: 90, now });
  return new World({ groups, settings });
}

/** What happens at which second, and what comes out of it; the clock is the test's. */
async function followed(
  script: Readonly<Record<number, (detail: string) => unknown>>,
  from: From = { region: null, profile: null },
) {
  let seconds = 0;
  let detail = '';
  account.state.onEvent = (given) => void (detail = given);
  const { connection, ...world } = await open(account);
  // The table has an address of its own, which the environment tells.
  const { endpoint: _endpoint, ...elsewhere } = connection;
  const happen = async () => script[seconds]?.(detail);
  return sendTest(
    { ...world, connection: elsewhere },
    {
      now: () => seconds * 1_000,
      sleep: async (milliseconds) => {
        seconds += milliseconds / 1_000;
        await happen();
      },
      seconds: 10,
    },
    from,
  );
}

const told = ({ legs }: Awaited<ReturnType<typeof sendTest>>) =>
  legs.map(({ name, status, milliseconds }) => [name, status, milliseconds]);

const handled = (settings?: Partial<GroupSettings>) => (detail: string) =>
  way(settings).handle([{ id: 'one', body: `{"detail":${detail}}` }]);

test('a test denial is followed from the bus to the alert', async () => {
  const result = await followed({
    1: () => setWaiting(BOOK.queueUrl, 1),
    3: async (detail) => {
      setWaiting(BOOK.queueUrl, 0);
      await handled()(detail);
    },
  });
  expect(told(result)).toEqual([
    ['event-bus', 'ok', 0],
    ['queue', 'ok', 1_000],
    ['table', 'ok', 3_000],
    ['alert', 'ok', 3_000],
  ]);
  expect(result.code).toMatch(/^g-/);
  expect(result.fingerprint).toContain(`role/launch-denied-test-${result.eventId.slice(0, 8)}:`);
  expect(account.state.events).toEqual([
    expect.objectContaining({
      Source: 'launch-denied.test',
      DetailType: 'AWS API Call via CloudTrail',
    }),
  ]);
});

test('a denial that the rule does not match is missed at the queue', async () => {
  expect(told(await followed({}))).toEqual([
    ['event-bus', 'ok', 0],
    ['queue', 'failed', null],
    ['table', 'not-checked', null],
    ['alert', 'not-checked', null],
  ]);
});

test('a denial that EventBridge cannot deliver is found in the dead-letter queue', async () => {
  const { legs } = await followed({ 2: () => setWaiting(BOOK.ruleDeadLetterQueueUrl, 1) });
  expect(legs[1]).toMatchObject({
    status: 'failed',
    found: expect.stringContaining('dead-letter queue of the rule'),
  });
});

test('a denial that nobody takes out of the queue is missed at the table', async () => {
  const { legs } = await followed({ 1: () => setWaiting(BOOK.queueUrl, 1) });
  expect(legs.map(({ status }) => status)).toEqual(['ok', 'ok', 'failed', 'not-checked']);
  expect(legs[2]?.todo).toContain('function, event-source and errors');
});

test('a denial of what the settings ignore has no alert, and nobody waits for it', async () => {
  const ignored = { ignoredPrincipals: ['role/launch-denied-test-*'] };
  expect(told(await followed({ 2: handled(ignored) }))).toEqual([
    ['event-bus', 'ok', 0],
    ['queue', 'ok', null],
    ['table', 'ok', 2_000],
    ['alert', 'not-checked', null],
  ]);
});

test('a bus that refuses the event is told of', async () => {
  account.state.refusesEvents = true;
  const { legs } = await followed({});
  expect(legs).toHaveLength(1);
  expect(legs[0]?.found).toContain('MalformedDetail, Detail is malformed');
});

test('without the right to put events nothing is waited for', async () => {
  account.state.lacking.add('events:PutEvents');
  const { legs } = await followed({});
  expect(legs.map(({ found }) => found)).toEqual([
    'The test denial was not put on the event bus of eu-west-1, account 111122223333. These credentials lack events:PutEvents.',
  ]);
});

test('without the right to read the table that right is named', async () => {
  table.meddle(async ({ operation }) => ({
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({ __type: 'AccessDeniedException', message: `no ${operation}` }),
  }));
  account.state.lacking.add('sqs:GetQueueAttributes');
  const { legs } = await followed({});
  expect(legs.map(({ found }) => found)).toEqual([
    'EventBridge took the test denial on the event bus of eu-west-1, account 111122223333.',
    'These credentials lack sqs:GetQueueAttributes.',
    'These credentials lack dynamodb:Query.',
    'These credentials lack dynamodb:GetItem.',
  ]);
});

test('without a stack there is nowhere to look', async () => {
  account.state.book = null;
  const { legs } = await followed({});
  expect(legs.map(({ status }) => status)).toEqual([
    'ok',
    'not-checked',
    'not-checked',
    'not-checked',
  ]);
});

describe('from another Region', () => {
  const from = { region: 'us-east-1', profile: null };
  const dead = deadUrl('us-east-1');

  test('a test denial goes over the forwarder, and is followed at home', async () => {
    const result = await followed({ 2: handled() }, from);
    expect(told(result)).toEqual([
      ['event-bus', 'ok', 0],
      ['queue', 'ok', null],
      ['table', 'ok', 2_000],
      ['alert', 'ok', 2_000],
    ]);
    expect(result.bus).toEqual({ region: 'us-east-1', account: '111122223333' });
    expect(account.state.eventRegions).toEqual(['us-east-1']);
    const [sent] = account.state.events;
    expect(JSON.parse(String(sent?.['Detail']))).toMatchObject({ awsRegion: 'us-east-1' });
  });

  test('is lost where the forwarder does not deliver', async () => {
    const { legs } = await followed({ 2: () => setWaiting(dead, 1) }, from);
    expect(legs[1]).toMatchObject({
      name: 'queue',
      status: 'failed',
      found: expect.stringContaining('left it in the dead-letter queue of rule LaunchDenied-forw'),
    });
  });

  test('is lost where there is no forwarder, and its name is told', async () => {
    account.state.forwarders.delete('us-east-1');
    const { legs } = await followed({}, from);
    expect(legs[1]?.todo).toMatch(
      /^Look at rule LaunchDenied-forwarder in us-east-1 of account 111122223333/,
    );
  });

  test('is lost in a stack of an older version, which tells no name', async () => {
    const { forwarderRuleName: _name, ...older } = BOOK;
    account.state.book = { ...older, tableName: table.tableName };
    const { legs } = await followed({}, from);
    expect(legs[1]?.found).toContain('does not list its forwarderRuleName');
  });

  test('of the home Region is none', async () => {
    const result = await followed({}, { region: 'eu-west-1', profile: null });
    expect(result.bus).toBeNull();
    expect(result.legs[1]?.todo).toBe('Mend what the checks rule, target and queue-policy tell.');
  });

  test('with a profile that is not there nothing is sent', async () => {
    // The SDK warns of two sources of credentials.
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) delete process.env[name];
    const { legs } = await followed({}, { region: null, profile: 'nobody' });
    expect(legs).toMatchObject([
      {
        name: 'event-bus',
        status: 'failed',
        found: expect.stringMatching(/profile nobody cannot be used\. sts:GetCallerIdentity got/),
        todo: 'Sign in, or give another --from-profile.',
      },
    ]);
    expect(account.state.events).toEqual([]);
  });
});
