// reasons → index: the closed list as tables in Markdown, by policy type and verdict.
import { POLICY_TYPES, type PolicyType, type Verdict } from '../contract';
import { POLICY_TYPE_NAMES } from '../explain/sentences';
import { type ReasonCode, REASONS, reasonCode } from '../explain/reasons';
import { isReasonCode } from './page';

const TYPES: readonly (PolicyType | null)[] = [...POLICY_TYPES, null];
const VERDICTS = ['implicit-deny', 'explicit-deny'] as const satisfies readonly Verdict[];

type Row = readonly string[];

/** Writes the index of all reason pages, in Markdown. */
export function reasonIndex(): string {
  const blocks = [
    '# Reasons',
    'Every alert and every explanation ends with one of these codes. A code is public and never renamed. `launch-denied explain CODE` prints its page.',
    table(['policy type', 'no Allow (implicit deny)', 'Deny (explicit deny)'], TYPES.map(typeRow)),
    'A code names the policy type only where AWS names it. A resource control policy has no implicit form, because AWS keeps one attached that allows everything.',
    table(['other reason', 'meaning'], otherCodes().map(otherRow)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function table(head: Row, rows: readonly Row[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function typeRow(type: PolicyType | null): Row {
  const cells = VERDICTS.map((verdict) => codeAt(verdict, type));
  return [
    type === null ? 'not named by AWS' : POLICY_TYPE_NAMES[type].name,
    ...cells.map((code) => (code === null ? '-' : link(code))),
  ];
}

function otherRow(code: ReasonCode): Row {
  return [link(code), REASONS[code].title];
}

function codeAt(verdict: Verdict, type: PolicyType | null): ReasonCode | null {
  const code = reasonCode(verdict, type);
  return REASONS[code].policyType === type ? code : null;
}

/** The codes that have no place in the table of policy types and verdicts. */
function otherCodes(): readonly ReasonCode[] {
  const placed = TYPES.flatMap((type) => VERDICTS.map((verdict) => codeAt(verdict, type)));
  return Object.keys(REASONS)
    .filter(isReasonCode)
    .filter((code) => !placed.includes(code));
}

function link(code: ReasonCode): string {
  return `[${code}](${code}.md)`;
}
