// explained → [rendered]: what is shown of an explanation and in which order; faces only lay it out.
import { accountWords, toldAccount } from '../account-name';
import type { Explanation } from '../contract';
import { launchLine, principalKind } from '../explain/names';
import { CONDITIONS_BRIEF, POLICY_TYPE_NAMES } from '../explain/sentences';
import { said } from '../explain/words';
import { launchPolicySections, pairSections, suggestionSections } from './suggestions';
import type { Row, Section } from './section';
import { authorizationLink, eventLink, principalLink, reasonLink } from './links';

/** What a face has room for. */
export interface SectionsOptions {
  /** Whether the decoded request context and all pairs of the launch are shown. @default false */
  readonly whole?: boolean;
}

/** Who was denied what, the facts, why, next steps, links: the order of every face. */
export function sectionsOf(
  explanation: Explanation,
  { whole = false }: SectionsOptions = {},
): readonly Section[] {
  return [
    { kind: 'lead', text: `${explanation.summary}.` },
    { kind: 'facts', rows: factRows(explanation) },
    { kind: 'prose', title: 'Why', text: explanation.detail },
    { kind: 'steps', title: 'Next steps', items: explanation.nextSteps },
    ...statementToAdd(explanation),
    ...suggestionSections(explanation),
    ...pairSections(explanation, whole),
    ...(whole ? contextRows(explanation) : []),
    { kind: 'facts', rows: linkRows(explanation) },
    ...launchPolicySections(explanation),
  ];
}

/** The facts of every face, each with the field of the contract whose witness states it. */
export function factRows(explanation: Explanation): readonly Row[] {
  const { principal, operation, resource, launch, event } = explanation;
  const action = explanation.witnesses['action'] === 'inferred' ? null : explanation.action;
  return [
    [principalKind(principal).replace(/^the /, ''), who(explanation), 'principal'],
    ['principal ARN', principal.kind === 'root' ? null : principal.arn, 'principal'],
    ['made by', principal.kind === 'aws-service' ? null : principal.invokedBy],
    ['action', action, 'action'],
    ['operation', isSaid(operation, action) ? null : operation, 'operation'],
    ['resource', resource, 'resource'],
    [explanation.policyArn === null ? 'policy type' : 'policy', policy(explanation), 'policyType'],
    ...explanation.statements.map(({ sid, effect }): Row => [
      'statement',
      sid && `${sid} (${effect})`,
      'statements',
    ]),
    ...explanation.decisiveConditions.map((each): Row => [
      'condition',
      said(each, explanation.resourceType, CONDITIONS_BRIEF),
      'decisiveConditions',
    ]),
    ['launch', launch && operation !== 'StartInstances' ? launchLine(launch) : null, 'launch'],
    ['account', event && accountWords(event.account, event.accountName), 'event'],
    ['Region', event?.region, 'event'],
    ['time', event?.time.replace(/^(\S+)T(\S+?)Z$/, '$1 $2 UTC'), 'event'],
  ];
}

function isSaid(operation: string | null, action: string | null): boolean {
  return action?.toLowerCase().endsWith(`:${operation?.toLowerCase()}`) ?? false;
}

function who({ principal }: Explanation): string | null {
  const name = principal.permissionSet ?? principal.name;
  if (name === null || principal.kind === 'root') return principal.arn;
  const session = principal.sessionName === undefined ? [] : [`session ${principal.sessionName}`];
  return [name, ...session].join(', ');
}

function policy({ policyType, policyArn }: Explanation): string | null {
  return policyType && [POLICY_TYPE_NAMES[policyType].name, policyArn].filter(Boolean).join(' ');
}

/** The statement that lets a principal decode messages. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
const DECODE_STATEMENT = {
  Effect: 'Allow',
  Action: 'sts:DecodeAuthorizationMessage',
  Resource: '*',
} as const;

function statementToAdd({ encodedMessage }: Explanation): readonly Section[] {
  // Whom no reader role lets in, a statement does not help.
  if (encodedMessage.status !== 'not-permitted' || encodedMessage.reader !== undefined) return [];
  return [{ kind: 'code', text: JSON.stringify(DECODE_STATEMENT, null, 2) }];
}

function contextRows({ context }: Explanation): readonly Section[] {
  if (context.length === 0) return [];
  const rows = context.map(({ key, values }): Row => [key, values.join(', ')]);
  return [{ kind: 'facts', title: 'Request context, as decoded', rows }];
}

function linkRows(explanation: Explanation): readonly Row[] {
  const { event, principal, reason, authorizationId } = explanation;
  // Each link opens in whichever account the reader is signed in to.
  const account = event && toldAccount(event);
  return [
    ['console', account && `sign in to ${account} first`],
    ['event', event && eventLink(event)],
    ['principal', event && principalLink(principal, event)],
    [
      'evaluation',
      event && authorizationId ? authorizationLink(authorizationId, event) : authorizationId,
    ],
    ['reason', `${reason.code} ${reasonLink(reason.code)}`],
  ];
}
