// facts → [check] → report: the rule sends to the queue, and what it cannot deliver to another.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { awsCli, type Place } from './command';

/** A target of the rule. */
export interface Target {
  readonly id: string;
  readonly arn: string;
  /** Null where what cannot be delivered is lost. */
  readonly deadLetterArn: string | null;
  /** The role that EventBridge assumes to send; null where there is none. */
  readonly roleArn: string | null;
  /** Whether it passes events on as they came. */
  readonly isWhole: boolean;
}

/** The targets of a rule, and where they should lead. */
export interface Targets {
  readonly ruleName: string;
  readonly queueArn: string;
  readonly deadLetterArn: string;
  readonly targets: readonly Target[];
}

/** Without a dead-letter queue a failed delivery is seen nowhere but in a metric. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html */
export function judgeTargets(answer: Answer<Targets>, place: Place): readonly Finding[] {
  return ofKnown(answer, (all) => {
    const target = all.targets.find(({ arn }) => arn === all.queueArn);
    const { ruleName } = all;
    const command = putTarget(all, target?.id ?? 'Target0', place);
    if (target === undefined)
      return [
        fault(
          'failed',
          `Rule ${ruleName} does not send to the queue of the stack.`,
          'Deploy the stack again, or add the target now.',
          command,
        ),
      ];
    if (!target.isWhole)
      return [
        fault(
          'failed',
          `Rule ${ruleName} changes events before it sends them, so they cannot be read as denials.`,
          'Send them as they come.',
          command,
        ),
      ];
    if (target.deadLetterArn !== null)
      return [ok(`Rule ${ruleName} sends to the queue, and keeps what it cannot deliver.`)];
    const found = `Rule ${ruleName} sends to the queue, and what it cannot deliver is lost.`;
    return [
      fault('warning', found, 'Give the target the dead-letter queue of the stack.', command),
    ];
  });
}

function putTarget({ ruleName, queueArn, deadLetterArn }: Targets, id: string, place: Place) {
  const target = { Id: id, Arn: queueArn, DeadLetterConfig: { Arn: deadLetterArn } };
  return awsCli(
    'events put-targets',
    [
      ['rule', ruleName],
      ['targets', JSON.stringify([target])],
    ],
    place,
  );
}
