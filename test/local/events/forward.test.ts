import { startEmulators } from '../../../local/emulators/emulators';
import type { FurtherStack } from '../../../local/further';
import type { Sender } from '../../../local/put-event';
import { type Local, type LocalOptions, startLocal } from '../../../local/start-local';
import { tinyStack } from '../tiny-stack';
import {
  eventAt,
  forwarder,
  HOME_BUS,
  memberStack,
  ORGANIZATION,
  PAYMENTS,
  SEARCH,
  STRANGER,
  tinyHub,
} from '../further-stacks';

const HOME = '111122223333';
const REGION = 'eu-west-1';
const IDLE =
  'exports.handler = async () => ({ batchItemFailures: [] }); exports.sweep = async () => {};';

let local: Local;
const started: Local[] = [];
afterAll(() => Promise.all(started.map((one) => one.stop())));

async function start(...further: readonly FurtherStack[]): Promise<Local> {
  const options = { place: { organization: ORGANIZATION }, further };
  local = await startLocal(tinyHub(IDLE), options);
  started.push(local);
  return local;
}

const put = (account: string, changed: Readonly<Record<string, unknown>> = {}) =>
  local.put(eventAt(account, REGION, changed), { account, region: REGION });

describe('an event', () => {
  let plain: Local;
  beforeAll(async () => {
    const elsewhere = { region: 'eu-west-2', organization: null };
    plain = await start(
      memberStack(HOME, forwarder()),
      memberStack(HOME, forwarder(), elsewhere),
      memberStack(PAYMENTS, forwarder()),
    );
  });
  beforeEach(() => void (local = plain));

  test('of another Region, and one of a member, come through their rules to the home queue', async () => {
    const end = { matched: true, mismatches: [], refusals: [] };
    for (const account of [HOME, PAYMENTS]) await expect(put(account)).resolves.toEqual(end);
    expect(await local.queueDepth()).toBe(2);
    expect(await local.undelivered()).toEqual([]);
  });

  test('of the same account needs no bus policy', async () => {
    const at = { account: HOME, region: 'eu-west-2' };
    const event = eventAt(at.account, at.region);
    await expect(local.put(event, at)).resolves.toMatchObject({ matched: true });
  });

  test('of a place without a stack meets a bus without rules', async () => {
    const none = { matched: false, mismatches: [], refusals: [] };
    await expect(put(SEARCH)).resolves.toEqual(none);
  });

  test('that the rule of the forwarder does not match stays there', async () => {
    const end = await put(PAYMENTS, { region: 'us-west-2' });
    expect(end).toMatchObject({ matched: false, mismatches: [{ path: 'region' }] });
    expect(await local.undelivered()).toEqual([]);
  });

  test.each<[string, Sender, boolean]>([
    ['the organization', { account: PAYMENTS, organization: ORGANIZATION }, true],
    ['another organization', { account: STRANGER, organization: 'o-zzzzzzzzzz' }, false],
    ['no organization', { account: STRANGER, organization: null }, false],
    ['the home account', { account: HOME, organization: null }, true],
  ])('that somebody of %s puts on the bus by its ARN', async (_name, sender, matched) => {
    const end = await local.putFrom(sender, eventAt(sender.account, REGION));
    expect(end.matched).toBe(matched);
    expect(end.refusals).toHaveLength(matched ? 0 : 1);
  });
});

const role = (statement: object) => ({
  Role: {
    Policies: [{ PolicyDocument: { Version: '2012-10-17', Statement: statement } }],
  },
});
const trust = (condition: object) => ({
  Role: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: condition,
      },
    },
  },
});
const target = (changed: object) => {
  const [own] = [{ Id: 'T', Arn: HOME_BUS, RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } }];
  const DeadLetterConfig = { Arn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] } };
  return { Rule: { Targets: [{ ...own, DeadLetterConfig, ...changed }] } };
};
const PUT = { Effect: 'Allow', Action: 'events:PutEvents', Resource: HOME_BUS };

/** Why it ends there, the stack that it starts in, and what EventBridge says. */
type Row = readonly [why: string, Partial<FurtherStack>, code: string, words: string];

const member = (...changed: Parameters<typeof forwarder>) => ({ template: forwarder(...changed) });

const ROWS: readonly Row[] = [
  [
    'its account is in no organization',
    { account: STRANGER, organization: null },
    'NO_PERMISSIONS',
    'because no resource-based policy allows the events:PutEvents action',
  ],
  [
    'its account is in another organization',
    { account: STRANGER, organization: 'o-zzzzzzzzzz' },
    'NO_PERMISSIONS',
    'because no resource-based policy allows',
  ],
  [
    'the role may not put events',
    member(role({ ...PUT, Action: 'events:ListRules' })),
    'NO_PERMISSIONS',
    'because no identity-based policy allows the events:PutEvents action',
  ],
  [
    'the role may put events on another bus alone',
    member(role({ ...PUT, Resource: `${HOME_BUS}-not` })),
    'NO_PERMISSIONS',
    'because no identity-based policy allows',
  ],
  [
    'the role may not put events of this source',
    member(role({ ...PUT, Condition: { StringEquals: { 'events:source': 'aws.s3' } } })),
    'NO_PERMISSIONS',
    'because no identity-based policy allows',
  ],
  [
    'the role is denied it',
    member(role([PUT, { ...PUT, Effect: 'Deny' }])),
    'NO_PERMISSIONS',
    'with an explicit deny in an identity-based policy',
  ],
  [
    'the role trusts rules of another account',
    member(trust({ StringEquals: { 'aws:SourceAccount': SEARCH } })),
    'FAILED_TO_ASSUME_ROLE',
    'events.amazonaws.com may not assume arn:aws:iam::444455556666:role/Role',
  ],
  [
    'the role is not there',
    member(target({ RoleArn: 'arn:aws:iam::444455556666:role/Gone' })),
    'FAILED_TO_ASSUME_ROLE',
    'may not assume arn:aws:iam::444455556666:role/Gone',
  ],
  [
    'the bus is not there',
    member({
      ...target({ Arn: `${HOME_BUS}s` }),
      ...role({ ...PUT, Resource: `${HOME_BUS}s` }),
    }),
    'NO_RESOURCE',
    `There is no event bus ${HOME_BUS}s`,
  ],
];

