// explained → [suggested] → alert: what to change where a statement denies.
import { conditionKey } from '../conditions/condition-keys';
import { isConcrete, parametersFor } from '../parameters/parameters';
import type { DecisiveCondition } from '../contract';
import { principalName } from '../explain/names';
import { POLICY_TYPE_NAMES, QUARANTINE_STEPS } from '../explain/sentences';
import type { Facts } from '../explain/facts';
import type { Place, Suggestion } from '../suggestion';
import { ownArn } from '../event/own-arn';
import { targetOf } from './places';
import { CHANGE, CHANGE_WRONG_IF, REQUESTER, ROTATE, WHO } from './sentences';
import type { Suggestible } from './suggestible';

const REQUEST: Place = { kind: 'request', name: null, arn: null };

/** Suggests how the request avoids the Deny; nothing where its conditions are not known. */
export function changeRequest({ facts, reading }: Suggestible): readonly Suggestion[] {
  const conditions = reading.named.filter(isOfRequest);
  const { resourceType, operation } = facts;
  const parameters = conditions.flatMap((each) => parametersFor(each, { resourceType, operation }));
  if (parameters.length === 0) return [];
  return [
    {
      kind: 'change-request',
      appliesTo: REQUEST,
      who: REQUESTER,
      what: CHANGE.request(conditions.map(({ key }) => key).join(' and ')),
      confidence: isConcrete(parameters) ? 'may-be-wrong' : 'has-placeholders',
      wrongIf: [
        CHANGE_WRONG_IF.inferred,
        ...(conditions.some(isOfRegion) ? [CHANGE_WRONG_IF.region] : []),
        CHANGE_WRONG_IF.other,
      ],
      parameters,
      verifiedBy: null,
    },
  ];
}

function isOfRequest({ key, relation }: DecisiveCondition): boolean {
  return relation !== 'unclear' && conditionKey(key).place !== 'principal';
}

function isOfRegion({ key }: DecisiveCondition): boolean {
  return ['aws:requestedregion', 'ec2:region'].includes(key.toLowerCase());
}

/** Suggests which statement of which policy to change, for whoever owns it. */
export function changeDeny({ facts, reading }: Suggestible): Suggestion {
  const { place, who } = denyTarget(facts);
  const sid = reading.decisive?.statement.sid ?? '';
  return {
    kind: 'change-deny',
    appliesTo: place,
    who,
    what: CHANGE.deny(CHANGE.statement(sid), policyName(facts)),
    confidence: 'may-be-wrong',
    wrongIf: [CHANGE_WRONG_IF.guardrail, CHANGE_WRONG_IF.elsewhere],
    verifiedBy: null,
  };
}

/** A Deny that AWS does not place may stand in any policy. */
function denyTarget(facts: Facts): ReturnType<typeof targetOf> {
  if (facts.policyType !== null) return targetOf(facts);
  const { policyArn: arn, principal } = facts;
  return { place: { kind: 'policy', name: null, arn }, who: WHO.policy(principalName(principal)) };
}

function policyName({ policyArn, policyType }: Facts): string {
  if (policyArn !== null) return CHANGE.policy.named(policyArn);
  return policyType === null
    ? CHANGE.policy.any
    : CHANGE.policy.typed(POLICY_TYPE_NAMES[policyType].name);
}

/** Suggests a new access key: the quarantine is a safeguard, and no policy is wrong. */
export function rotateCredentials({ principal }: Facts): Suggestion {
  return {
    kind: 'rotate-credentials',
    appliesTo: { kind: 'credentials', name: principal.name, arn: ownArn(principal) },
    who: WHO.user(principalName(principal)),
    what: ROTATE.what,
    confidence: 'ready',
    wrongIf: [ROTATE.wrongIf],
    steps: QUARANTINE_STEPS,
    verifiedBy: null,
  };
}
