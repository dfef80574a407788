// event → [event buses] → rules → …: where events are put, and what could not be forwarded.
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { World } from './deployment';
import { type Undelivered, undelivered } from './events/dead-letter';
import { putEvent, putFrom, type PutResult, type Sender } from './put-event';
import type { Place } from './template/place';

/** The default buses of all places. */
export interface Buses {
  /** Where the home stack lies. */
  readonly place: Place;
  /**
   * Puts an EventBridge event through the rules of a place, into the queues and the buses of those that
   * match.
   *
   * @param at @default - where the home stack lies
   */
  put(event: unknown, at?: Pick<Place, 'account' | 'region'>): Promise<PutResult>;
  /** Puts an event on the home bus as somebody elsewhere would who calls PutEvents with its ARN. */
  putFrom(sender: Sender, event: unknown): Promise<PutResult>;
  /** What EventBridge could not forward, from the dead-letter queues of the rules of all stacks. */
  undelivered(): Promise<readonly Undelivered[]>;
}

/** The buses around the deployed stacks. */
export function busesOf(sqs: SQSClient, world: World): Buses {
  const { place } = world.home;
  return {
    place,
    put: (event, at = place) => putEvent(sqs, world, { event, at }),
    putFrom: (sender, event) => putFrom(sqs, world, sender, event),
    undelivered: undelivered(sqs, world),
  };
}
