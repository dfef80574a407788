// group → [sections]: all that is known of one group.
import { groupCode } from '../../core/alert/group-name';
import { timeWords } from '../../core/alert/words';
import type { Explanation } from '../../core/contract';
import { grouped } from '../../core/group/sentences';
import type { GroupAlert } from '../../core/group/state';
import type { GroupRecord, Occurrence } from '../../core/group/stored';
import { nextState } from '../../core/group/transitions';
import { reasonLink } from '../../core/render/links';
import type { Row, Section } from '../../core/render/section';
import { sectionsOf } from '../../core/render/sections';
import { changeWords, heldWords, nextWords, stateWords, timesWords } from './words';

/** What is shown of one group. */
export interface ShownGroup {
  readonly record: GroupRecord;
  /** The latest; null where it expired before the group. */
  readonly explanation: Explanation | null;
  /** The newest first. */
  readonly occurrences: readonly Occurrence[];
}

/** Lays a group out in the order of every face: first line, the group, why and what to do, the rest. */
export function groupSections(
  { record, explanation, occurrences }: ShownGroup,
  now: string,
  options: string,
): readonly Section[] {
  const { group, shown } = record;
  const [lead, ...rest] = explanation === null ? [] : sectionsOf(explanation, { whole: true });
  return [
    lead ?? { kind: 'lead', text: `${shown.summary}.` },
    { kind: 'facts', title: 'Group', rows: groupRows(record, now) },
    { kind: 'prose', title: 'When it speaks up', text: nextWords(group) },
    ...(explanation === null ? [reasonRow(shown.reasonCode)] : rest),
    { kind: 'facts', title: 'Launch shapes, the latest last', rows: numbered(shown.shapes) },
    { kind: 'list', title: 'Sessions, the latest last', items: shown.sessions },
    { kind: 'list', title: 'States, the latest last', items: group.history.map(changeWords) },
    { kind: 'list', title: 'Newest denials', items: occurrences.map(occurrenceWords) },
    { kind: 'prose', title: 'Commands for this group', text: '' },
    { kind: 'code', text: commands(record, options).join('\n') },
  ];
}

/** A shape has no spaces to break it at, so each stands on a line of its own. */
function numbered(shapes: readonly string[]): readonly Row[] {
  return shapes.map((shape, index): Row => [String(index + 1), shape]);
}

function groupRows({ group, shown }: GroupRecord, now: string): readonly Row[] {
  const { fingerprint, count, firstSeen, lastSeen, lastAlertAt, pending } = group;
  return [
    ['fingerprint', fingerprint],
    ['code', groupCode(fingerprint)],
    ['state', stateWords(group, now)],
    ['seen', timesWords(count)],
    ['first seen', timeWords(firstSeen, now)],
    ['last seen', timeWords(lastSeen, now)],
    ['held back', heldWords(group, now)],
    ['last alert', lastAlertAt && timeWords(lastAlertAt, now)],
    ['alert to send', pending && pendingWords(pending, now)],
    [shown.regions.length === 1 ? 'Region' : 'Regions', shown.regions.join(', ')],
  ];
}

/** `repeated, decided 09:14 UTC: 10 denials, 9 of them held back since 08:14 UTC` */
function pendingWords({ kind, at, count, heldBack, since }: GroupAlert, now: string): string {
  const held =
    heldBack > 0 ? `, ${grouped(heldBack)} held back since ${timeWords(since, now)}` : '';
  return `${kind}, decided ${timeWords(at, now)}: seen ${timesWords(count)}${held}`;
}

function reasonRow(code: string): Section {
  return { kind: 'facts', rows: [['reason', `${code} ${reasonLink(code)}`]] };
}

function occurrenceWords({ time, region, session, eventId }: Occurrence): string {
  const at = time.replace(/^(\S+)T(\S+?)(?:\.000)?Z$/, '$1 $2 UTC');
  const by = session === null ? [] : [`session ${session}`];
  return [at, region, ...by, `event ${eventId}`].join(', ');
}

/** How long to mute stands as an example; a command that would change nothing is left out. */
const COMMANDS = [
  ['mute', ' --for 7d'],
  ['resolve', ''],
  ['reopen', ''],
] as const;

function commands({ group }: GroupRecord, options: string): readonly string[] {
  const code = groupCode(group.fingerprint);
  return COMMANDS.flatMap(([name, length]) =>
    name !== 'mute' && nextState(group.state, name) === group.state
      ? []
      : [`launch-denied ${name} ${code}${length}${options}`],
  );
}
