// A home stack that denials of other accounts come to.
import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { LaunchDeniedStack, type LaunchDeniedSettings } from '../../lib';
import { functionOf, handlerBundle, templateOf } from './stand-in';

const ORGANIZATION = { organization: 'o-a1b2c3d4e5' };
const ACCOUNTS = { accounts: ['444455556666', '777788889999'] };
const plain = templateOf();

const joined = (...parts: readonly unknown[]) => ({ 'Fn::Join': ['', parts] });
const PARTITION = { Ref: 'AWS::Partition' };
const READER_ROLE = joined('arn:', PARTITION, ':iam::*:role/LaunchDenied-reader');

const variableOf = (template: Template, name: string): unknown =>
  Object(functionOf(template, 'handler').properties['Environment']).Variables[name];

it('refuses a name that leaves no room for the names made of it', () => {
  const make = (id: string) =>
    new LaunchDeniedStack(new App(), id, { launchDenied: { ...ORGANIZATION, handlerBundle } });
  expect(() => make('L'.repeat(55))).toThrow('give at most 54');
  expect(() => make('L'.repeat(54))).not.toThrow();
});

describe('the policy of the event bus', () => {
  const statementOf = (settings: LaunchDeniedSettings) => {
    const found = templateOf(settings).findResources('AWS::Events::EventBusPolicy');
    return Object.values(found).map(({ Properties }) => Properties);
  };
  const condition = {
    'events:source': ['aws.ec2', 'launch-denied.test'],
    'events:detail-type': 'AWS API Call via CloudTrail',
  };
  const common = {
    Effect: 'Allow',
    Action: 'events:PutEvents',
    Resource: joined(
      'arn:',
      PARTITION,
      ':events:',
      { Ref: 'AWS::Region' },
      ':',
      { Ref: 'AWS::AccountId' },
      ':event-bus/default',
    ),
  };

  it('is not there without members', () => {
    expect(statementOf({})).toEqual([]);
  });

  it('lets accounts of the organization put denials, and nothing else', () => {
    const Statement = {
      ...common,
      Principal: '*',
      Condition: { StringEquals: { ...condition, 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    };
    expect(statementOf(ORGANIZATION)).toEqual([{ StatementId: 'LaunchDenied-members', Statement }]);
  });

  it('lets the accounts of a list put denials, and nothing else', () => {
    const Principal = { AWS: ACCOUNTS.accounts };
    const Statement = { ...common, Principal, Condition: { StringEquals: condition } };
    expect(statementOf(ACCOUNTS)).toEqual([{ StatementId: 'LaunchDenied-members', Statement }]);
  });
});

describe.each(['handler', 'sweep'] as const)('the %s', (exported) => {
  const grants = (settings: LaunchDeniedSettings) =>
    functionOf(templateOf(settings), exported).statements.flatMap(({ Action, Resource }) =>
      [Action].flat().map((action) => [action, Resource] as const),
    );
  const assumes = (settings: LaunchDeniedSettings) =>
    grants(settings).filter(([action]) => action === 'sts:AssumeRole');

  it('assumes no role without members', () => {
    expect(assumes({})).toEqual([]);
  });

  it('assumes the one role by its name, and is granted nothing else besides', () => {
    for (const members of [ORGANIZATION, ACCOUNTS])
      expect(assumes(members)).toEqual([['sts:AssumeRole', READER_ROLE]]);
    const rest = grants(ORGANIZATION).filter(([action]) => action !== 'sts:AssumeRole');
    expect(rest).toEqual(grants({}));
  });
});

it('lets the widget assume nothing', () => {
  const { statements } = functionOf(templateOf(ORGANIZATION), 'customWidget');
  expect(JSON.stringify(statements)).not.toContain('sts:');
});

it('tells the functions the role, and the names of accounts', () => {
  const accountNames = { '444455556666': 'payments' };
  expect(variableOf(plain, 'READER_ROLE_NAME')).toBeUndefined();
  expect(variableOf(plain, 'ACCOUNT_NAMES')).toBeUndefined();
  const named = templateOf({ ...ORGANIZATION, accountNames });
  expect(variableOf(named, 'READER_ROLE_NAME')).toBe('LaunchDenied-reader');
  expect(variableOf(named, 'ACCOUNT_NAMES')).toBe(JSON.stringify(accountNames));
});

it('puts out what the forwarder in a member account is deployed with', () => {
  const { MemberParameters } = templateOf(ORGANIZATION).toJSON()['Outputs'];
  const parts: readonly unknown[] = MemberParameters.Value['Fn::Join'][1];
  const text = parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
  const given = JSON.parse(text).map(Object.values);
  expect(Object.fromEntries(given)).toEqual({
    HomeAccount: '…',
    HomeRegion: '…',
    HomeStackName: 'LaunchDenied',
    FunctionRoleArns: '…,…',
    OrganizationId: 'o-a1b2c3d4e5',
    Operations: 'RunInstances,CreateFleet,RequestSpotInstances,RequestSpotFleet,StartInstances',
    Simulate: 'true',
  });
  expect(plain.toJSON()['Outputs']['MemberParameters']).toBeUndefined();
});
