import { Lazy } from 'aws-cdk-lib/core';
import { ATTRIBUTES } from '../../../core/alert/attributes';
import { POLICY_TYPES, VERDICTS } from '../../../core/contract';
import { parseSettings } from '../../../lib/settings';
import {
  type AlertSubscription,
  FILTER_ATTRIBUTES,
  FILTER_VALUES,
} from '../../../lib/settings/subscriptions';
import { refusal } from './refusal';

const emails = ['oncall@example.com'];
const many = (prefix: string, length: number) =>
  Array.from({ length }, (_, at) => `${prefix}${at}`);

function filtered(filter: unknown): string {
  const subscriptions = [{ protocol: 'email', endpoint: 'a@example.com', filter }];
  return refusal({ emails, subscriptions });
}

describe('an endpoint that is not of the kind of its protocol is refused', () => {
  it.each([
    ['email', 'oncall'],
    ['email-json', 'https://example.com'],
    ['https', 'http://example.com/alerts'],
    ['https', 'https://'],
    ['https', 'example.com'],
    ['sms', '15555550100'],
    ['sms', '+0155555501'],
    ['sms', '+1 555 555 0100'],
    ['sms', '+1234567890123456'],
    ['sqs', 'https://sqs.us-east-2.amazonaws.com/111122223333/alerts'],
    ['sqs', 'arn:aws:sqs:us-east-2:111122223333:alerts.fifo'],
    ['sqs', 'arn:aws:lambda:us-east-2:111122223333:function:alerts'],
    ['lambda', 'alerts'],
    ['lambda', 'arn:aws:lambda:us-east-2:1111:function:alerts'],
    ['http', 'http://example.com'],
    ['application', 'arn:aws:sns:us-east-2:111122223333:endpoint/GCM/a/b'],
  ])('%s %s', (protocol, endpoint) => {
    const words = refusal({ emails, subscriptions: [{ protocol, endpoint }] });
    expect(words).toContain(
      `subscriptions is [{"protocol":"${protocol}","endpoint":"${endpoint}"}]`,
    );
    expect(words).toContain('give a list such as [{"protocol":"email"');
  });
});

it.each([
  ['sms', '+4915550100'],
  ['https', 'https://example.com/alerts?team=iam'],
  ['sqs', 'arn:aws-us-gov:sqs:us-gov-west-1:111122223333:alerts'],
  ['lambda', 'arn:aws-cn:lambda:cn-north-1:111122223333:function:alerts:live'],
  ['sqs', Lazy.string({ produce: () => 'an ARN that is known later' })],
  ['lambda', Lazy.string({ produce: () => 'an ARN that is known later' })],
])('%s takes %s', (protocol, endpoint) => {
  expect(refusal({ emails, subscriptions: [{ protocol, endpoint }] })).toBe('accepted');
});

describe('subscriptions that are no list of subscriptions are refused', () => {
  it.each([
    'oncall@example.com',
    '[{"protocol":"email"',
    '{"protocol":"email","endpoint":"a@example.com"}',
    [{ protocol: 'email' }],
    [{ endpoint: 'a@example.com' }],
    [{ protocol: 'email', endpoint: 'a@example.com', filters: {} }],
    [
      { protocol: 'email', endpoint: 'a@example.com' },
      { protocol: 'email', endpoint: 'a@example.com' },
    ],
  ])('%j', (subscriptions) => {
    expect(refusal({ subscriptions })).toContain('subscriptions is ');
  });
});

describe('a filter that SNS would refuse, or that nothing could pass, is refused', () => {
  it.each([
    [{}],
    [{ action: [] }],
    [{ action: 'iam:PassRole' }],
    [{ action: [''] }],
    [{ action: ['x'.repeat(257)] }],
    [{ action: [{ prefix: 'ec2:' }] }],
    [{ Action: ['iam:PassRole'] }],
    [{ verdict: ['explicit'] }],
    [{ policyType: ['scp'] }],
    [{ principal: many('role-', 76), action: many('ec2:A', 2) }],
    [{ principal: many('role-', 151) }],
    [
      Object.fromEntries(
        ATTRIBUTES.slice(2)
          .map((name) => [name, ['a']])
          .concat([['verdict', ['undetermined']]]),
      ),
    ],
  ])('%j', (filter) => {
    expect(filtered(filter)).toContain('and their lengths multiply to at most 150');
  });
});

it.each([
  [{ principal: many('role-', 75), action: many('ec2:A', 2) }],
  [Object.fromEntries(ATTRIBUTES.slice(2).map((name) => [name, ['a']]))],
  [{ policyType: ['service-control-policy', 'none'], verdict: ['explicit-deny'] }],
])('a filter within the limits is taken: %j', (filter) => {
  expect(filtered(filter)).toBe('accepted');
});

it('keeps a subscription as it was given, and no filter where none was', () => {
  const subscriptions: readonly AlertSubscription[] = [
    { protocol: 'https', endpoint: 'https://example.com' },
    { protocol: 'sms', endpoint: '+15555550100', filter: { reason: ['NO_ALLOW'] } },
  ];
  expect(parseSettings({ subscriptions }).subscriptions).toStrictEqual(subscriptions);
});

it('knows the attributes that alerts carry, and the closed lists of their values', () => {
  expect(FILTER_ATTRIBUTES).toEqual(ATTRIBUTES);
  expect(FILTER_VALUES).toEqual({ verdict: VERDICTS, policyType: [...POLICY_TYPES, 'none'] });
});
