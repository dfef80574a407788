import { App } from 'aws-cdk-lib/core';
import { Template } from 'aws-cdk-lib/assertions';
import * as v from 'valibot';
import {
  comparePattern,
  patternFor,
  WATCHABLE_OPERATIONS,
  watchedOperation,
} from '../../../core/doctor/event-pattern';
import { answerOf } from '../../../core/doctor/queue-statements';
import { LaunchDeniedStack } from '../../../lib';
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

test('the stack lists what the doctor asks for', () => {
  const slack = [{ workspaceId: 'T0123ABCD', channelId: 'C0123ABCD' }];
  const [parameter] = propertiesOf(
    templateOf({ slack, emails: ['oncall@example.com'] }),
    'AWS::SSM::Parameter',
  );
  const value = JSON.stringify(parameter?.['Value']);
  for (const field of Object.keys(BOOK)) expect(value).toContain(`\\"${field}\\":`);
});
