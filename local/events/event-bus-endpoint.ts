// function → [endpoint] → event bus → rule: a stand-in with the wire format of EventBridge.
import { refusalSentence } from '../policy/refusal';
import { busArnOf } from '../template/place';
import type { ReadRequests } from '../wire/aws-call';
import { type AwsCall, type Callers, type Identity, startEndpoint } from '../wire/endpoint';
import type { AnsweredFault } from '../wire/fault';
import { jsonError, jsonResult } from '../wire/json';
import type { Loopback, Reply, Request } from '../wire/loopback';
import { type Entry, eventOf, readEntries, requestFault } from './bus-event';
import type { EventBus } from './event-bus';

type Bus = Pick<EventBus, 'put' | 'now'>;

/** Starts the endpoint of the default bus. */
export function startEventBusEndpoint(
  bus: Bus,
  callers: Callers,
  record: (call: AwsCall) => void,
): Promise<Loopback> {
  return startEndpoint({
    callers,
    record,
    read: readEventRequests,
    refuseStranger: () =>
      error(400, 'UnrecognizedClientException', 'The security token included is invalid.'),
    refuse: (request, decision, { arn }) =>
      error(400, 'AccessDeniedException', refusalSentence(arn, request, decision)),
    fail: failed,
    answer: (request, identity) => answer(request, identity, bus),
  });
}

/** One request for each bus, source and detail type: a policy may tell them apart. */
const readEventRequests: ReadRequests = (request, caller) => {
  const action = actionOf(request);
  if (action !== 'PutEvents') return [{ action: `events:${action}`, resource: '*' }];
  const asked = readEntries(request.body).map(({ EventBusName, Source, DetailType }) => ({
    action: 'events:PutEvents',
    resource: arnOfBus(EventBusName, caller),
    context: new Map([
      ['events:source', [Source]],
      ['events:detail-type', [DetailType]],
    ]),
  }));
  const byKey = asked.map((one) => [JSON.stringify([one.resource, ...one.context]), one] as const);
  return [...new Map(byKey).values()];
};

function actionOf({ headers }: Request): string {
  const target = String(headers['x-amz-target']);
  return target.slice(target.indexOf('.') + 1);
}

function arnOfBus(nameOrArn: string, caller: Pick<Identity, 'account' | 'region'>): string {
  if (nameOrArn.startsWith('arn:')) return nameOrArn;
  return busArnOf(caller).replace(/default$/, nameOrArn);
}

async function answer(request: Request, identity: Identity, bus: Bus): Promise<Reply> {
  const action = actionOf(request);
  if (action !== 'PutEvents')
    return error(400, 'UnknownOperationException', `local mode plays no events:${action}`);
  const entries = readEntries(request.body);
  const fault = requestFault(entries);
  if (fault !== null) return error(400, 'ValidationException', fault);
  const ends: EntryEnd[] = [];
  for (const entry of entries) ends.push(await take(entry, identity, bus));
  const FailedEntryCount = ends.filter((end) => 'ErrorCode' in end).length;
  return jsonResult('1.1', { FailedEntryCount, Entries: ends });
}

type EntryEnd =
  { readonly EventId: string } | { readonly ErrorCode: string; readonly ErrorMessage: string };

async function take(entry: Entry, identity: Identity, bus: Bus): Promise<EntryEnd> {
  const busArn = arnOfBus(entry.EventBusName, identity);
  if (!busArn.endsWith(':event-bus/default'))
    return { ErrorCode: 'InvalidArgument', ErrorMessage: `there is no event bus ${busArn}` };
  const event = eventOf(entry, identity, bus.now());
  if ('code' in event) return { ErrorCode: event.code, ErrorMessage: event.message };
  await bus.put(event);
  return { EventId: event.id };
}

function failed(fault: AnsweredFault): Reply {
  return fault === 'throttled'
    ? error(400, 'ThrottlingException', 'Rate exceeded')
    : error(500, 'InternalException', 'The request failed due to an internal error.');
}

function error(status: number, code: string, message: string): Reply {
  return jsonError('1.1', status, code, message);
}
