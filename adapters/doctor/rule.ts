// doctor → [rule]: the rule, and where it sends.
import { DescribeRuleCommand, ListTargetsByRuleCommand } from '@aws-sdk/client-eventbridge';
import type { Answer } from '../../core/doctor/check';
import type { Rule } from '../../core/doctor/rule';
import type { Target } from '../../core/doctor/target';
import { ask, askAbout } from './ask';
import type { AwsClients } from './clients';

/** Null is a rule that does not exist. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html */
export function askRule({ events }: AwsClients, name: string): Promise<Answer<Rule | null>> {
  return askAbout('events:DescribeRule', 'ResourceNotFoundException', async () => {
    const answer = await events.send(new DescribeRuleCommand({ Name: name }));
    const { State = '', EventPattern = '', Description = '' } = answer;
    return { name, state: State, pattern: EventPattern, description: Description };
  });
}

/** A rule has five targets at most. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListTargetsByRule.html */
export function askTargets(
  { events }: AwsClients,
  ruleName: string,
): Promise<Answer<readonly Target[]>> {
  return ask('events:ListTargetsByRule', async () => {
    const { Targets = [] } = await events.send(new ListTargetsByRuleCommand({ Rule: ruleName }));
    return Targets.map(({ Id = '', Arn = '', DeadLetterConfig, ...how }) => ({
      id: Id,
      arn: Arn,
      deadLetterArn: DeadLetterConfig?.Arn ?? null,
      isWhole: [how.Input, how.InputPath, how.InputTransformer].every((each) => each === undefined),
    }));
  });
}
