// explained → [suggested] → alert: how sure a suggested statement is, and what would make it wrong.
import type { Facts } from '../explain/facts';
import { LIMITS, sizeOf } from '../forms/size';
import { hasPlaceholder } from '../needs/scope';
import { MOST_NAMES, type Need } from '../needs/need';
import type { Launch } from '../launch';
import type { Confidence, PolicyDocument, PolicyStatement } from '../suggestion';
import { needsIn } from './launch-policy';
import { WRONG_IF } from './sentences';
import type { Suggestible } from './suggestible';

type Doubted = Pick<Facts, 'policyType' | 'principal' | 'witnesses'>;

/** How sure it is that the statement lets the request through, by what would make it wrong. */
export function confidenceOf(doubts: readonly string[]): Confidence {
  if (doubts.includes(WRONG_IF.placeholders)) return 'has-placeholders';
  return doubts.every((doubt) => doubt === WRONG_IF.others) ? 'ready' : 'may-be-wrong';
}

function sizeDoubts(statement: PolicyStatement): readonly string[] {
  const size = sizeOf({ Version: '2012-10-17', Statement: [statement] });
  return size > LIMITS.managed ? [WRONG_IF.size(size, LIMITS.managed)] : [];
}

/** What would make the statement wrong, each as a sentence. */
export function doubtsOf(
  known: Suggestible,
  denied: Need,
  statement: PolicyStatement,
): readonly string[] {
  return [
    ...typeDoubts(known.facts),
    ...requestDoubts(known),
    ...sizeDoubts(statement),
    ...(isUnfilled(statement) ? [WRONG_IF.placeholders] : []),
    ...assumedBy([denied]),
  ];
}

/** What the policy for a launch assumes, each as a sentence. */
export function assumptionsOf(
  { facts, launch, pairs }: Suggestible,
  policy: PolicyDocument,
): readonly string[] {
  return [
    ...(policy.Statement.some(isUnfilled) ? [WRONG_IF.placeholders] : []),
    ...(launch.scope.templateArn === null ? [] : [WRONG_IF.template]),
    ...assumedBy(needsIn(['missing', 'not-checked'], launch.needs, pairs)),
    ...(isCut(launch.scope.launch) ? [WRONG_IF.many] : []),
    ...pairs.flatMap(({ state, deniedBy, action, resource }) =>
      state === 'denied' && deniedBy !== undefined
        ? [WRONG_IF.denied(action, resource, deniedBy)]
        : [],
    ),
    ...pairs.flatMap(({ state, blockedBy, action, resource }) =>
      state === 'missing' && blockedBy !== undefined && blockedBy !== facts.policyType
        ? [WRONG_IF.blocked(action, resource, blockedBy)]
        : [],
    ),
  ];
}

function isCut({ subnetIds, imageIds, securityGroupIds, volumes = [] }: Launch): boolean {
  return [subnetIds, imageIds, securityGroupIds, volumes].some((list) => list.length > MOST_NAMES);
}

function assumedBy(needs: readonly Need[]): readonly string[] {
  return [...new Set(needs.flatMap(({ assumes }) => assumes ?? []))];
}

/** What a statement for this very action leaves open. */
function requestDoubts({ facts, launch }: Suggestible): readonly string[] {
  const { action, policyType } = facts;
  const isPassed = action === 'iam:PassRole' && launch.scope.operation === '';
  const isOfKey = action?.startsWith('kms:') === true && policyType === 'resource-based';
  return [...(isPassed ? [WRONG_IF.toEc2] : []), ...(isOfKey ? [WRONG_IF.keyActions] : [])];
}

function typeDoubts({ policyType, principal, witnesses }: Doubted): readonly string[] {
  if (principal.kind === 'federated-user') return [WRONG_IF.federated];
  if (policyType === null) return [WRONG_IF.untyped];
  if (witnesses['policyType'] === 'simulated') return [WRONG_IF.simulated];
  return [policyType === 'service-control-policy' ? WRONG_IF.organization : WRONG_IF.others];
}

/** Whether a statement has something to fill in. */
function isUnfilled({ Action, Resource, Condition, Principal }: PolicyStatement): boolean {
  const values = Object.values(Condition ?? {}).flatMap((keys) => Object.values(keys));
  const principal = typeof Principal === 'object' ? Principal.AWS : [];
  return [Action, Resource ?? [], principal, ...values].flat().some(hasPlaceholder);
}
