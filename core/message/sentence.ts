// event → denial → [the readable sentence] → explained → alert
import type { Sentence } from '../evidence';
import { findReason, readPolicy } from './clause';
import { maskPlaceholders, unmasked } from './placeholders';
import { REFUSAL } from './policy-phrases';
import { SILENT } from './said-by-code';
import { readAction, readPrincipal, readResource } from './sentence-parts';
import { endsCut, firstWord } from './token';

/** The sentence ends where the encoded message is announced. */
const ANNOUNCEMENT = /["'`(]?\bencoded\s{1,200}(?:authorization|message)/i;
const AUTHORIZATION_ID =
  /(?:authorization\s{1,200}id\s{0,200}:\s{0,200}|#\/authorization-details\/)([0-9A-Za-z-]{6,256})(?![0-9A-Za-z.-]*(?:\.\.\.|…))/i;
/** CloudTrail writes 1,024 characters; a pasted sentence is not longer. */
const LONGEST = 6000;

/**
 * Reads the readable sentence of an error message; null where the text holds none. A part that was
 * cut reads as null.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function readSentence(text: string): Sentence | null {
  const sentence = readMasked(maskPlaceholders(text));
  return sentence && unmasked(sentence);
}

function readMasked(text: string): Sentence | null {
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

/** People leave out the words before it, too. */
const BARE_DENY = /(?<!with an\s{1,9})explicit deny in an? /i;

/** `User: arn:aws:iam::111122223333:user/alice`, wherever the rest of the sentence is left out. */
const USER = /\buser:\s{0,200}(?=arn:)/i;
const ALLOWS_ACTION = /\ballows the ([a-z0-9-]{1,64}:[a-z0-9*]{1,128}) action\b/i;

/** What is left of a sentence that does not reach its action: whoever is named, and the reason. */
function readFragment(text: string): Sentence | null {
  const near = text.slice(-LONGEST).replace(BARE_DENY, 'with an $&');
  const reason = findReason(near);
  const isWhole = reason !== null || endsCut(text);
  const principalArn = isWhole ? userIn(near) : null;
  if (reason === null) return principalArn === null ? null : { ...SILENT, principalArn };
  const policy = readPolicy(reason.rest, ANNOUNCEMENT.test(reason.rest));
  if (policy.policyType === null) return null;
  const action = ALLOWS_ACTION.exec(reason.rest)?.[1] ?? null;
  return { ...SILENT, ...policy, principalArn, action, verdict: reason.verdict };
}

function userIn(text: string): string | null {
  const user = USER.exec(text);
  return user && firstWord(text.slice(user.index + user[0].length));
}
