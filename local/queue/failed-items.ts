// queue → batch → [answer]: which messages of a batch come back.
import * as v from 'valibot';
import type { Invocation } from '../runtime/function-process';

const identifier = v.pipe(v.string(), v.nonEmpty());

const batchResponse = v.nullish(
  v.object({ batchItemFailures: v.nullish(v.array(v.object({ itemIdentifier: identifier }))) }),
);

/**
 * The ids of the messages that failed: all of them when the invocation failed or its answer is not
 * a batch response, or names a message that is not in the batch.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function failedItems(
  invocation: Invocation,
  messageIds: readonly string[],
  reportsBatchItemFailures: boolean,
): ReadonlySet<string> {
  const all = new Set(messageIds);
  if (invocation.kind === 'failed') return all;
  if (!reportsBatchItemFailures) return new Set();
  const answer = v.safeParse(batchResponse, invocation.payload);
  if (!answer.success || Array.isArray(invocation.payload)) return all;
  const named = (answer.output?.batchItemFailures ?? []).map((item) => item.itemIdentifier);
  return named.every((id) => all.has(id)) ? new Set(named) : all;
}
