// decoded → [explained] → alert
import type { Explanation } from '../contract';
import type { Evidence } from '../evidence';
import { type AssessedLaunch, assessLaunch } from '../needs/assess';
import { fingerprintOf } from '../group/fingerprint';
import { pairsOf } from '../simulate/reading';
import { suggestionsFor } from '../suggest/suggest';
import { type Facts, factsOf } from './facts';
import { type ReasonCode, reasonCode } from './reasons';
import { type Reading, readingOf } from './statements';
import { stepsOf } from './steps';
import { detailOf, summaryOf } from './words';

/** An explanation without what follows from it. */
type Told = Omit<Explanation, 'launchPairs' | 'suggestions' | 'fingerprint'>;

interface Known {
  readonly facts: Facts;
  readonly reading: Reading;
  readonly code: ReasonCode;
}

/** Explains a denial and suggests what to change. Pure; the same evidence gives the same words. */
export function explain(evidence: Evidence): Explanation {
  const known = knownOf(evidence);
  const launch = assessLaunch(known.facts, evidence);
  const launchPairs = pairsOf(launch, known.facts.verdict, evidence.simulated ?? []);
  const told = toldOf(known);
  const isSimulated = (evidence.simulated ?? []).some(({ decision }) => decision !== null);
  const witness = isSimulated ? 'simulated' : 'inferred';
  return {
    ...told,
    witnesses:
      launchPairs.length > 0 ? { ...told.witnesses, launchPairs: witness } : told.witnesses,
    launchPairs,
    suggestions: suggestionsFor({ ...known, launch, pairs: launchPairs }),
    ...fingerprintIn(evidence),
  };
}

/** Only an event has an account, without which a fingerprint means nothing. */
function fingerprintIn({ requested, stated, decoded }: Evidence): Pick<Explanation, 'fingerprint'> {
  if (requested?.event == null) return {};
  return { fingerprint: fingerprintOf({ requested, stated }, decoded) };
}

/** What AWS did and why, from all that is known of it. */
export function told(evidence: Evidence): Told {
  return toldOf(knownOf(evidence));
}

/** What the launch behind a denial needs, for asking the simulator about it. */
export function launchOf(evidence: Evidence): AssessedLaunch {
  return assessLaunch(factsOf(evidence), evidence);
}

function knownOf(evidence: Evidence): Known {
  const reading = readingOf(evidence.decoded);
  const facts = factsOf(evidence);
  return { facts, reading, code: codeFor(facts, reading, evidence) };
}

function toldOf(known: Known): Told {
  const { facts, reading, code } = known;
  return {
    verdict: facts.verdict,
    reason: { code },
    principal: facts.principal,
    action: facts.action,
    operation: facts.operation,
    resource: facts.resource,
    resourceType: facts.resourceType,
    policyType: facts.policyType,
    policyArn: facts.policyArn,
    statements: reading.matched.map(({ statement }) => statement),
    decisiveConditions: reading.matched.flatMap(({ conditions }) => conditions),
    context: reading.context,
    encodedMessage: facts.encodedMessage,
    witnesses: witnessesOf(reading, facts),
    summary: summaryOf(known),
    detail: detailOf(known),
    nextSteps: stepsOf(known),
    ...(facts.launch === null ? {} : { launch: facts.launch }),
    ...(facts.event === null ? {} : { event: facts.event }),
    ...(facts.authorizationId === null ? {} : { authorizationId: facts.authorizationId }),
  };
}

/** Statements are printed by STS; how conditions compare is our reasoning, grounded in their values. */
function witnessesOf(
  { matched, context }: Reading,
  { witnesses }: Facts,
): Explanation['witnesses'] {
  const hasConditions = matched.some(({ conditions }) => conditions.length > 0);
  return {
    ...witnesses,
    ...(matched.length > 0 ? { statements: 'decoded' } : {}),
    ...(hasConditions ? { decisiveConditions: 'inferred' } : {}),
    ...(context.length > 0 ? { context: 'decoded' } : {}),
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
