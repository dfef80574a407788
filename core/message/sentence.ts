// event → denial → [the readable sentence] → explained → alert
import type { Sentence } from '../evidence';
import { findReason, readPolicy } from './clause';
import { REFUSAL } from './policy-phrases';
import { readAction, readPrincipal, readResource } from './sentence-parts';
import { endsCut, firstWord } from './token';

/** The sentence ends where the encoded message is announced. */
const ANNOUNCEMENT = /["'`(]?\bencoded\s{1,200}(?:authorization|message)/i;
const AUTHORIZATION_ID =
  /(?:authorization\s{1,200}id\s{0,200}:\s{0,200}|#\/authorization-details\/)([0-9A-Za-z-]{6,256})(?![0-9A-Za-z.-]*(?:\.\.\.|…))/i;
/** `API: ec2:RunInstances You are not authorized`, as CloudFormation writes. */
const API_LEAD = /\bAPI: ?([a-z0-9-]{1,64}:[A-Za-z0-9]{1,128})(?![A-Za-z0-9.…])/i;
/** CloudTrail writes 1,024 characters; a pasted sentence is not longer. */
const LONGEST = 6000;

/**
 * Reads the readable sentence of an error message; null where the text holds none. A part that was
 * cut reads as null.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function readSentence(text: string): Sentence | null {
  const refusals = [...text.matchAll(REFUSAL)];
  for (const [index, refusal] of refusals.entries()) {
    const end = refusals[index + 1]?.index ?? text.length;
    const start = refusal.index + refusal[0].length;
    const sentence = readRefusal(
      text.slice(Math.max(0, refusal.index - LONGEST), refusal.index),
      text.slice(start, Math.min(end, start + LONGEST)),
    );
    if (sentence) return sentence;
  }
  return readFragment(text);
}

function readRefusal(before: string, after: string): Sentence | null {
  const announced = after.search(ANNOUNCEMENT);
  const said = announced < 0 ? after : after.slice(0, announced);
  const action = readAction(said);
  if (action === null) return null;
  const reason = findReason(action.rest);
  const words = reason ? action.rest.slice(0, reason.start) : action.rest;
  return {
    principalArn: readPrincipal(before),
    action: action.name,
    resource: readResource(words, reason ? 'reason' : announced < 0 ? 'open' : 'message'),
    verdict: reason?.verdict ?? null,
    ...readPolicy(reason?.rest ?? '', announced >= 0),
    authorizationId: AUTHORIZATION_ID.exec(after)?.[1] ?? null,
  };
}

const SILENT: Sentence = {
  principalArn: null,
  action: null,
  resource: null,
  verdict: null,
  policyType: null,
  policyArn: null,
  authorizationId: null,
};

/** What is left of a sentence that does not reach its action, or that names only the API. */
function readFragment(text: string): Sentence | null {
  const action = API_LEAD.exec(text)?.[1] ?? null;
  const principalArn = endsCut(text) ? cutPrincipal(text.slice(-LONGEST)) : null;
  return action === null && principalArn === null ? null : { ...SILENT, action, principalArn };
}

function cutPrincipal(text: string): string | null {
  const start = text.search(/\buser:\s{0,200}arn:/i);
  return start < 0 ? null : firstWord(text.slice(start + 'user:'.length));
}
