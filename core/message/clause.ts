// The reason at the end of a sentence: explicit or implicit, and the policy it names.
import type { Sentence } from '../evidence';
import { POLICY_PHRASES, REASON_LEADS } from './policy-phrases';
import { firstWord, joinedWord } from './token';

/** Where a reason begins, and what the text behind its first words is. */
export interface ReasonClause {
  readonly start: number;
  readonly verdict: NonNullable<Sentence['verdict']>;
  readonly rest: string;
}

type Policy = Pick<Sentence, 'policyType' | 'policyArn'>;

const NONE: Policy = { policyType: null, policyArn: null };
/** Longer than any phrase with its ARN. */
const LONGEST = 2500;
const ARTICLES = /^in (?:an|a|the) /i;
/** Organizations policies are also named by their id alone, `p-0abc1234`. */
const POLICY_NAME = /^(?:arn:\S|p-[0-9a-z])/i;

/** Finds the first reason in the text. */
export function findReason(text: string): ReasonClause | null {
  const found = REASON_LEADS.flatMap(({ words, verdict }) => {
    const match = words.exec(text);
    return match
      ? [{ start: match.index, verdict, rest: text.slice(match.index + match[0].length) }]
      : [];
  });
  return found.toSorted((one, other) => one.start - other.start)[0] ?? null;
}

/** Reads the policy type that a reason names, and the policy's ARN where it stands whole. */
export function readPolicy(rest: string, endsWithSentence: boolean): Policy {
  const near = rest.slice(0, LONGEST);
  const plain = near.replaceAll(/\s+/g, ' ').trimStart();
  const words = plain.replace(ARTICLES, '').toLowerCase();
  const phrase = POLICY_PHRASES.find(([phrase]) => words.startsWith(phrase));
  if (!phrase) return NONE;
  return { policyType: phrase[1], policyArn: policyArn(near, phrase[0], endsWithSentence) };
}

function policyArn(near: string, phrase: string, endsWithSentence: boolean): string | null {
  const colon = near.indexOf(':');
  const before = near.slice(0, Math.max(colon, 0)).replaceAll(/\s+/g, ' ').trim().toLowerCase();
  if (!before.endsWith(phrase)) return null;
  const behind = near.slice(colon + 1);
  const joined = endsWithSentence ? joinedWord(behind) : null;
  const word = firstWord(joined ?? behind);
  return word !== null && POLICY_NAME.test(word) ? word : null;
}
