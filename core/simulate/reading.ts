// explained → suggested → [simulated] → alert: what the simulator's answers say of a launch.
import type { Explanation, PolicyType, Verdict } from '../contract';
import type { AssessedLaunch } from '../needs/assess';
import type { Need } from '../needs/need';
import type { LaunchPair } from '../suggestion';
import { supports } from './queries';
import type { Decision, SimulatedPair, SimulationAnswer, SimulationQuery } from './simulator';

/** Takes an answer apart, pair by pair. */
export function simulatedPairs(
  { action, resources }: SimulationQuery,
  answer: SimulationAnswer,
): readonly SimulatedPair[] {
  return resources.map((resource) => {
    if (answer.kind === 'refused')
      return { action, resource, decision: null, refusal: answer.because };
    const decision = answer.decisions.find((each) => each.resource === resource) ?? null;
    return { action, resource, decision, refusal: null };
  });
}

/** Where a request chooses among values, what is refused of them counts. */
const RANKS = { 'explicit-deny': 0, 'implicit-deny': 1, allowed: 3 } as const;
const SILENT = 2;

function rankOf({ decision }: SimulatedPair): number {
  return decision === null ? SILENT : RANKS[decision.decision];
}

/** Finds what the simulator says of a need. */
function simulatedOf(need: Need, simulated: readonly SimulatedPair[]): SimulatedPair | undefined {
  const own = simulated.filter(
    ({ action, resource }) => action === need.action && resource === need.resource,
  );
  return own.toSorted((one, other) => rankOf(one) - rankOf(other))[0];
}

/**
 * The states of a launch's pairs. Of the denied pair AWS itself has spoken; of the others the simulator
 * is believed where it was given every key that its policies test.
 */
export function pairsOf(
  { needs, denied }: AssessedLaunch,
  verdict: Verdict,
  simulated: readonly SimulatedPair[],
): readonly LaunchPair[] {
  return needs.map((need) => {
    const { action, resource, resourceType } = need;
    const said = fateOf(need, simulatedOf(need, simulated)?.decision ?? null);
    const own = need === denied ? STATES[verdict] : null;
    return { action, resource, resourceType, ...said, ...(own === null ? {} : { state: own }) };
  });
}

const STATES = {
  'explicit-deny': 'denied',
  'implicit-deny': 'missing',
  undetermined: null,
} as const;

const SIMULATED_STATES = {
  allowed: 'allowed',
  'explicit-deny': 'denied',
  'implicit-deny': 'missing',
} as const;

/** What the simulator says would become of a pair, where its answer is reliable. */
export function simulatedStateOf(
  need: Need,
  simulated: readonly SimulatedPair[],
): LaunchPair['state'] {
  return fateOf(need, simulatedOf(need, simulated)?.decision ?? null).state;
}

type Fate = Pick<LaunchPair, 'state' | 'blockedBy' | 'deniedBy'>;

function fateOf(need: Need, decision: Decision | null): Fate {
  if (decision === null || !isReliable(need, decision)) return { state: 'not-checked' };
  const state = SIMULATED_STATES[decision.decision];
  if (state === 'allowed') return { state };
  const [deniedBy] = decision.policies;
  return {
    state,
    ...blockedBy(decision),
    ...(state === 'denied' && deniedBy !== undefined ? { deniedBy } : {}),
  };
}

function blockedBy({ allowedByOrganization, allowedByBoundary }: Decision): Partial<Fate> {
  if (allowedByOrganization === false) return { blockedBy: 'organization' };
  return allowedByBoundary === false ? { blockedBy: 'permissions-boundary' } : {};
}

/** A key of the request that the simulator was not given might have changed its answer. */
export function isReliable(need: Need, { missingKeys }: Decision): boolean {
  const keys = missingKeys.map((key) => key.toLowerCase());
  return !keys.some((key) => key.startsWith('aws:') || supports(need, key));
}

/** The policy type that lacks the Allow for the denied pair, or denies it, where AWS does not name it. */
export function simulatedPolicyType(
  known: Pick<Explanation, 'verdict' | 'action' | 'resource' | 'resourceType'>,
  simulated: readonly SimulatedPair[],
): PolicyType | null {
  const { action, resource, resourceType, verdict } = known;
  if (action === null || resource === null) return null;
  const need = { action, resource, resourceType: resourceType ?? '' };
  const decision = simulatedOf(need, simulated)?.decision ?? null;
  if (decision === null || decision.decision !== verdict || !isReliable(need, decision))
    return null;
  if (decision.allowedByOrganization === false) return 'service-control-policy';
  if (decision.allowedByBoundary === false) return 'permissions-boundary';
  const isOwn = verdict === 'implicit-deny' || decision.policies.length > 0;
  return isOwn ? 'identity-based' : null;
}
