// doctor → [rule]: the rule, and where it sends.
import {
  DescribeRuleCommand,
  type EventBridgeClient,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import type { Answer } from '../../core/doctor/check';
import type { Rule } from '../../core/doctor/rule';
import type { Target } from '../../core/doctor/target';
import { ask, askAbout } from './ask';

/** Null is a rule that does not exist. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html */
export function askRule(events: EventBridgeClient, name: string): Promise<Answer<Rule | null>> {
  return askAbout('events:DescribeRule', 'ResourceNotFoundException', async () => {
    const answer = await events.send(new DescribeRuleCommand({ Name: name }));
    const { State = '', EventPattern = '', Description = '' } = answer;
    return { name, state: State, pattern: EventPattern, description: Description };
  });
}

/** A rule has five targets at most. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListTargetsByRule.html */
export function askTargets(
  events: EventBridgeClient,
  ruleName: string,
): Promise<Answer<readonly Target[]>> {
  return ask('events:ListTargetsByRule', async () => {
    const { Targets = [] } = await events.send(new ListTargetsByRuleCommand({ Rule: ruleName }));
    return Targets.map(({ Id = '', Arn = '', RoleArn = null, DeadLetterConfig, ...how }) => ({
      id: Id,
      arn: Arn,
      deadLetterArn: DeadLetterConfig?.Arn ?? null,
      roleArn: RoleArn,
      isWhole: [how.Input, how.InputPath, how.InputTransformer].every((each) => each === undefined),
    }));
  });
}
