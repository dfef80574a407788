// decoded → [explained] → alert
// Chooses the next steps: the likeliest first, each for the reader or marked for whom.
import { parseArn } from '../arn';
import type { EncodedMessageFate } from '../contract';
import type { Facts } from './facts';
import { principalName, valuesOf } from './names';
import {
  ALLOW_STEPS,
  CHANGE_STEPS,
  DENY_STEPS,
  MESSAGE_STEPS,
  QUARANTINE_STEPS,
  UNDETERMINED_STEPS,
} from './sentences';
import { namedConditions } from './statements';
import { type Known, launched } from './words';

/** What to do next. */
export function stepsOf(known: Known): readonly string[] {
  return [...reasonSteps(known), ...messageSteps(known.facts.encodedMessage)];
}

function reasonSteps(known: Known): readonly string[] {
  if (known.code === 'CREDENTIALS_QUARANTINED') return QUARANTINE_STEPS;
  switch (known.facts.verdict) {
    case 'undetermined':
      return undeterminedSteps(known);
    case 'implicit-deny':
      return allowSteps(known.facts);
    case 'explicit-deny':
      return denySteps(known);
  }
}

function undeterminedSteps({ facts, code }: Known): readonly string[] {
  if (code === 'EXCERPT_INCOMPLETE') return [UNDETERMINED_STEPS.wholeRecord];
  const principal = principalName(facts.principal);
  const first =
    code === 'NOT_STATED'
      ? UNDETERMINED_STEPS.check(principal, facts.action ?? 'the request')
      : UNDETERMINED_STEPS.wholeMessage;
  return [first, UNDETERMINED_STEPS.simulate(facts.operation ?? 'the request', principal)];
}

function allowSteps(facts: Facts): readonly string[] {
  const first = allowStep(facts);
  return launched(facts) === null ? [first] : [first, ALLOW_STEPS.oneAtATime];
}

function allowStep({ policyType, principal, action, resource }: Facts): string {
  const what = `${action ?? 'the action'}${resource === null ? '' : ' on this resource'}`;
  const who = principalName(principal);
  if (policyType === 'identity-based' && principal.permissionSet !== undefined)
    return ALLOW_STEPS.permissionSet(principal.permissionSet, what);
  if (policyType === 'identity-based' && principal.serviceLinked)
    return ALLOW_STEPS.serviceLinked(who);
  return ALLOW_STEPS[policyType ?? 'untyped'](who, what);
}

function denySteps({ facts, reading }: Known): readonly string[] {
  const [condition] = namedConditions(reading.conditions);
  const {
    key = '',
    requestValues = [],
    statementValues = [],
    relation = 'unclear',
  } = condition ?? {};
  return [
    denyStep(facts, reading.hintsBoundary),
    CHANGE_STEPS[relation](key, valuesOf(requestValues), valuesOf(statementValues)),
  ];
}

function denyStep({ policyType, policyArn, principal }: Facts, hintsBoundary: boolean): string {
  const who = principalName(principal);
  if (policyType === null)
    return hintsBoundary ? DENY_STEPS.boundaryHint(who) : DENY_STEPS.untyped(who);
  if (policyType === 'identity-based' && principal.permissionSet !== undefined)
    return DENY_STEPS.permissionSet(principal.permissionSet);
  return DENY_STEPS[policyType](who, policyArn === null ? '' : ` ${policyArn}`);
}

function messageSteps({ status, decoder }: EncodedMessageFate): readonly string[] {
  switch (status) {
    case 'not-permitted':
      return [MESSAGE_STEPS['not-permitted'](decoderName(decoder))];
    case 'not-valid':
    case 'offline':
      return [MESSAGE_STEPS[status]()];
    default:
      return [];
  }
}

function decoderName(decoder: string | undefined): string {
  const [type, role] = (decoder === undefined ? '' : (parseArn(decoder)?.resource ?? '')).split(
    '/',
  );
  return type === 'assumed-role' && role ? `role ${role}` : (decoder ?? 'the role that decodes');
}
