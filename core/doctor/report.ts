// checks → [report]: what a person reads; failures stand out, and each command alone in its line.
import type { Row, Section } from '../render/section';
import { type Check, CHECK_STATUSES, type CheckStatus } from './check';
import type { Leg } from './legs';
import { counted, listed } from './sentence';

/** Which stack was examined. */
export interface Examined {
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
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
  const { stackName, region, account } = examined;
  const fine = checks.filter(({ status }) => status === 'ok');
  const others = WORST_FIRST.flatMap((each) =>
    checks.filter(({ status }) => status === each && status !== 'ok'),
  );
  return [
    {
      kind: 'lead',
      text: `Stack ${stackName} in ${region}, account ${account}: ${sumOf(checks)}.`,
    },
    ...others.flatMap(sectionsOf),
    { kind: 'list', title: 'ok', items: fine.map(({ name, found }) => `${name}: ${found}`) },
  ];
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

/** Each leg of a test denial with its time, and how to take its cause off the lists. */
export function testReport(
  legs: readonly Leg[],
  code: string,
  options: string,
): readonly Section[] {
  const rows = legs.map(({ name, status, milliseconds }): Row => [
    name,
    timeOf(status, milliseconds),
  ]);
  const isStored = legs.some(({ name, status }) => name === 'table' && status === 'ok');
  const remove = `launch-denied resolve ${code}${options}`;
  return [
    { kind: 'facts', title: 'Test denial', rows },
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
