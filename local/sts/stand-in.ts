// denial → [STS] → decoded: a stand-in with the wire format of the real one.
// A message is valid for callers of its own account alone.
// @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
import type { AskedRequest, Decision } from '../policy/evaluate';
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
import { escapeXml, xmlError, xmlFault, xmlResult, xmlStranger } from '../wire/xml';
import { assumeRole, type Assuming } from './assume-role';
import { assumedReply, userIdOf } from './assumed-reply';
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

/** Where there are no roles. */
const NOTHING: Assuming = {
  organizationOf: () => null,
  roleOf: () => null,
  now: () => new Date(),
  admit: () => undefined,
};

/** Starts the stand-in; signatures are read for the access key and the Region, not verified. */
export async function startSts(
  callers: Callers,
  record: (call: AwsCall) => void,
  assuming: Assuming = NOTHING,
): Promise<StsStandIn> {
  const withheld = new Set<string>();
  let throttled = 0;
  const answer = (body: string, identity: Identity, caller: Caller): Reply => {
    if (throttled > 0) {
      throttled -= 1;
      return xmlFault(NAMESPACE, 'throttled', INTERNAL);
    }
    const form = new URLSearchParams(body);
    const encoded = form.get('EncodedMessage');
    if (encoded !== null && withheld.has(encoded)) return refused(identity);
    return queryAction(body) === 'AssumeRole'
      ? assumedReply(NAMESPACE, assumeRole(form, identity, caller, assuming), identity)
      : answerAction(queryAction(body), encoded, identity);
  };
  const server = await startEndpoint({
    callers,
    decide: decideSts,
    read: readStsRequests,
    record,
    refuseStranger: xmlStranger(NAMESPACE),
    refuse: (request, decision, { arn }) =>
      error(403, 'AccessDenied', refusalSentence(arn, request, decision)),
    fail: (fault) => xmlFault(NAMESPACE, fault, INTERNAL),
    answer: async ({ body }, identity, caller) => answer(body, identity, caller),
  });
  return {
    ...server,
    issue: (decodedJson, { seed = '', ...owner }) => encodeMessage(decodedJson, owner, seed),
    withholdPermission: (encoded) => void withheld.add(encoded),
    throttle: (calls) => void (throttled = calls),
  };
}

/** Who am I needs no permission. */
function decideSts(caller: Caller, request: AskedRequest): Decision {
  return request.action === 'sts:GetCallerIdentity' ? 'allowed' : caller.decide(request);
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
  return `<Arn>${arn}</Arn><UserId>${userIdOf(arn)}</UserId><Account>${account}</Account>`;
}

function error(status: number, code: string, message: string): Reply {
  return xmlError(NAMESPACE, status, code, message);
}
