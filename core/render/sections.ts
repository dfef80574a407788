// explained → [rendered]: what is shown of an explanation and in which order; faces only lay it out.
import type { Explanation } from '../contract';
import { launchLine, principalKind } from '../explain/names';
import { CONDITIONS_BRIEF, POLICY_TYPE_NAMES } from '../explain/sentences';
import { said } from '../explain/words';
import { eventLink, principalLink, reasonLink } from './links';

/** A labelled fact; one without a value is not shown. */
export type Row = readonly [label: string, value: string | null | undefined];

/** A part of what is shown. */
export type Section =
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly Row[] }
  | { readonly kind: 'prose'; readonly title: string; readonly text: string }
  | { readonly kind: 'steps'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly text: string };

/** Who was denied what, the facts, why, next steps, links: the order of every face. */
export function sectionsOf(explanation: Explanation): readonly Section[] {
  return [
    { kind: 'lead', text: `${explanation.summary}.` },
    { kind: 'facts', rows: factRows(explanation) },
    { kind: 'prose', title: 'Why', text: explanation.detail },
    { kind: 'steps', title: 'Next steps', items: explanation.nextSteps },
    ...statementToAdd(explanation),
    { kind: 'facts', rows: linkRows(explanation) },
  ];
}

function factRows(explanation: Explanation): readonly Row[] {
  const { principal, operation, resource, launch, event } = explanation;
  const action = explanation.witnesses['action'] === 'inferred' ? null : explanation.action;
  return [
    [principalKind(principal).replace(/^the /, ''), who(explanation)],
    ['made by', principal.invokedBy],
    ['action', action],
    ['operation', action?.endsWith(`:${operation}`) ? null : operation],
    ['resource', resource],
    ['policy', policy(explanation)],
    ...explanation.statements.map(({ sid, effect }): Row => [
      'statement',
      sid && `${sid} (${effect})`,
    ]),
    ...explanation.decisiveConditions.map((each): Row => [
      'condition',
      said(each, CONDITIONS_BRIEF),
    ]),
    ['launch', launch && launchLine(launch)],
    ['account', event?.account],
    ['Region', event?.region],
    ['time', event?.time.replace(/^(\S+)T(\S+?)Z$/, '$1 $2 UTC')],
  ];
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
  if (encodedMessage.status !== 'not-permitted') return [];
  return [{ kind: 'code', text: JSON.stringify(DECODE_STATEMENT, null, 2) }];
}

function linkRows({ event, principal, reason }: Explanation): readonly Row[] {
  return [
    ['event', event && eventLink(event)],
    ['principal', event && principalLink(principal, event.region)],
    ['reason', `${reason.code} ${reasonLink(reason.code)}`],
  ];
}
