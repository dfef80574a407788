// The function behind the queue: takes each batch the whole way.
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { metricsFor } from '../core/alert/metrics';
import { type ExplanationFor, rememberedExplanations } from '../core/batch/explanations';
import { type BatchResult, handleBatch, type Outcome } from '../core/batch/handle-batch';
import type { BatchPorts } from '../core/batch/ports';
import { logError, logInfo, logMetrics } from './log';
import { wire } from './wiring';

interface Wiring {
  readonly ports: BatchPorts;
  readonly explanationFor: ExplanationFor;
}

let wiring: Wiring | undefined;

function wired(): Wiring {
  if (wiring !== undefined) return wiring;
  const ports = wire();
  return (wiring = { ports, explanationFor: rememberedExplanations(ports) });
}

/** Takes one batch the whole way; an item that fails is that item's failure, the rest goes on. */
export async function handler(
  { Records }: SQSEvent,
  { awsRequestId: requestId }: Pick<Context, 'awsRequestId'>,
): Promise<SQSBatchResponse> {
  const { ports, explanationFor } = wired();
  const items = Records.map(({ messageId, body }) => ({ id: messageId, body }));
  const result = await handleBatch(items, ports, explanationFor);
  log(result, requestId);
  return {
    batchItemFailures: result.failed.map(({ itemId }) => ({ itemIdentifier: itemId })),
  };
}

function log({ outcomes, ignored, failed }: BatchResult, requestId: string): void {
  for (const outcome of outcomes)
    if (outcome.kind === 'alerted') logInfo('denial alerted', { requestId, ...told(outcome) });
  for (const held of heldBack(outcomes))
    logInfo('denials held back', { requestId, ...told(held[0]), eventId: held.map(eventIdOf) });
  for (const { eventID, errorCode } of ignored)
    logInfo('denial ignored', { requestId, eventId: eventID, errorCode });
  for (const { itemId, error } of failed)
    logError('item failed', error, { requestId, messageId: itemId });
  const counted = outcomes.map(({ kind, region, explanation }) => ({
    kind,
    region,
    reason: explanation.reason.code,
    message: explanation.encodedMessage.status,
  }));
  logMetrics(metricsFor(counted, Date.now()));
}

/** Denials that nobody is told of yet, group by group: a storm is a line for each batch. */
function heldBack(outcomes: readonly Outcome[]): readonly (readonly [Outcome, ...Outcome[]])[] {
  const groups = new Map<string | undefined, [Outcome, ...Outcome[]]>();
  for (const outcome of outcomes.filter(({ kind }) => kind === 'held-back')) {
    const group = groups.get(outcome.explanation.fingerprint);
    if (group === undefined) groups.set(outcome.explanation.fingerprint, [outcome]);
    else group.push(outcome);
  }
  return [...groups.values()];
}

const eventIdOf = ({ eventId }: Outcome): string => eventId;

function told({ eventId, explanation }: Outcome): Readonly<Record<string, unknown>> {
  const { fingerprint, reason, encodedMessage } = explanation;
  return { eventId, fingerprint, reason: reason.code, encodedMessage: encodedMessage.status };
}
