// decoded → [explained] → alert
import type { Explanation } from '../contract';
import type { Evidence } from '../evidence';
import { type Facts, factsOf } from './facts';
import { type ReasonCode, reasonCode } from './reasons';
import { wordsFor } from './words';

/** Explains a denial from all that is known of it. Pure; the same evidence gives the same words. */
export function explain(evidence: Evidence): Explanation {
  const facts = factsOf(evidence);
  const code = codeFor(facts);
  const words = wordsFor(facts, code);
  return {
    ...facts,
    reason: { code },
    statements: [],
    decisiveConditions: [],
    summary: words.summary,
    detail: words.detail,
    nextSteps: [...words.nextSteps],
  };
}

function codeFor(facts: Facts): ReasonCode {
  if (facts.verdict !== 'undetermined') return reasonCode(facts.verdict, facts.policyType);
  return facts.encodedMessage.status === 'absent' ? 'NOT_STATED' : 'UNREADABLE';
}
