import { type Local, startLocal } from '../../../local/start-local';
import type { Fault, FaultyCall } from '../../../local/wire/fault';
import { CALLING, printed, publish, PUT_ITEM, putEvents, tell, type ToldCall } from '../calling';
import { requireCode, tinyStack } from '../tiny-stack';

let local: Local;
afterEach(() => local.stop());

async function start(fault: Fault | null, source = CALLING): Promise<void> {
  local = await startLocal(tinyStack(source));
  local.fault(({ index }) => (index === 0 ? fault : null));
}

const receives = () => printed(local).flatMap((line) => line.receives ?? []);
const statuses = () => local.calls().map(({ status }) => status);
const PUBLISH = publish('Alerts', { Subject: 'Role ci may not launch' });
const PUT_EVENTS = putEvents({ Source: 'launch-denied', DetailType: 'T', Detail: '{}' });

describe('a call that is refused or throttled is not done:', () => {
  test.each<[string, Fault, ToldCall, string, number]>([
    ['DynamoDB', 'refused', PUT_ITEM, 'InternalServerError', 500],
    ['DynamoDB', 'throttled', PUT_ITEM, 'ProvisionedThroughputExceededException', 400],
    ['SNS', 'refused', PUBLISH, 'InternalErrorException', 500],
    ['SNS', 'throttled', PUBLISH, 'Throttling', 400],
    ['EventBridge', 'refused', PUT_EVENTS, 'InternalException', 500],
    ['EventBridge', 'throttled', PUT_EVENTS, 'ThrottlingException', 400],
  ])('%s, %s', async (_name, fault, call, name, status) => {
    local = await startLocal(tinyStack(CALLING));
    local.fault(() => fault);
    expect(await tell(local, call)).toContainEqual(expect.objectContaining({ name }));
    expect(statuses()).toEqual([status, status, status]);
    expect(await local.items()).toEqual([]);
    expect(await local.mails()).toEqual([]);
    expect(local.busEvents()).toEqual([]);
  });

  test.each<[Fault, string, number]>([
    ['refused', 'InternalFailure', 500],
    ['throttled', 'Throttling', 400],
  ])('STS, %s', async (fault, name, status) => {
    await start(
      fault,
      `const sdk = ${requireCode('@aws-sdk/client-sts')};
      exports.handler = () => new sdk.STSClient({ maxAttempts: 1 })
        .send(new sdk.GetCallerIdentityCommand({})).catch(({ name }) => console.log(name));`,
    );
    await local.enqueue('{}');
    await local.settle();
    expect(local.log()).toContain(name);
    expect(statuses()).toEqual([status]);
  });

  test.each<[Fault, string, number]>([
    ['refused', 'ServiceFailureException', 500],
    ['throttled', 'Throttling', 400],
  ])('IAM, %s', async (fault, name, status) => {
    await start(
      fault,
      `const sdk = ${requireCode('@aws-sdk/client-iam')};
      exports.handler = () => new sdk.IAMClient({ maxAttempts: 1 })
        .send(new sdk.GetUserCommand({})).catch(({ name }) => console.log(name));`,
    );
    await local.enqueue('{}');
    await local.settle();
    expect(local.log()).toContain(name);
    expect(statuses()).toEqual([status]);
  });
});

describe('a call', () => {
  test('that is never answered is not done, and the function runs out of time', async () => {
    await start('no-answer');
    const lines = await tell(local, PUT_ITEM);
    expect(local.failures()).toEqual(['Error: Task timed out after 2.00 seconds']);
    expect(lines).toContainEqual({ command: 'PutItem', output: {} });
    expect(receives()).toEqual(['1', '2']);
    expect(statuses()).toEqual([0, 200]);
  });

  test('whose answer is lost is done', async () => {
    local = await startLocal(tinyStack(CALLING));
    local.fault(() => 'answer-lost');
    await tell(local, PUT_ITEM);
    expect(printed(local)).not.toContainEqual({ command: 'PutItem', output: {} });
    expect(await local.items()).toHaveLength(1);
    expect(statuses()).toEqual([0, 0, 0]);
    expect(await local.deadLetters()).toHaveLength(1);
  });

  test.each<[Fault, number]>([
    ['killed-before', 1],
    ['killed-after', 2],
  ])('at which the function is %s: the batch comes back', async (fault, sent) => {
    await start(fault);
    const lines = await tell(local, PUBLISH);
    expect(local.failures()).toEqual(['Error: Runtime exited with SIGKILL']);
    expect(lines).toContainEqual(expect.objectContaining({ command: 'Publish' }));
    expect(receives()).toEqual(['1', '2']);
    expect(statuses()).toEqual([0, 200]);
    expect(await local.mails()).toHaveLength(sent);
    expect(await local.deadLetters()).toEqual([]);
  });
});

test('a killed sweep leaves the handler alone, and runs again', async () => {
  local = await startLocal(tinyStack(CALLING));
  await tell(local, PUT_ITEM);
  local.fault(({ by, index }) => (by === 'Sweep' && index === 0 ? 'killed-after' : null));
  await local.sweep();
  await local.sweep();
  await tell(local, PUT_ITEM);
  expect(local.failures()).toEqual(['Error: Runtime exited with SIGKILL']);
  expect(statuses()).toEqual([200, 0, 200, 200]);
});

test('a plan is asked for every call of every function, from 0, until it ends', async () => {
  local = await startLocal(tinyStack(CALLING));
  const asked: FaultyCall[] = [];
  local.fault((call) => (asked.push(call), null));
  await tell(local, PUT_ITEM);
  await local.sweep();
  await tell(local, PUT_EVENTS);
  local.fault(null);
  await tell(local, PUT_ITEM);
  const resource = 'arn:aws:dynamodb:us-east-1:111122223333:table/Denials';
  expect(asked).toEqual([
    { index: 0, by: 'Function', action: 'dynamodb:PutItem', resource },
    { index: 1, by: 'Sweep', action: 'dynamodb:Query', resource },
    {
      index: 2,
      by: 'Function',
      action: 'events:PutEvents',
      resource: 'arn:aws:events:us-east-1:111122223333:event-bus/default',
    },
  ]);
  expect(statuses()).toEqual([200, 200, 200, 200]);
});

test('an SDK client that tries again makes another call of the plan', async () => {
  local = await startLocal(tinyStack(CALLING.replace('maxAttempts: 1', 'maxAttempts: 3')));
  const indexes: number[] = [];
  local.fault(({ index }) => (indexes.push(index), index < 2 ? 'refused' : null));
  await tell(local, PUT_ITEM);
  expect(indexes).toEqual([0, 1, 2]);
  expect(statuses()).toEqual([500, 500, 200]);
});
