// event → [rule → queue] → function: what EventBridge does with an event.
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { matchesEvent, type Mismatch, mismatchesOf } from './event-pattern/match';
import type { Way } from './way';

/** What became of an event at the rules. */
export interface PutResult {
  readonly matched: boolean;
  /** The fields for which the nearest rule refused the event. */
  readonly mismatches: readonly Mismatch[];
}

/** Sends the event to the queues of each rule whose pattern matches. */
export async function putEvent(sqs: SQSClient, way: Way, event: unknown): Promise<PutResult> {
  const matched = way.rules.filter(({ pattern }) => matchesEvent(pattern, event));
  for (const arn of matched.flatMap(({ queueArns }) => queueArns)) {
    await sqs.send(
      new SendMessageCommand({ QueueUrl: way.urlOfQueue(arn), MessageBody: JSON.stringify(event) }),
    );
  }
  if (matched.length > 0) return { matched: true, mismatches: [] };
  const [nearest = []] = way.rules
    .map(({ pattern }) => mismatchesOf(pattern, event))
    .toSorted((left, right) => left.length - right.length);
  return { matched: false, mismatches: nearest };
}
