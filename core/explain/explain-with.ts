// decoded → [explained → suggested → simulated] → alert
import type { Explanation, PolicyType } from '../contract';
import type { Evidence } from '../evidence';
import type { AssessedLaunch } from '../needs/assess';
import { launchQueries } from '../simulate/queries';
import { simulatedPairs, simulatedStateOf } from '../simulate/reading';
import type {
  SimulatedPair,
  Simulate,
  SimulationAnswer,
  SimulationQuery,
} from '../simulate/simulator';
import { verificationQueries, verified } from '../simulate/verification';
import type { Suggestion } from '../suggestion';
import { explain, launchOf } from './explain';

/** No simulation helps a leaked key, or an excerpt that might be no denial. */
const NOT_SIMULATED = ['CREDENTIALS_QUARANTINED', 'EXCERPT_INCOMPLETE'];

/** Policies that the simulator does not see: what it allows they might refuse. */
const UNSEEN: readonly (PolicyType | null)[] = ['session-policy', 'vpc-endpoint-policy'];

/**
 * Explains a denial and asks the simulator, where there is one, about all pairs of the launch: which are
 * allowed, missing or denied; then whether the suggested statement lets the request through.
 */
export async function explainWith(
  evidence: Evidence,
  simulate: Simulate | null,
): Promise<Explanation> {
  const explanation = explain(evidence);
  const { reason, policyType } = explanation;
  if (simulate === null || NOT_SIMULATED.includes(reason.code) || UNSEEN.includes(policyType))
    return explanation;
  const launch = launchOf(evidence);
  const simulated = await simulatedLaunch(launchQueries(launch), simulate);
  const refined = explain({ ...evidence, simulated });
  const refusal = simulated.find((pair) => pair.refusal !== null)?.refusal ?? null;
  const ask: Simulate =
    refusal === null ? simulate : () => Promise.resolve({ kind: 'refused', because: refusal });
  const suggestions: Suggestion[] = [];
  for (const suggestion of refined.suggestions)
    suggestions.push(await tried(suggestion, launch, simulated, ask));
  return { ...refined, suggestions };
}

/** At once: enough to be quick, and below the limits of the IAM API. */
const AT_ONCE = 4;

/** Asks the first query alone; after a refusal nothing more is asked, since the rest would share it. */
async function simulatedLaunch(
  queries: readonly SimulationQuery[],
  simulate: Simulate,
): Promise<readonly SimulatedPair[]> {
  const pairs: SimulatedPair[] = [];
  for (let start = 0; start < queries.length; start += start === 0 ? 1 : AT_ONCE) {
    const asked = queries
      .slice(start, start === 0 ? 1 : start + AT_ONCE)
      .map(async (query) => simulatedPairs(query, await simulate(query)));
    pairs.push(...(await Promise.all(asked)).flat());
    if (pairs.some(({ refusal }) => refusal !== null)) return pairs;
  }
  return pairs;
}

async function tried(
  suggestion: Suggestion,
  launch: AssessedLaunch,
  simulated: readonly SimulatedPair[],
  simulate: Simulate,
): Promise<Suggestion> {
  const { denied } = launch;
  if (suggestion.kind !== 'add-allow' || denied === null) return suggestion;
  const before = simulatedStateOf(denied, simulated);
  const queries = verificationQueries(launch, denied, suggestion);
  const answers: SimulationAnswer[] = [];
  for (const query of queries) answers.push(await simulate(query));
  return verified(suggestion, denied, { before, answers });
}
