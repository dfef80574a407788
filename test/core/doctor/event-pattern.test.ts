import { App } from 'aws-cdk-lib/core';
import { Template } from 'aws-cdk-lib/assertions';
import * as v from 'valibot';
import {
  comparePattern,
  patternFor,
  WATCHABLE_OPERATIONS,
  watchedOperation,
} from '../../../core/doctor/event-pattern';
import { judgeBusPolicy } from '../../../core/doctor/bus-policy';
import { forwarderName, readerRoleName } from '../../../core/doctor/home';
import { answerOf } from '../../../core/doctor/queue-statements';
import { judgeReaderRole } from '../../../core/doctor/reader-role';
import { ForwarderStack, LaunchDeniedStack } from '../../../lib';
import { DEFAULT_OPERATIONS, LAUNCH_OPERATIONS } from '../../../lib/settings/operations';
import { BOOK } from '../../doctor/state';
import { handlerBundle } from '../../lib/stand-in';

function templateOf(settings: object): Template {
  const stack = new LaunchDeniedStack(new App(), 'LaunchDenied', {
    launchDenied: { ...settings, handlerBundle },
  });
  return Template.fromStack(stack);
}

/** The properties of the resources of a type. */
function propertiesOf(template: Template, type: string): readonly Record<string, unknown>[] {
  const resources = Object.values(template.findResources(type));
  return resources.map(({ Properties }) => v.parse(v.record(v.string(), v.unknown()), Properties));
}

/** The rule of the denials; the sweep has a rule without a pattern. */
function deployedPattern(settings: object): unknown {
  const patterns = propertiesOf(templateOf(settings), 'AWS::Events::Rule');
  return patterns.find(({ EventPattern }) => EventPattern !== undefined)?.['EventPattern'];
}

describe('the pattern that the doctor expects', () => {
  test('is the one that this version deploys', () => {
    expect(deployedPattern({})).toEqual(patternFor(DEFAULT_OPERATIONS));
    expect(comparePattern(JSON.stringify(deployedPattern({})))).toEqual({
      differences: [],
      expected: JSON.stringify(patternFor(DEFAULT_OPERATIONS)),
    });
  });

  test('follows the setting operations', () => {
    const operations = ['ModifyFleet', 'RunInstances'];
    expect(comparePattern(JSON.stringify(deployedPattern({ operations }))).differences).toEqual([]);
  });

  test('knows every operation that the setting takes', () => {
    expect(WATCHABLE_OPERATIONS).toEqual(LAUNCH_OPERATIONS);
  });
});

describe('a deployed pattern', () => {
  const pattern = patternFor(['RunInstances']);

  test('is compared by its content, not by its order', () => {
    const { source, detail, ...rest } = pattern;
    const turned = { detail, ...rest, source: source.toReversed() };
    expect(comparePattern(JSON.stringify(turned)).differences).toEqual([]);
  });

  test('that is no JSON lacks everything', () => {
    const { differences, expected } = comparePattern('{');
    expect(differences[0]).toBe('it does not look at source');
    expect(differences).toHaveLength(5);
    expect(JSON.parse(expected)).toEqual(patternFor(DEFAULT_OPERATIONS));
  });

  test('with content filters names them as they are', () => {
    const detail = { ...pattern.detail, errorCode: [{ prefix: 'Client.' }] };
    expect(comparePattern(JSON.stringify({ ...pattern, detail })).differences).toEqual([
      'detail.errorCode lacks Client.UnauthorizedOperation, UnauthorizedOperation, AccessDenied, AccessDeniedException',
      'detail.errorCode has {"prefix":"Client."} too',
    ]);
  });

  test('tells an operation to test with', () => {
    expect(watchedOperation(JSON.stringify(patternFor(['ModifyFleet'])))).toBe('ModifyFleet');
    expect(watchedOperation('')).toBe('RunInstances');
  });
});

test('the policies that are deployed let EventBridge write', () => {
  const policies = propertiesOf(templateOf({}), 'AWS::SQS::QueuePolicy');
  const ruleArn = 'arn:aws:events:eu-west-1:111122223333:rule/Rule';
  const queueArn = 'arn:aws:sqs:eu-west-1:111122223333:Queue';
  const answers = policies.map(({ PolicyDocument }) => {
    const text = JSON.stringify(PolicyDocument)
      .replace(/"Resource":\{[^}]*\}/g, `"Resource":"${queueArn}"`)
      .replace(/"aws:SourceArn":\{[^}]*\}/g, `"aws:SourceArn":"${ruleArn}"`);
    return answerOf(text, { queueArn, ruleArn, account: '111122223333' }).kind;
  });
  // The last one is of the queue that the function gives up to, where EventBridge has no part.
  expect(answers.toSorted()).toEqual(['allowed', 'allowed', 'not-allowed']);
});

