// decoded → [explained] → alert
// Chooses what an explanation says. A sentence names only facts that have a witness.
import type { DecisiveCondition, Launch } from '../contract';
import type { Facts } from './facts';
import { launchBrief, principalName, resourceName, valuesOf } from './names';
import type { ReasonCode } from './reasons';
import {
  CAUSES,
  CONDITIONS,
  CONDITIONS_BRIEF,
  EVIDENCE_NOTES,
  POLICY_TYPE_NAMES,
  REFUSED,
  REQUESTS,
  STATEMENTS,
  VERDICT_NAMES,
  VERDICTS,
} from './sentences';
import { namedConditions, type Reading } from './statements';

/** Everything words are found for. */
export interface Known {
  readonly facts: Facts;
  readonly reading: Pick<Reading, 'statements' | 'conditions' | 'hintsBoundary'>;
  readonly code: ReasonCode;
}

/** What the first line names. */
type Named = Pick<
  Facts,
  'principal' | 'action' | 'operation' | 'resource' | 'resourceType' | 'witnesses'
>;

/** Who was refused what, as the beginning of a line. */
export function headline(facts: Named, code: string): string {
  const who = principalName(facts.principal);
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} ${refused(facts, code)}`;
}

function refused(facts: Named, code: string): string {
  const { action, operation, resource, resourceType, witnesses } = facts;
  if (code === 'EXCERPT_INCOMPLETE') return REFUSED.called(operation ?? 'AWS');
  if (operation !== null && (action === null || witnesses['action'] === 'inferred'))
    return REFUSED.operation(operation);
  if (action === null) return REFUSED.request;
  if (resource === null) return REFUSED.action(action);
  const name = resourceName(resource, resourceType);
  if (action !== 'iam:PassRole') return REFUSED.actionOn(action, name);
  return isLaunch(operation) ? REFUSED.passToEc2(name) : REFUSED.pass(name);
}

function isLaunch(operation: string | null): boolean {
  return operation === 'RunInstances' || operation === 'CreateFleet';
}

/** The whole first line: who, what, and explicit or implicit with what decided. */
export function summaryOf({ facts, reading, code }: Known): string {
  return `${headline(facts, code)} (${verdictOf(facts, reading.conditions, code)})`;
}

function verdictOf(
  { verdict, policyType }: Facts,
  conditions: readonly DecisiveCondition[],
  code: ReasonCode,
): string {
  if (code === 'EXCERPT_INCOMPLETE') return VERDICTS.noAnswer;
  if (code === 'CREDENTIALS_QUARANTINED') return VERDICTS.quarantined;
  const type = policyType === null ? null : POLICY_TYPE_NAMES[policyType];
  if (verdict === 'implicit-deny' && type !== null) return VERDICTS.noAllow(type.name);
  const plain =
    verdict === 'explicit-deny' && type !== null
      ? VERDICTS.denyIn(`${type.article} ${type.name}`)
      : VERDICT_NAMES[verdict];
  const decisive = namedConditions(conditions).map((each) => said(each, CONDITIONS_BRIEF));
  return decisive.length === 0 ? plain : VERDICTS.because(plain, decisive.join(', '));
}

/** Why, in at most two sentences. */
export function detailOf({ facts, reading, code }: Known): string {
  const cause = `${requestOf(facts)} ${causeOf(facts, code)}.`;
  return [cause, statementOf(reading, code) || EVIDENCE_NOTES[facts.encodedMessage.status]]
    .filter(Boolean)
    .join(' ');
}

/** What is launched; null for a request that launches nothing, such as StartInstances. */
export function launched({ launch, operation }: Facts): Launch | null {
  return operation === 'StartInstances' ? null : launch;
}

function requestOf(facts: Facts): string {
  const launch = launched(facts);
  if (launch !== null) return REQUESTS.launch(launchBrief(launch));
  if (facts.operation !== null) return REQUESTS.operation(facts.operation);
  return facts.action === null ? REQUESTS.any : REQUESTS.action(facts.action);
}

function causeOf(facts: Facts, code: ReasonCode): string {
  const { verdict, policyType, policyArn, witnesses } = facts;
  if (code === 'EXCERPT_INCOMPLETE') return CAUSES.open;
  if (code === 'CREDENTIALS_QUARANTINED') return CAUSES.quarantined;
  if (verdict === 'undetermined')
    return facts.action === null || witnesses['action'] === 'inferred'
      ? CAUSES.noAction
      : CAUSES.noPolicy;
  const what = whatOf(facts);
  const type = policyType === null ? null : POLICY_TYPE_NAMES[policyType];
  if (verdict === 'implicit-deny')
    return type === null ? CAUSES.noAllow(what) : CAUSES.noAllowIn(type.name, what);
  const policy = type === null ? 'a policy' : `${type.article} ${type.name}`;
  return CAUSES.denied(policyArn === null ? policy : `${policy} (${policyArn})`, what);
}

function whatOf({ action, resource }: Facts): string {
  return [action ?? 'the request', ...(resource === null ? [] : [resource])].join(' on ');
}

function statementOf({ statements, conditions }: Known['reading'], code: ReasonCode): string {
  const [first] = statements;
  if (first === undefined || code === 'CREDENTIALS_QUARANTINED') return '';
  const name = first.sid === '' ? STATEMENTS.nameless : STATEMENTS.named(first.sid);
  const named = namedConditions(conditions);
  const shown = named.length > 0 ? named : conditions.slice(0, 1);
  if (shown.length === 0) return STATEMENTS.unconditional(name);
  return STATEMENTS.matched(name, shown.map((each) => said(each, CONDITIONS)).join(', and '));
}

/** A condition in the words of one of the tables. */
export function said(
  { key, requestValues, statementValues, relation }: DecisiveCondition,
  words: typeof CONDITIONS | typeof CONDITIONS_BRIEF,
): string {
  return words[relation](key, valuesOf(requestValues), valuesOf(statementValues));
}
