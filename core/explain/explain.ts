// decoded → [explained] → alert
import type { Explanation } from '../contract';
import type { Evidence } from '../evidence';
import { type Facts, factsOf } from './facts';
import { type ReasonCode, reasonCode } from './reasons';
import { type Reading, readingOf } from './statements';
import { stepsOf } from './steps';
import { detailOf, summaryOf } from './words';

/** Explains a denial from all that is known of it. Pure; the same evidence gives the same words. */
export function explain(evidence: Evidence): Explanation {
  const reading = readingOf(evidence.decoded);
  const facts = factsOf(evidence);
  const code = codeFor(facts, reading, evidence);
  const known = { facts, reading, code };
  return {
    ...facts,
    reason: { code },
    statements: [...reading.statements],
    decisiveConditions: [...reading.conditions],
    context: reading.context.map(({ key, values }) => ({ key, values: [...values] })),
    witnesses: { ...facts.witnesses, ...readingWitnesses(reading) },
    summary: summaryOf(known),
    detail: detailOf(known),
    nextSteps: [...stepsOf(known)],
  };
}

/** Statements are printed by STS; how conditions compare is our reasoning, grounded in their values. */
function readingWitnesses({ statements, conditions, context }: Reading) {
  return {
    ...(statements.length > 0 && { statements: 'decoded' as const }),
    ...(conditions.length > 0 && { decisiveConditions: 'inferred' as const }),
    ...(context.length > 0 && { context: 'decoded' as const }),
  };
}

/** The policy that AWS attaches to principals whose access key was found in public. */
const QUARANTINE_POLICY = /:policy\/AWSCompromisedKeyQuarantine/;

function codeFor(facts: Facts, reading: Reading, { implied }: Evidence): ReasonCode {
  const isNamed = QUARANTINE_POLICY.test(facts.policyArn ?? '');
  if (facts.verdict === 'explicit-deny' && (reading.isQuarantine || isNamed))
    return 'CREDENTIALS_QUARANTINED';
  if (facts.verdict !== 'undetermined') return reasonCode(facts.verdict, facts.policyType);
  if (implied?.isOpen) return 'EXCERPT_INCOMPLETE';
  return facts.encodedMessage.status === 'absent' ? 'NOT_STATED' : 'UNREADABLE';
}
