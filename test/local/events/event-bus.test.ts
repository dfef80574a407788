import {
  EventBridgeClient,
  ListRulesCommand,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import * as v from 'valibot';
import { createEventBus, type EventBus } from '../../../local/events/event-bus';
import { startEventBusEndpoint } from '../../../local/events/event-bus-endpoint';
import { evaluate } from '../../../local/policy/evaluate';
import { policyDocument } from '../../../local/policy/statement';
import { createClock } from '../../../local/runtime/clock';
import type { AwsCall } from '../../../local/wire/endpoint';
import type { Loopback } from '../../../local/wire/loopback';

const ACCOUNT = '111122223333';
const KEY = 'ASIAIOSFODNN7EXAMPLE';
const BUS = `arn:aws:events:us-east-1:${ACCOUNT}:event-bus/default`;
const STATEMENTS = v.parse(policyDocument, {
  Statement: {
    Effect: 'Allow',
    Action: 'events:PutEvents',
    Resource: '*',
    Condition: {
      StringLike: { 'events:source': ['launch-denied', 'aws.*', ''] },
      StringNotEquals: { 'events:detail-type': 'Forbidden' },
    },
  },
});

let toRules: unknown[];
let calls: AwsCall[];
let bus: EventBus;
let server: Loopback;

beforeEach(async () => {
  toRules = [];
  calls = [];
  const clock = createClock();
  clock.set('2026-11-20T09:14:03Z');
  bus = createEventBus(async (event) => {
    toRules.push(event);
    return { matched: toRules.length === 1, mismatches: [], refusals: [] };
  }, clock);
  const caller = { accessKeyId: KEY, session: 'explain-role/explain', accountIn: () => ACCOUNT };
  server = await startEventBusEndpoint(
    bus,
    { ...caller, decide: (request) => evaluate(STATEMENTS, request) },
    (call) => void calls.push(call),
  );
});

afterEach(() => server.stop());

function client(accessKeyId = KEY): EventBridgeClient {
  const credentials = { accessKeyId, secretAccessKey: 'secret', sessionToken: 'session' };
  return new EventBridgeClient({ endpoint: server.url, region: 'us-east-1', credentials });
}

const entry = (changed: PutEventsRequestEntry = {}): PutEventsRequestEntry => ({
  Source: 'launch-denied',
  DetailType: 'Launch Denial Explained',
  Detail: '{"version":1}',
  ...changed,
});
const put = (...Entries: PutEventsRequestEntry[]) =>
  client().send(new PutEventsCommand({ Entries }));

describe('the bus', () => {
  test('takes an event to the rules, in its envelope, and keeps it', async () => {
    const { FailedEntryCount, Entries } = await put(
      entry({ Resources: ['arn:aws:iam::111122223333:role/ci'] }),
    );
    expect(FailedEntryCount).toBe(0);
    const event = {
      version: '0',
      id: Entries?.[0]?.EventId,
      'detail-type': 'Launch Denial Explained',
      source: 'launch-denied',
      account: ACCOUNT,
      time: expect.stringMatching(/^2026-11-20T09:14:\d\dZ$/),
      region: 'us-east-1',
      resources: ['arn:aws:iam::111122223333:role/ci'],
      detail: { version: 1 },
    };
    expect(event.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(toRules).toEqual([event]);
    expect(bus.events).toEqual([{ event, matched: true }]);
  });

  test('keeps the time of the entry', async () => {
    await put(entry({ Time: new Date('2026-01-02T03:04:05Z') }));
    expect(bus.events).toMatchObject([{ event: { time: '2026-01-02T03:04:05Z' } }]);
  });

  test('tells which events a rule matched', async () => {
    await put(entry(), entry({ EventBusName: 'default' }), entry({ EventBusName: BUS }));
    expect(bus.events.map(({ matched }) => matched)).toEqual([true, false, false]);
  });

  test('refuses single entries, and takes the others', async () => {
    const { FailedEntryCount, Entries = [] } = await put(
      entry({ Source: 'aws.ec2' }),
      entry({ Detail: '[]' }),
      entry({ Detail: 'null' }),
      entry({ Detail: '{' }),
      entry(),
      entry({ Source: '' }),
      entry({ DetailType: '' }),
      entry({ Detail: '' }),
      entry({ EventBusName: 'mine' }),
    );
    expect(FailedEntryCount).toBe(8);
    expect(Entries.map(({ ErrorCode }) => ErrorCode)).toEqual([
      'NotAuthorizedForSourceException',
      'MalformedDetail',
      'MalformedDetail',
      'MalformedDetail',
      undefined,
      'InvalidArgument',
      'InvalidArgument',
      'InvalidArgument',
      'InvalidArgument',
    ]);
    expect(bus.events).toHaveLength(1);
  });
});

describe('the bus refuses', () => {
  const sized = (bytes: number): PutEventsRequestEntry => {
    const around = 'launch-denied'.length + 'T'.length + '{"x":""}'.length;
    return entry({ DetailType: 'T', Detail: JSON.stringify({ x: 'x'.repeat(bytes - around) }) });
  };

  test.each<[string, PutEventsRequestEntry[]]>([
    ['no entries', []],
    ['eleven entries', Array.from({ length: 11 }, () => entry())],
    ['a byte too many', [sized(262_145)]],
    ['a byte too many in two entries', [sized(131_072), sized(131_073)]],
    ['a time that is too many', [{ ...sized(262_131), Time: new Date() }]],
  ])('%s', async (_name, entries) => {
    await expect(put(...entries)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(bus.events).toEqual([]);
  });

  test.each<[string, PutEventsRequestEntry[]]>([
    ['the most bytes', [sized(262_144)]],
    ['the most bytes with a time', [{ ...sized(262_130), Time: new Date() }]],
    ['ten entries', Array.from({ length: 10 }, () => entry())],
  ])('not %s', async (_name, entries) => {
    await expect(put(...entries)).resolves.toMatchObject({ FailedEntryCount: 0 });
  });

  test.each([
    ['a source that the policy does not name', { Source: 'somebody' }],
    ['a detail type that the policy excludes', { DetailType: 'Forbidden' }],
  ])('%s, in the real words', async (_name, changed) => {
    await expect(put(entry(), entry(changed))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:sts::${ACCOUNT}:assumed-role/explain-role/explain is not authorized to perform: events:PutEvents on resource: ${BUS} because no identity-based policy allows the events:PutEvents action`,
    });
    expect(bus.events).toEqual([]);
    expect(calls.map(({ decision }) => decision)).toEqual(['allowed', 'implicit-deny']);
  });

  test('a caller it does not know', async () => {
    const command = new PutEventsCommand({ Entries: [entry()] });
    await expect(client('ASIASOMEBODYELSE').send(command)).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    expect(calls).toEqual([]);
  });

  test('an action that the policy does not allow', async () => {
    await expect(client().send(new ListRulesCommand({}))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });
});

test('entries of one kind are one call, with its bus', async () => {
  await put(entry(), entry(), entry({ DetailType: 'T' }));
  const call = {
    by: 'explain',
    account: ACCOUNT,
    action: 'events:PutEvents',
    resource: BUS,
    region: 'us-east-1',
    decision: 'allowed',
    status: 200,
  };
  expect(calls).toEqual([call, call]);
});
