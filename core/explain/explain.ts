// decoded → [explained] → alert
import type { Explanation } from '../contract';
import type { Evidence } from '../evidence';
import { type AssessedLaunch, assessLaunch } from '../needs/assess';
import { pairsOf } from '../simulate/reading';
import { suggestionsFor } from '../suggest/suggest';
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
  const launch = assessLaunch(facts, evidence);
  const simulated = evidence.simulated ?? [];
  const launchPairs = pairsOf(launch, facts.verdict, simulated);
  const explanation: Writable<Explanation> = {
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
    witnesses: witnessesOf(reading, facts, launchPairs.length > 0, simulated.length > 0),
    summary: summaryOf(known),
    detail: detailOf(known),
    nextSteps: stepsOf(known),
    launchPairs,
    suggestions: suggestionsFor({ ...known, launch, pairs: launchPairs }),
  };
  if (facts.launch !== null) explanation.launch = facts.launch;
  if (facts.event !== null) explanation.event = facts.event;
  if (facts.authorizationId !== null) explanation.authorizationId = facts.authorizationId;
  return explanation;
}

/** What the launch behind a denial needs, for asking the simulator about it. */
export function launchOf(evidence: Evidence): AssessedLaunch {
  return assessLaunch(factsOf(evidence), evidence);
}

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

/** Statements are printed by STS; how conditions compare is our reasoning, grounded in their values. */
function witnessesOf(
  { matched, context }: Reading,
  { witnesses }: Facts,
  isAssessed: boolean,
  isSimulated: boolean,
): Explanation['witnesses'] {
  const all = witnesses;
  if (matched.length > 0) all['statements'] = 'decoded';
  if (matched.some(({ conditions }) => conditions.length > 0))
    all['decisiveConditions'] = 'inferred';
  if (context.length > 0) all['context'] = 'decoded';
  if (isAssessed) all['launchPairs'] = isSimulated ? 'simulated' : 'inferred';
  return all;
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
