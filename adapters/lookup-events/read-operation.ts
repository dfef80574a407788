// LookupEvents → [pages] → denied: one operation of one Region, from its newest event to its oldest.
import type { Event, LookupEventsRequest, LookupEventsResponse } from '@aws-sdk/client-cloudtrail';
import { isNamed } from './failure-kind';

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html */
const MOST_RESULTS = 50;

/** Tokens that may be refused in a row while no older event is heard. */
const MOST_RESTARTS = 8;

/** What is read, by whom, and who hears of it. */
export interface Reading {
  readonly operation: string;
  /** Milliseconds. */
  readonly from: number;
  /** Milliseconds; events of that very second are read again. */
  readonly reached: number;
  /** Sends one request; throws what AWS says where it answers no page. */
  readonly ask: (request: LookupEventsRequest) => Promise<LookupEventsResponse>;
  readonly hear: (events: readonly Event[]) => void;
  /** Told after each page: all events newer than this are heard; null at the end. */
  readonly move: (reached: number | null) => void;
}

/** What became of it. */
export type Outcome =
  { readonly kind: 'read' } | { readonly kind: 'failed'; readonly cause: unknown };

/** Reads all pages; where AWS takes a token no more, it begins again at the oldest event heard. */
export async function readOperation(reading: Reading): Promise<Outcome> {
  let { reached } = reading;
  let request = requestOf(reading, reached);
  let restarts = 0;
  for (;;) {
    const answer = await answerTo(reading, request);
    if (answer.kind === 'failed') {
      const isRefused = isNamed(answer.cause, 'InvalidNextTokenException');
      if (!isRefused || request.NextToken === undefined || restarts === MOST_RESTARTS)
        return answer;
      restarts += 1;
      request = requestOf(reading, reached);
      continue;
    }
    const { Events: events = [], NextToken: token } = answer.page;
    reading.hear(events);
    const oldest = oldestOf(events);
    if (oldest < reached) [reached, restarts] = [oldest, 0];
    reading.move(token ? reached : null);
    if (!token) return { kind: 'read' };
    request = { ...request, NextToken: token };
  }
}

/** Both ends belong to it; events carry whole seconds, so the ends are widened to those. */
function requestOf({ operation, from }: Reading, reached: number): LookupEventsRequest {
  return {
    LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: operation }],
    StartTime: new Date(Math.floor(from / 1_000) * 1_000),
    EndTime: new Date(Math.ceil(reached / 1_000) * 1_000),
    MaxResults: MOST_RESULTS,
  };
}

type Answer =
  | { readonly kind: 'page'; readonly page: LookupEventsResponse }
  | { readonly kind: 'failed'; readonly cause: unknown };

async function answerTo({ ask }: Reading, request: LookupEventsRequest): Promise<Answer> {
  try {
    return { kind: 'page', page: await ask(request) };
  } catch (cause) {
    return { kind: 'failed', cause };
  }
}

function oldestOf(events: readonly Event[]): number {
  return Math.min(...events.map(({ EventTime }) => EventTime?.getTime() ?? Infinity));
}
