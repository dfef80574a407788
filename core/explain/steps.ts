// decoded → [explained] → alert
// Chooses the next steps: the likeliest first, each for the reader or marked for whom.
import { parseArn } from '../arn';
import type { DecisiveCondition, EncodedMessageFate } from '../contract';
import type { Facts } from './facts';
import { principalName, valuesOf } from './names';
import {
  ALLOW_STEPS,
  CHANGE_STEPS,
  DENY_STEPS,
  KEY_STEPS,
  MESSAGE_STEPS,
  QUARANTINE_STEPS,
  READER,
  UNDETERMINED_STEPS,
} from './sentences';
import { tellingOf } from './statements';
import { type Known, launched } from './words';

/** What to do next. */
export function stepsOf(known: Known): readonly string[] {
  const message = messageSteps(known.facts.encodedMessage, known.code === 'UNREADABLE');
  const reason = reasonSteps(known);
  return known.code === 'UNREADABLE' ? [...message, ...reason] : [...reason, ...message];
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
  const { policyType, principal, encodedMessage } = facts;
  const who = principalName(principal);
  if (policyType !== null) return [ALLOW_STEPS[policyType](who, whatOf(facts))];
  const isLost = encodedMessage.status === 'truncated' || encodedMessage.status === 'damaged';
  return [
    ...(isLost ? [UNDETERMINED_STEPS.wholeMessage] : []),
    ...(code === 'NOT_STATED'
      ? [UNDETERMINED_STEPS.check(who, facts.action ?? 'the request')]
      : []),
    ...simulated(facts).map((what) => UNDETERMINED_STEPS.simulate(what, who)),
  ];
}

/** What to simulate: the simulator takes IAM users and roles, and needs an action. */
function simulated({ principal, operation, action }: Facts): readonly string[] {
  const isTaken = principal.kind === 'iam-user' || principal.kind === 'role-session';
  const what = operation ?? action;
  return isTaken && principal.name !== null && what !== null ? [what] : [];
}

function allowSteps(facts: Facts): readonly string[] {
  const first = allowStep(facts);
  if (launched(facts) === null) return [first];
  const { invokedBy, serviceLinked } = facts.principal;
  const isOfService = invokedBy !== undefined || serviceLinked === true;
  return [first, isOfService ? ALLOW_STEPS.oneAtATimeOfService : ALLOW_STEPS.oneAtATime];
}

function whatOf({ action, resource }: Facts): string {
  return `${action ?? 'the action'}${resource === null ? '' : ' on this resource'}`;
}

function allowStep(facts: Facts): string {
  const { policyType, principal } = facts;
  const [who, what] = [principalName(principal), whatOf(facts)];
  if (policyType === 'identity-based' && principal.permissionSet !== undefined)
    return ALLOW_STEPS.permissionSet(principal.permissionSet, what);
  if (policyType === 'identity-based' && principal.kind === 'federated-user')
    return ALLOW_STEPS.federated(who, what);
  if (policyType === 'identity-based' && principal.serviceLinked)
    return facts.action?.startsWith('kms:') === true
      ? ALLOW_STEPS.serviceLinkedKey(who, facts.action)
      : ALLOW_STEPS.serviceLinked(who);
  return ALLOW_STEPS[policyType ?? 'untyped'](who, what);
}

function denySteps({ facts, reading }: Known): readonly string[] {
  const [condition] = reading.named;
  const change =
    condition === undefined ? CHANGE_STEPS.unclear() : changeStep(condition, facts.resourceType);
  return [denyStep(facts, reading.hintsBoundary), change];
}

function changeStep(condition: DecisiveCondition, resourceType: string | null): string {
  const { key, requestValues, statementValues, relation } = condition;
  const [request, listed] = [valuesOf(requestValues, 'and'), valuesOf(statementValues)];
  const isDenied = relation === 'value-forbidden' || relation === 'key-present';
  const special = KEY_STEPS.find(([start]) => key.toLowerCase().startsWith(start));
  if (special !== undefined) return special[1](key, request, listed, isDenied);
  return CHANGE_STEPS[tellingOf(condition, resourceType)](key, request, listed);
}

function denyStep({ policyType, policyArn, principal }: Facts, hintsBoundary: boolean): string {
  const who = principalName(principal);
  if (policyType === null)
    return hintsBoundary ? DENY_STEPS.boundaryHint(who) : DENY_STEPS.untyped(who);
  if (policyType === 'identity-based' && principal.permissionSet !== undefined)
    return DENY_STEPS.permissionSet(principal.permissionSet);
  return DENY_STEPS[policyType](who, policyArn === null ? '' : ` ${policyArn}`);
}

function messageSteps(
  { status, decoder, reader }: EncodedMessageFate,
  isAllThereIs: boolean,
): readonly string[] {
  if (reader !== undefined) return readerSteps(reader, isAllThereIs);
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

/** The first helps this denial, where nothing else tells its reason; the second those to come. */
function readerSteps(
  reader: NonNullable<EncodedMessageFate['reader']>,
  isAllThereIs: boolean,
): readonly string[] {
  const account = READER.account(reader.account);
  const deploy = READER.deploy(account, READER.role(reader.roleName));
  return isAllThereIs ? [READER.decode(account), deploy] : [deploy];
}

function decoderName(decoder: string | undefined): string {
  const [type, role] = (decoder === undefined ? '' : (parseArn(decoder)?.resource ?? '')).split(
    '/',
  );
  return type === 'assumed-role' && role ? `role ${role}` : (decoder ?? 'the role that decodes');
}
