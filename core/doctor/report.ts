// checks → [report]: what a person reads; failures stand out, and each command alone in its line.
import type { Row, Section } from '../render/section';
import { type Check, CHECK_STATUSES, type CheckStatus } from './check';
import type { Home } from './home';
import type { Leg } from './legs';
import type { Bus } from './passage';
import { counted, listed } from './sentence';

/** What was examined: a home stack, or what a member account has of it. */
export interface Examined extends Home {
  /** The member account; null where it was the home stack. */
  readonly member: string | null;
}

const WORST_FIRST = CHECK_STATUSES.toReversed();

const MARKS = {
  ok: 'ok',
  'not-checked': 'not checked',
  warning: 'warning',
  failed: 'failed',
} as const satisfies Record<CheckStatus, string>;

/** What is counted and changes with its number. */
const SEVERAL = { ...MARKS, warning: 'warnings' } as const;

/** The sum first, then what is to do, the worst first, and all that holds in one list. */
export function reportOf(checks: readonly Check[], examined: Examined): readonly Section[] {
  const fine = checks.filter(({ status }) => status === 'ok');
  const others = WORST_FIRST.flatMap((each) =>
    checks.filter(({ status }) => status === each && status !== 'ok'),
  );
  return [
    { kind: 'lead', text: `${subjectOf(examined)}: ${sumOf(checks)}.` },
    ...others.flatMap(sectionsOf),
    { kind: 'list', title: 'ok', items: fine.map(({ name, found }) => `${name}: ${found}`) },
  ];
}

function subjectOf({ stackName, region, account, member }: Examined): string {
  const home = `${stackName} in ${region}, account ${account}`;
  return member === null ? `Stack ${home}` : `Account ${member}, member of stack ${home}`;
}

function sumOf(checks: readonly Check[]): string {
  const parts = WORST_FIRST.flatMap((each) => {
    const count = checks.filter(({ status }) => status === each).length;
    return count === 0 ? [] : counted(count, MARKS[each], SEVERAL[each]);
  });
  return listed(parts);
}

function sectionsOf({ name, status, found, todo, command }: Check): readonly Section[] {
  return [
    {
      kind: 'prose',
      title: `${MARKS[status]}: ${name}`,
      text: todo === null ? found : `${found} ${todo}`,
    },
    ...(command === null ? [] : [{ kind: 'code', text: command } as const]),
  ];
}

/** What became of a test denial. */
export interface Tested {
  readonly eventId: string;
  readonly fingerprint: string;
  /** The code of the cause that it made. */
  readonly code: string;
  /** Where it was put, if not on the bus of the home stack. */
  readonly bus: Bus | null;
  readonly legs: readonly Leg[];
}

/** Each leg of a test denial with its time, and how to take its cause off the lists. */
export function testReport(
  { legs, code, bus }: Pick<Tested, 'legs' | 'code' | 'bus'>,
  options: string,
): readonly Section[] {
  const title = `Test denial${bus === null ? '' : ` from ${bus.region}, account ${bus.account}`}`;
  const rows = legs.map(({ name, status, milliseconds }): Row => [
    name,
    timeOf(status, milliseconds),
  ]);
  const isStored = legs.some(({ name, status }) => name === 'table' && status === 'ok');
  const remove = `launch-denied resolve ${code}${options}`;
  return [
    { kind: 'facts', title, rows },
    ...legs.filter(({ status }) => status !== 'ok').flatMap(sectionsOf),
    ...(isStored
      ? ([
          { kind: 'prose', title: 'Afterwards', text: 'Resolve the cause that the test made.' },
          { kind: 'code', text: remove },
        ] as const)
      : []),
  ];
}

function timeOf(status: CheckStatus, milliseconds: number | null): string {
  if (status !== 'ok') return MARKS[status];
  return milliseconds === null ? 'ok' : `ok after ${(milliseconds / 1_000).toFixed(1)} s`;
}
