// CloudTrail on loopback: LookupEvents as AWS answers it, the newest event first, page by page.
import * as v from 'valibot';
import { credentialOf } from '../../../local/wire/aws-call';
import { jsonError, jsonResult } from '../../../local/wire/json';
import { type Reply, startLoopback } from '../../../local/wire/loopback';

/** An event that CloudTrail keeps. */
export interface KeptEvent {
  readonly id: string;
  readonly name: string;
  /** Milliseconds. */
  readonly time: number;
  /** @default 'Client.UnauthorizedOperation' */
  readonly errorCode?: string | null;
  /** @default - the only one */
  readonly region?: string;
  /** What is kept in place of the record. */
  readonly json?: string;
}

/** A request as it arrived. */
export interface Arrival {
  readonly region: string;
  readonly operation: string;
  readonly at: number;
  readonly token: string | null;
}

/** What befalls a request; `lost` breaks its connection. */
export type Fault = 'throttled' | '429' | '500' | 'token' | 'lost';

interface Settings {
  readonly events: readonly KeptEvent[];
  /** How many events the n-th page has. @default - as many as were asked for */
  readonly pageSize?: (page: number) => number;
  /** What is answered in place of a page. */
  readonly instead?: (arrival: Arrival, count: number) => Fault | Reply | null | Promise<null>;
  /** Reads the clock, and lets time pass while the request is on its way. */
  readonly clock?: { readonly now: () => number; readonly pass: () => void };
}

const request = v.object({
  LookupAttributes: v.tuple([
    v.object({ AttributeKey: v.literal('EventName'), AttributeValue: v.string() }),
  ]),
  StartTime: v.number(),
  EndTime: v.number(),
  MaxResults: v.literal(50),
  NextToken: v.optional(v.string()),
});

const FAULTS = {
  throttled: () => jsonError('1.1', 400, 'ThrottlingException', 'Rate exceeded'),
  429: () => ({ status: 429, headers: {}, body: '' }),
  500: () => jsonError('1.1', 500, 'InternalFailure', 'An internal error'),
  token: () => jsonError('1.1', 400, 'InvalidNextTokenException', 'The token is not valid.'),
  lost: () => {
    throw new Error('the connection is lost');
  },
} as const satisfies Record<Fault, () => Reply>;

/** Starts it; it keeps a list of what arrived. */
export async function startCloudTrail({ events, pageSize, instead, clock }: Settings) {
  const arrivals: Arrival[] = [];
  const loopback = await startLoopback(async ({ headers, body }) => {
    const { NextToken: token = null, ...asked } = v.parse(request, JSON.parse(body));
    const region = credentialOf(headers.authorization)?.region ?? '';
    const [{ AttributeValue: operation }] = asked.LookupAttributes;
    const arrival = { region, operation, at: clock?.now() ?? 0, token };
    arrivals.push(arrival);
    clock?.pass();
    const other = (await instead?.(arrival, arrivals.length)) ?? null;
    if (other !== null) return typeof other === 'string' ? FAULTS[other]() : other;
    const parameters = JSON.stringify(asked);
    const [at, same] = token === null ? [0, true] : offsetOf(token, parameters);
    if (!same) return jsonError('1.1', 400, 'InvalidParameterCombinationException', 'Changed.');
    const all = events
      .filter((event) => event.name === operation && (event.region ?? region) === region)
      .filter(({ time }) => time >= asked.StartTime * 1_000 && time <= asked.EndTime * 1_000)
      .toSorted((one, other) => other.time - one.time);
    const end = at + (pageSize?.(arrivals.length) ?? asked.MaxResults);
    return jsonResult('1.1', {
      Events: all.slice(at, end).map((event) => ({
        EventId: event.id,
        EventName: event.name,
        EventTime: event.time / 1_000,
        CloudTrailEvent: event.json ?? recordOf(event, region),
      })),
      ...(end < all.length && { NextToken: JSON.stringify({ end, parameters }) }),
    });
  });
  return { ...loopback, arrivals };
}

function offsetOf(token: string, parameters: string): readonly [number, boolean] {
  const read = v.parse(v.object({ end: v.number(), parameters: v.string() }), JSON.parse(token));
  return [read.end, read.parameters === parameters];
}

function recordOf(event: KeptEvent, region: string): string {
  const { id, name, time, errorCode = 'Client.UnauthorizedOperation' } = event;
  return JSON.stringify({
    eventID: id,
    eventName: name,
    eventSource: 'ec2.amazonaws.com',
    eventTime: new Date(time).toISOString(),
    awsRegion: region,
    ...(errorCode !== null && { errorCode }),
  });
}
