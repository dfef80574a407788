// explained → suggested → [simulated] → alert: whether the simulator confirms a suggested statement.
import type { AssessedLaunch } from '../needs/assess';
import type { Need } from '../needs/need';
import type { LaunchPair, Suggestion } from '../suggestion';
import { pairQueries } from './queries';
import { isReliable } from './reading';
import type { SimulationAnswer, SimulationQuery } from './simulator';

/** Statements that the simulator can try: those of the principal's own policies. */
const TRIED: readonly Suggestion['appliesTo']['kind'][] = [
  'role',
  'user',
  'permission-set',
  'policy',
];

/** The denied pair with the suggested statement attached; nothing where that cannot be asked. */
export function verificationQueries(
  launch: AssessedLaunch,
  denied: Need,
  { statement, appliesTo, confidence }: Suggestion,
): readonly SimulationQuery[] {
  if (confidence === 'has-placeholders' || !TRIED.includes(appliesTo.kind)) return [];
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return pairQueries(launch, denied, [policy]);
}

/** What the simulator says of the denied pair without the statement, and with it. */
export interface Tried {
  readonly before: LaunchPair['state'];
  /** Empty where it could not be tried. */
  readonly answers: readonly SimulationAnswer[];
}

/** What came of trying a suggestion. */
export function verified(
  suggestion: Suggestion,
  denied: Need,
  { before, answers }: Tried,
): Suggestion {
  const { unverified: _before, ...rest } = suggestion;
  const because = before === 'allowed' ? 'allowed-already' : failureOf(denied, answers);
  return because === null
    ? { ...rest, verifiedBy: 'simulator' }
    : { ...rest, verifiedBy: null, unverified: because };
}

/** One answer for each value that the request chooses among; all have to allow it. */
function failureOf(
  denied: Need,
  answers: readonly SimulationAnswer[],
): Suggestion['unverified'] | null {
  if (answers.length === 0) return 'not-simulated';
  for (const answer of answers) {
    if (answer.kind === 'refused') return answer.because;
    const [decision] = answer.decisions;
    if (decision === undefined || !isReliable(denied, decision)) return 'not-simulated';
    if (decision.decision !== 'allowed') return 'still-refused';
  }
  return null;
}
