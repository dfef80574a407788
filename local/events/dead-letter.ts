// event → rule → [dead-letter queue]: what EventBridge leaves there of an event it could not deliver.
// @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html#eb-rule-dlq
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import type { World } from '../deployment';
import { messageCollector } from '../queue/read-queue';
import { saidByResource } from '../policy/resource-policy';
import { type Hop, type Refusal, sourceOf } from './forward-event';

/** Leaves the event, where the target has a queue for it and the queue lets EventBridge in. */
export async function leaveBehind(
  sqs: SQSClient,
  { at, rule, target, event }: Hop,
  { code, message }: Refusal,
): Promise<void> {
  if (target.deadLetterArn === null) return;
  const said = saidByResource(
    at.queuePolicy,
    { action: 'sqs:SendMessage', resource: target.deadLetterArn },
    { kind: 'service', name: 'events.amazonaws.com' },
    sourceOf(rule, at.place),
  );
  if (said !== 'allowed') return;
  const attributes = {
    RULE_ARN: rule.arn,
    TARGET_ARN: target.arn,
    ERROR_CODE: code,
    ERROR_MESSAGE: message,
  };
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: at.urlOfQueue(target.deadLetterArn),
      MessageBody: JSON.stringify(event),
      MessageAttributes: Object.fromEntries(
        Object.entries(attributes).map(([name, StringValue]) => [
          name,
          { DataType: 'String', StringValue },
        ]),
      ),
    }),
  );
}

const left = v.object({
  RULE_ARN: v.object({ StringValue: v.string() }),
  TARGET_ARN: v.object({ StringValue: v.string() }),
  ERROR_CODE: v.object({ StringValue: v.string() }),
  ERROR_MESSAGE: v.object({ StringValue: v.string() }),
});

/** An event in the dead-letter queue of a rule's target, with what EventBridge says of it. */
export interface Undelivered extends Refusal {
  readonly event: unknown;
  readonly ruleArn: string;
  readonly targetArn: string;
}

/** Reads all dead-letter queues of targets that are buses. */
export function undelivered(
  sqs: SQSClient,
  { deployments }: World,
): () => Promise<readonly Undelivered[]> {
  const urls = deployments.flatMap((deployment) =>
    deployment.rules
      .flatMap(({ buses }) => buses)
      .flatMap(({ deadLetterArn: arn }) => (arn === null ? [] : [deployment.urlOfQueue(arn)])),
  );
  const collectors = [...new Set(urls)].map((url) => messageCollector(sqs, url));
  return async () => {
    const all = await Promise.all(collectors.map((collect) => collect()));
    return all.flat().map(({ Body = '', MessageAttributes }) => {
      const { RULE_ARN, TARGET_ARN, ERROR_CODE, ERROR_MESSAGE } = v.parse(left, MessageAttributes);
      return {
        event: JSON.parse(Body),
        ruleArn: RULE_ARN.StringValue,
        targetArn: TARGET_ARN.StringValue,
        code: ERROR_CODE.StringValue,
        message: ERROR_MESSAGE.StringValue,
      };
    });
  };
}