const HUB = { organization: 'o-a1b2c3d4e5', regions: ['us-east-1', 'ap-south-1'] };

test('the stack lists what the doctor asks for', () => {
  const slack = [{ workspaceId: 'T0123ABCD', channelId: 'C0123ABCD' }];
  const [parameter] = propertiesOf(
    templateOf({ slack, emails: ['oncall@example.com'], ...HUB }),
    'AWS::SSM::Parameter',
  );
  const value = JSON.stringify(parameter?.['Value']);
  for (const field of Object.keys(BOOK)) expect(value).toContain(`\\"${field}\\":`);
});

/** A policy as it would be in the account, where each reference is the account or the Region. */
function resolved(policy: unknown): string {
  const text = JSON.stringify(policy, (_key, value) => {
    if (typeof value !== 'object' || value === null) return value;
    const named: Readonly<Record<string, string>> = {
      'AWS::Partition': 'aws',
      'AWS::Region': 'eu-west-1',
      'AWS::AccountId': '111122223333',
    };
    if ('Ref' in value) return named[String(value.Ref)] ?? value;
    if ('Fn::GetAtt' in value) return 'arn:aws:iam::111122223333:role/Explain';
    return value;
  });
  return text.replace(/\{"Fn::Join":\["",(\[[^\]]*\])\]\}/g, (_all, parts: string) =>
    JSON.stringify(v.parse(v.array(v.string()), JSON.parse(parts)).join('')),
  );
}

describe('what is deployed elsewhere', () => {
  const home = { account: '111122223333', region: 'eu-west-1', stackName: 'LaunchDenied' };
  const place = { region: 'eu-west-1', profile: null };
  const operations = ['RunInstances', 'ModifyFleet'] as const;
  const stack = new ForwarderStack(new App(), 'LaunchDenied-forwarder', {
    home,
    operations,
    reader: {
      functionRoleArns: ['arn:aws:iam::111122223333:role/Explain'],
      organization: HUB.organization,
      simulate: false,
    },
  });
  const template = Template.fromStack(stack);

  test('is found by its names', () => {
    const [rule] = propertiesOf(template, 'AWS::Events::Rule');
    const [reader] = propertiesOf(template, 'AWS::IAM::Role').filter(({ RoleName }) => RoleName);
    expect([rule?.['Name'], reader?.['RoleName']]).toEqual([
      forwarderName(home),
      readerRoleName(home),
    ]);
  });

  test('has the pattern of the home rule', () => {
    const [rule] = propertiesOf(template, 'AWS::Events::Rule');
    const pattern = resolved(rule?.['EventPattern']);
    const { account, region } = home;
    const wanted = { operations, own: { account, region } };
    expect(comparePattern(pattern, wanted).differences).toEqual([]);
  });

  test('is trusted as the doctor expects it', () => {
    const [reader] = propertiesOf(template, 'AWS::IAM::Role').filter(({ RoleName }) => RoleName);
    const trust = resolved(reader?.['AssumeRolePolicyDocument']);
    const role = { name: 'LaunchDenied-reader', arn: '', trust };
    const [finding] = judgeReaderRole({ kind: 'known', value: role }, role.name, home);
    expect(finding?.status).toBe('ok');
  });

  test.each([
    [{ organization: HUB.organization }, { kind: 'organization', organization: HUB.organization }],
    [{ accounts: ['444455556666'] }, { kind: 'accounts', accounts: ['444455556666'] }],
  ] as const)('may send to a hub with %j', (settings, members) => {
    const [policy] = propertiesOf(templateOf(settings), 'AWS::Events::EventBusPolicy');
    const text = `{"Statement":[${resolved(policy?.['Statement'])}]}`;
    const bus = { home, partition: 'aws', members, policy: text };
    expect(judgeBusPolicy({ kind: 'known', value: bus }, place)).toMatchObject([{ status: 'ok' }]);
  });

  test('passes the rule of a home stack whose settings list Regions', () => {
    const deployed = propertiesOf(templateOf(HUB), 'AWS::Events::Rule').find(
      ({ EventPattern }) => EventPattern !== undefined,
    );
    const pattern = resolved(deployed?.['EventPattern']);
    const wanted = (regions: readonly string[]) => comparePattern(pattern, { regions }).differences;
    expect(wanted(['eu-west-1', ...HUB.regions])).toEqual([]);
    expect(wanted(['eu-north-1'])).toEqual(['region lacks eu-north-1']);
    expect(comparePattern(pattern).differences).toEqual(['it looks at region too']);
  });
});
