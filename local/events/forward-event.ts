// event → rule → [hop] → home bus → rule: whether EventBridge may take an event to another bus.
// @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
import * as v from 'valibot';
import { type Deployment, sessionArnOf, type World } from '../deployment';
import { evaluate } from '../policy/evaluate';
import { refusalSentence } from '../policy/refusal';
import { type Asker, saidByResource } from '../policy/resource-policy';
import { busArnOf, isSamePlace, type Place } from '../template/place';
import type { BusTarget, RulePlan } from '../template/read-way';

/** One event on its way from a rule to another bus. */
export interface Hop {
  readonly world: World;
  readonly event: unknown;
  /** The stack with the rule. */
  readonly at: Deployment;
  readonly rule: RulePlan;
  readonly target: BusTarget;
  /** The place that the event came from, where a rule there sent it here; null where it arose here. */
  readonly from: Place | null;
}

/** Why an event did not get any further: the code is that of EventBridge. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** Why EventBridge does not take the event there; null where it does. */
export function refusalOf(hop: Hop): Refusal | null {
  return hopRefusal(hop) ?? roleRefusal(hop) ?? busRefusal(hop);
}

/** An event goes one hop and no further. */
function hopRefusal({ at, target, from }: Hop): Refusal | null {
  if (from === null) return null;
  const isAccount = target.place.account !== at.place.account;
  const kind = isAccount ? 'account' : 'Region';
  return {
    code: isAccount ? 'THIRD_ACCOUNT_HOP_DETECTED' : 'THIRD_REGION_HOP_DETECTED',
    message: `The event came from ${from.account} in ${from.region} and does not go on to a third ${kind}.`,
  };
}

const EVENTBRIDGE = 'events.amazonaws.com';

function roleRefusal({ at, rule, target, event }: Hop): Refusal | null {
  const role = at.roleOf(target.roleArn);
  const said =
    role &&
    saidByResource(
      role.trust,
      { action: 'sts:AssumeRole', resource: role.arn },
      { kind: 'service', name: EVENTBRIDGE },
      sourceOf(rule, at.place),
    );
  if (role === null || said !== 'allowed')
    return {
      code: 'FAILED_TO_ASSUME_ROLE',
      message: `${EVENTBRIDGE} may not assume ${target.roleArn}`,
    };
  const request = { ...requestOf(target), context: contextOf(event) };
  const decision = evaluate(role.statements, request);
  if (decision === 'allowed') return null;
  const message = refusalSentence(sessionOf(role.arn, at.place), request, decision);
  return { code: 'NO_PERMISSIONS', message };
}

function busRefusal({ world, at, target, event }: Hop): Refusal | null {
  if (busArnOf(target.place) !== target.arn)
    return { code: 'NO_RESOURCE', message: `There is no event bus ${target.arn}` };
  const { account, organization } = at.place;
  const arn = sessionOf(target.roleArn, at.place);
  const asker = { kind: 'session', arn, roleArn: target.roleArn, account, organization } as const;
  return refusalByBus(world, target.place, asker, event);
}

/** Why the policy of a bus does not let an event of a principal in; those of its account need none. */
export function refusalByBus(
  { deployments }: World,
  place: Pick<Place, 'account' | 'region'>,
  asker: Extract<Asker, { readonly kind: 'session' }>,
  event: unknown,
): Refusal | null {
  if (asker.account === place.account) return null;
  const request = { action: 'events:PutEvents', resource: busArnOf(place) };
  const policy = deployments
    .filter((one) => isSamePlace(one.place, place))
    .flatMap(({ busPolicy }) => busPolicy);
  const said = saidByResource(policy, request, asker, contextOf(event));
  if (said === 'allowed') return null;
  const message = refusalSentence(asker.arn, request, said, 'a resource-based policy');
  return { code: 'NO_PERMISSIONS', message };
}

function requestOf({ arn }: BusTarget) {
  return { action: 'events:PutEvents', resource: arn };
}

function sessionOf(roleArn: string, { region }: Place): string {
  return sessionArnOf(roleArn, 'eventbridge', region);
}

/** What a policy sees of the rule for which the service acts. */
export function sourceOf({ arn }: RulePlan, { account }: Place) {
  return new Map([
    ['aws:sourceaccount', [account]],
    ['aws:sourcearn', [arn]],
  ]);
}

const named = v.object({
  source: v.optional(v.string(), ''),
  'detail-type': v.optional(v.string(), ''),
});

function contextOf(event: unknown) {
  const { source, 'detail-type': detailType } = v.parse(
    v.fallback(named, v.getDefaults(named)),
    event,
  );
  return new Map([
    ['events:source', [String(source)]],
    ['events:detail-type', [String(detailType)]],
  ]);
}
