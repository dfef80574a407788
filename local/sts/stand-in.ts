// denial → [STS] → decoded: a stand-in with the wire format of the real one.
// @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
import { refusalSentence } from '../policy/refusal';
import { queryAction, readStsRequests } from '../wire/aws-call';
import {
  type AwsCall,
  type Caller,
  type Callers,
  type Identity,
  startEndpoint,
} from '../wire/endpoint';
import type { Loopback, Reply } from '../wire/loopback';
import { escapeXml, xmlError, xmlFault, xmlResult } from '../wire/xml';
import { decodeMessage, encodeMessage, type MessageOwner } from './encoded-message';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const DECODE = 'sts:DecodeAuthorizationMessage';
const INTERNAL = 'InternalFailure';
const LONGEST_MESSAGE = 10_240;

/** Makes an encoded message of a decoded one; `seed` tells apart denials of one cause. */
type Issue = (decodedJson: string, owner: MessageOwner & { readonly seed?: string }) => string;

/** The running stand-in. */
export interface StsStandIn extends Loopback {
  readonly issue: Issue;
  /** Refuses this one message as if the caller lacked the permission to decode. */
  withholdPermission(encoded: string): void;
  /** Answers the next calls with a throttling error. */
  throttle(calls: number): void;
}

/** Starts the stand-in; signatures are read for the access key and the Region, not verified. */
export async function startSts(
  callers: Callers,
  record: (call: AwsCall) => void,
): Promise<StsStandIn> {
  const withheld = new Set<string>();
  let throttled = 0;
  const answer = (body: string, identity: Identity): Reply => {
    if (throttled > 0) {
      throttled -= 1;
      return xmlFault(NAMESPACE, 'throttled', INTERNAL);
    }
    const encoded = new URLSearchParams(body).get('EncodedMessage');
    if (encoded !== null && withheld.has(encoded)) return refused(identity);
    return answerAction(queryAction(body), encoded, identity);
  };
  const server = await startEndpoint({
    callers: [callers].flat().map((caller) => ({
      ...caller,
      decide: (request) => decideSts(caller, request.action),
    })),
    read: readStsRequests,
    record,
    refuseStranger: () =>
      error(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.'),
    refuse: (request, decision, { arn }) =>
      error(403, 'AccessDenied', refusalSentence(arn, request, decision)),
    fail: (fault) => xmlFault(NAMESPACE, fault, INTERNAL),
    answer: async ({ body }, identity) => answer(body, identity),
  });
  return {
    ...server,
    issue: (decodedJson, { seed = '', ...owner }) => encodeMessage(decodedJson, owner, seed),
    withholdPermission: (encoded) => void withheld.add(encoded),
    throttle: (calls) => void (throttled = calls),
  };
}

/** Who am I needs no permission. */
function decideSts(caller: Caller, action: string): ReturnType<Caller['decide']> {
  if (action === 'sts:GetCallerIdentity') return 'allowed';
  return caller.decide({ action, resource: '*' });
}

function answerAction(action: string, encoded: string | null, caller: Identity): Reply {
  switch (action) {
    case 'DecodeAuthorizationMessage':
      return answerDecode(encoded, caller);
    case 'GetCallerIdentity':
      return xmlResult(NAMESPACE, action, identityOf(caller));
    default:
      return error(
        400,
        'InvalidAction',
        `Could not find operation ${action} for version 2011-06-15`,
      );
  }
}

function answerDecode(encoded: string | null, owner: MessageOwner): Reply {
  const limit = `Member must have length less than or equal to ${LONGEST_MESSAGE}`;
  if (encoded === null) return invalidParameter('null', 'Member must not be null');
  if (encoded.length > LONGEST_MESSAGE) return invalidParameter(`'${encoded}'`, limit);
  const decoded = decodeMessage(encoded, owner);
  if (decoded === null)
    return error(400, 'InvalidAuthorizationMessageException', 'Message is not valid');
  const result = `<DecodedMessage>${escapeXml(decoded)}</DecodedMessage>`;
  return xmlResult(NAMESPACE, 'DecodeAuthorizationMessage', result);
}

function invalidParameter(value: string, constraint: string): Reply {
  const fault = `Value ${value} at 'encodedMessage' failed to satisfy constraint: ${constraint}`;
  return error(400, 'ValidationError', `1 validation error detected: ${fault}`);
}

function refused({ arn }: Identity): Reply {
  const request = { action: DECODE, resource: '*' };
  return error(403, 'AccessDenied', refusalSentence(arn, request, 'implicit-deny'));
}

function identityOf({ arn, account }: Identity): string {
  const userId = `AROAIOSFODNN7EXAMPLE:${arn.slice(arn.lastIndexOf('/') + 1)}`;
  return `<Arn>${arn}</Arn><UserId>${userId}</UserId><Account>${account}</Account>`;
}

function error(status: number, code: string, message: string): Reply {
  return xmlError(NAMESPACE, status, code, message);
}
