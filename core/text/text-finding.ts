// [stretch of a text in which AWS refuses a request] → denial → decoded → explained
import type { Requested, Sentence } from '../evidence';
import { findEncodedMessage } from '../message/encoded-message';
import { readSentence } from '../message/sentence';
import { type CalledOperation, calledOperation } from './operation';
import { type Finding, NOTHING_FOUND } from './finding';
import { ACTIONS_BY_OPERATION } from './operation-wordings';
import { regionIn } from './region';
import { mentionedId } from '../resource-id';

/** A refusal with the text around it that no other refusal claims. */
export interface Stretch {
  readonly before: string;
  readonly words: string;
  readonly behind: string;
}

/** Marks of EC2, whose errors do not always name the service. */
const EC2 =
  /UnauthorizedOperation|AmazonEC2|Service: Ec2|EC2ResponseError|Aws::EC2|ec2Exception|you are not authorized to perform this operation/i;
const REQUEST_ID = /request ?id\W{1,6}([0-9a-f]{8}-[0-9a-f-]{27})/gi;

/** Reads what a stretch of text says of one denial. */
export function findingIn({ before, words, behind }: Stretch): Finding {
  const said = words + behind;
  const stated = readSentence(before + said);
  const called = withService(calledOperation(before, behind), stated, before + said);
  return {
    ...NOTHING_FOUND,
    stated,
    requested: requestedAs(called),
    message: findEncodedMessage(said),
    operation: called?.operation ?? null,
    operationWitness: called?.witness ?? null,
    mentioned: mentionedId(lastLine(before)),
    region: regionIn(before + said),
    requestId: requestIdIn(before, behind),
  };
}

function withService(
  called: CalledOperation | null,
  stated: Sentence | null,
  text: string,
): CalledOperation | null {
  if (called === null || called.action !== null) return called;
  const { operation } = called;
  const known = ACTIONS_BY_OPERATION.get(operation.toLowerCase());
  const ofEc2 = EC2.test(text) ? `ec2:${operation}` : null;
  return { ...called, action: known ?? ofEc2 ?? ofService(stated, operation) };
}

function ofService(stated: Sentence | null, operation: string): string | null {
  const service = stated?.action?.split(':')[0];
  return service === undefined ? null : `${service.toLowerCase()}:${operation}`;
}

function requestedAs(called: CalledOperation | null): Requested | null {
  if (called?.witness !== 'requested') return null;
  const { operation, action } = called;
  return { principal: null, operation, action, launch: null, event: null };
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

/** The id stands behind an error, or before it where an SDK prints the response first. */
function requestIdIn(before: string, behind: string): string | null {
  const [first] = behind.matchAll(REQUEST_ID);
  return (first ?? [...lastLine(before).matchAll(REQUEST_ID)].at(-1))?.[1] ?? null;
}
