// decoded → [explained] → alert
// Chooses what an explanation says. A sentence names only facts that have a witness.
import type { DecisiveCondition, EncodedMessageFate, Statement } from '../contract';
import type { Launch } from '../launch';
import type { Facts } from './facts';
import { isTold, launchBrief, principalName, resourceName, valuesOf } from './names';
import type { ReasonCode } from './reasons';
import {
  CAUSES,
  CONDITIONS,
  CONDITIONS_BRIEF,
  EVIDENCE_NOTES,
  READER,
  POLICY_TYPE_NAMES,
  REFUSED,
  REQUESTS,
  STATEMENTS,
  VERDICT_NAMES,
  VERDICTS,
} from './sentences';
import { type Reading, tellingOf } from './statements';

/** Everything words are found for. */
export interface Known {
  readonly facts: Facts;
  readonly reading: Pick<Reading, 'decisive' | 'named' | 'hintsBoundary'>;
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
  const verdict = verdictOf(facts, code);
  const isPlain = reading.named.length === 0 || code === 'CREDENTIALS_QUARANTINED';
  const because = reading.named.map((each) => said(each, facts.resourceType, CONDITIONS_BRIEF));
  return `${headline(facts, code)} (${isPlain ? verdict : VERDICTS.because(verdict, because.join('; '))})`;
}

const CODE_VERDICTS: Readonly<Record<string, string>> = {
  EXCERPT_INCOMPLETE: VERDICTS.noAnswer,
  CREDENTIALS_QUARANTINED: VERDICTS.quarantined,
  UNREADABLE: VERDICTS.unreadable,
};

function verdictOf({ verdict, policyType, witnesses }: Facts, code: ReasonCode): string {
  if (policyType === null) return shortVerdict(verdict, code);
  const { name, article } = POLICY_TYPE_NAMES[policyType];
  if (verdict === 'undetermined') return VERDICTS.by(`${article} ${name}`);
  const isSimulated = witnesses['policyType'] === 'simulated';
  if (verdict === 'implicit-deny') return VERDICTS[isSimulated ? 'simulated' : 'noAllow'](name);
  const deny = VERDICTS[isSimulated ? 'simulatedDeny' : 'denyIn'](`${article} ${name}`);
  return CODE_VERDICTS[code] ?? deny;
}

/** Explicit or implicit in two words, or what matters more than that. */
export function shortVerdict(verdict: Facts['verdict'], code: string): string {
  return CODE_VERDICTS[code] ?? VERDICT_NAMES[verdict];
}

/** Why, in at most two sentences. */
export function detailOf(known: Known): string {
  const { facts, code } = known;
  const cause = `${requestOf(facts)} ${causeOf(facts, code)}.`;
  return [cause, statementOf(known) || evidenceNote(facts)].filter(Boolean).join(' ');
}

function evidenceNote({ encodedMessage, event }: Facts): string {
  const { status, reader }: EncodedMessageFate = encodedMessage;
  if (reader !== undefined)
    return READER.note(READER.account(reader.account), READER.role(reader.roleName));
  return EVIDENCE_NOTES[status === 'truncated' && event !== null ? 'cutByCloudTrail' : status];
}

/** What is launched; null for a request that launches nothing, such as StartInstances. */
export function launched({ launch, operation }: Facts): Launch | null {
  return operation === 'StartInstances' || launch === null || !isTold(launch) ? null : launch;
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
  const type = policyType === null ? null : POLICY_TYPE_NAMES[policyType];
  if (verdict === 'undetermined') {
    if (type !== null) return CAUSES.refusedBy(`${type.article} ${type.name}`);
    if (facts.action !== null && witnesses['action'] !== 'inferred') return CAUSES.noPolicy;
    return code === 'UNREADABLE' ? CAUSES.unreadable : CAUSES.noAction;
  }
  const what = whatOf(facts);
  if (verdict === 'implicit-deny') return noAllowCause(facts, what);
  const policy = type === null ? 'a policy' : `${type.article} ${type.name}`;
  const cause = CAUSES[witnesses['policyType'] === 'simulated' ? 'simulatedDeny' : 'denied'];
  return cause(policyArn === null ? policy : `${policy} (${policyArn})`, what);
}

function noAllowCause({ policyType, witnesses }: Facts, what: string): string {
  if (policyType === null) return CAUSES.noAllow(what);
  const cause = CAUSES[witnesses['policyType'] === 'simulated' ? 'simulated' : 'noAllowIn'];
  return cause(POLICY_TYPE_NAMES[policyType].name, what);
}

function whatOf({ action, resource }: Facts): string {
  return [action ?? 'the request', ...(resource === null ? [] : [resource])].join(' on ');
}

function statementOf({ facts, reading, code }: Known): string {
  const { decisive, named } = reading;
  if (decisive === null || code === 'CREDENTIALS_QUARANTINED') return '';
  const { statement, conditions } = decisive;
  const name = statementName(statement);
  const shown = named.length > 0 ? named : conditions.slice(0, 1);
  if (shown.length === 0) return STATEMENTS.unconditional(name);
  const words = shown.map((each) => said(each, facts.resourceType, CONDITIONS));
  return STATEMENTS.matched(name, words.join(', and '));
}

function statementName({ sid, actions, resources }: Statement): string {
  const name = sid === '' ? STATEMENTS.nameless : STATEMENTS.named(sid);
  const others = [
    ...(actions === 'all-but-listed' ? ['actions'] : []),
    ...(resources === 'all-but-listed' ? ['resources'] : []),
  ];
  return others.length === 0 ? name : STATEMENTS.allBut(name, others.join(' and '));
}

/** A condition in the words of one of the tables. */
export function said(
  condition: DecisiveCondition,
  resourceType: string | null,
  words: typeof CONDITIONS | typeof CONDITIONS_BRIEF,
): string {
  const { key, requestValues, statementValues } = condition;
  return words[tellingOf(condition, resourceType)](
    key,
    valuesOf(requestValues, 'and'),
    valuesOf(statementValues),
  );
}