describe('an event ends in the dead-letter queue of its rule where', () => {
  /** Each in a Region of its own. */
  const stacks = ROWS.map(([, changed], at) =>
    memberStack(PAYMENTS, forwarder(), { ...changed, region: `xx-west-${at + 1}` }),
  );
  let all: Local;
  beforeAll(async () => void (all = await start(...stacks)));
  beforeEach(() => void (local = all));

  test.each(ROWS.map((row, at) => [...row, at] as const))('%s', async (...row) => {
    const [, , code, words, at] = row;
    const { account, region } = stacks[at] ?? memberStack(PAYMENTS, forwarder());
    const end = await local.put(eventAt(account, region), { account, region });
    expect(end).toMatchObject({ matched: false, refusals: [{ code }] });
    expect(end.refusals[0]?.message).toContain(words);
    expect(await local.queueDepth()).toBe(0);
    expect(await local.undelivered()).toContainEqual({
      event: eventAt(account, region),
      ruleArn: `arn:aws:events:${region}:${account}:rule/Rule`,
      targetArn: expect.stringContaining(HOME_BUS),
      ...end.refusals[0],
    });
  });
});

test('an event ends there where its detail type is not one that the bus policy names', async () => {
  await start(memberStack(PAYMENTS, forwarder()));
  const end = await put(PAYMENTS, { 'detail-type': 'AWS Console Sign In via CloudTrail' });
  expect(end.refusals).toMatchObject([{ code: 'NO_PERMISSIONS' }]);
  expect(await local.undelivered()).toHaveLength(1);
});

test('an event is lost where the dead-letter queue does not let EventBridge in, or is not there', async () => {
  const stranger = { organization: null };
  const closed = forwarder({ DeadLettersPolicy: { PolicyDocument: { Statement: [] } } });
  const without = forwarder(target({ DeadLetterConfig: undefined }));
  await start(memberStack(STRANGER, closed, stranger), memberStack(SEARCH, without, stranger));
  for (const account of [STRANGER, SEARCH])
    await expect(put(account)).resolves.toMatchObject({ refusals: [{ code: 'NO_PERMISSIONS' }] });
  expect(await local.undelivered()).toEqual([]);
});

test('an event that was forwarded is not forwarded on, whatever the rules say', async () => {
  const middle = `arn:aws:events:${REGION}:${SEARCH}:event-bus/default`;
  const first = forwarder({ ...target({ Arn: middle }), ...role({ ...PUT, Resource: middle }) });
  const second = forwarder();
  second.Resources.BusPolicy = {
    Type: 'AWS::Events::EventBusPolicy',
    Properties: {
      StatementId: 'all',
      Statement: { ...PUT, Principal: { AWS: PAYMENTS }, Resource: middle },
    },
  };
  await start(memberStack(PAYMENTS, first), memberStack(SEARCH, second));
  const end = await put(PAYMENTS);
  expect(end).toMatchObject({ matched: false, refusals: [{ code: 'THIRD_ACCOUNT_HOP_DETECTED' }] });
  expect(await local.queueDepth()).toBe(0);
  expect(await local.undelivered()).toMatchObject([{ ruleArn: expect.stringContaining(SEARCH) }]);
});

test('an event that came from another Region does not go on to a third one', async () => {
  const paris = 'arn:aws:events:eu-west-3:111122223333:event-bus/default';
  const first = forwarder({ ...target({ Arn: paris }), ...role({ ...PUT, Resource: paris }) });
  const anywhere = { Rule: { ...target({}).Rule, EventPattern: { source: ['aws.ec2'] } } };
  const second = memberStack(HOME, forwarder(anywhere), { region: 'eu-west-3' });
  await start(memberStack(HOME, first), second);
  await expect(put(HOME)).resolves.toMatchObject({
    refusals: [{ code: 'THIRD_REGION_HOP_DETECTED' }],
  });
});

describe('a rule for the events of its own Region', () => {
  const Rule = { EventPattern: { region: [{ Ref: 'AWS::Region' }] } };
  const matched = async (region: string): Promise<boolean> =>
    (await local.put(eventAt(HOME, region))).matched;

  test.each<[string, LocalOptions]>([
    ['is deployed to one', { place: { region: 'eu-west-1' } }],
    ['has stacks around it', { further: [memberStack(PAYMENTS, forwarder())] }],
  ])('matches no others, where the stack %s', async (_name, options) => {
    local = await startLocal(tinyStack(IDLE, { Rule }), options);
    started.push(local);
    expect(await matched(local.place.region)).toBe(true);
    expect(await matched('eu-central-1')).toBe(false);
  });
});

test('a further stack with a function of its own is refused', async () => {
  const { template } = tinyHub(IDLE);
  const starting = startEmulators();
  const refused = startLocal(tinyHub(IDLE), {
    starting,
    further: [memberStack(PAYMENTS, template)],
  });
  await expect(refused).rejects.toThrow(
    'the stack in eu-west-1 of 444455556666 has Denials, as only the home stack may',
  );
});
