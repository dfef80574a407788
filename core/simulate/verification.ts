// explained → suggested → [simulated] → alert: whether the simulator confirms a suggested statement.
import type { AssessedLaunch } from '../needs/assess';
import type { Need } from '../needs/need';
import type { Suggestion } from '../suggestion';
import { pairQuery } from './queries';
import { isReliable } from './reading';
import type { SimulationAnswer, SimulationQuery } from './simulator';

/** Statements that the simulator can try: those of the principal's own policies. */
const TRIED: readonly Suggestion['appliesTo']['kind'][] = [
  'role',
  'user',
  'permission-set',
  'policy',
];

/** The denied pair with the suggested statement attached; null where that cannot be asked. */
export function verificationQuery(
  launch: AssessedLaunch,
  denied: Need,
  { statement, appliesTo, confidence }: Suggestion,
): SimulationQuery | null {
  if (confidence === 'has-placeholders' || !TRIED.includes(appliesTo.kind)) return null;
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return pairQuery(launch, denied, [policy]);
}

/** What came of trying a suggestion: the answer, or null where it could not be tried. */
export function verified(
  suggestion: Suggestion,
  denied: Need,
  answer: SimulationAnswer | null,
): Suggestion {
  const { unverified: _before, ...rest } = suggestion;
  const because = answer === null ? 'not-simulated' : failureOf(denied, answer);
  return because === null
    ? { ...rest, verifiedBy: 'simulator' }
    : { ...rest, verifiedBy: null, unverified: because };
}

function failureOf(denied: Need, answer: SimulationAnswer): Suggestion['unverified'] | null {
  if (answer.kind === 'refused') return answer.because;
  const [decision] = answer.decisions;
  if (decision?.decision === 'allowed') return null;
  const isKnown = decision !== undefined && isReliable(denied, decision);
  return isKnown ? 'still-refused' : 'not-simulated';
}
