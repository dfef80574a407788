// grouped → [event]: the default event bus of the account and Region.
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { EventEntry } from '../core/alert/event';
import { Failure } from '../core/failure';

/** Bounds for one request, so that a hanging endpoint costs one try and not the whole timeout. */
const BOUNDS = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true };

/**
 * Opens the bus; an entry goes alone, since the size that EventBridge takes is that of a whole request.
 * Throws `EVENT_REFUSED` where EventBridge answers and does not take the entry.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
export function eventBus(): (entry: EventEntry) => Promise<void> {
  const client = new EventBridgeClient({ requestHandler: BOUNDS });
  return async (entry) => {
    const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: [entry] }));
    const refused = Entries.find(({ ErrorCode }) => ErrorCode !== undefined);
    if (refused === undefined) return;
    const { ErrorCode, ErrorMessage } = refused;
    throw new Failure(
      'EVENT_REFUSED',
      `EventBridge refused an event: ${ErrorCode}, ${ErrorMessage}`,
    );
  };
}
