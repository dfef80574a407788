// stack → [moved] → outcome: changes the state of a group as a person asks for it.
import { groupCode } from '../../core/alert/group-name';
import type { Group } from '../../core/group/state';
import type { GroupRecord } from '../../core/group/stored';
import { fingerprintOf, type GroupWord } from './group-word';
import { groupData } from './group-data';
import type { Misuse } from './misuse';
import type { Stack } from './open-stack';
import type { Outcome } from './outcome';
import { nextWords, stateWords, WORDS } from './words';

/** Moves a group; what it gives back unchanged is not written. */
export type Move = (group: Group, by: string, now: string) => Group | Misuse;

/** Others who write at the same time let one of each round through. */
const MOST_TRIES = 5;

/** Moves the group, again from its latest state where somebody else wrote meanwhile. */
export async function moveGroup(
  { groups, caller }: Stack,
  word: GroupWord,
  move: Move,
  now: string,
): Promise<Outcome> {
  const [fingerprint, by] = await Promise.all([fingerprintOf(word, groups), caller()]);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const stored = fingerprint === null ? null : await groups.read(fingerprint);
    if (stored === null) return { kind: 'not-found', why: WORDS.noGroup(word) };
    const { record, version } = stored;
    const group = move(record.group, by, now);
    if ('why' in group) return group;
    if (group === record.group) return stayed(record, now);
    const sending = group.pending === null ? null : record.sending;
    const next = { ...record, group, sending };
    if (await groups.write(next, version)) return moved(record.group, next, now);
  }
  return { kind: 'failed', why: WORDS.busy(MOST_TRIES) };
}

function moved(before: Group, record: GroupRecord, now: string): Outcome {
  const { group, shown } = record;
  const isGivenUp = before.pending !== null && group.pending === null;
  const title = WORDS.moved(groupCode(group.fingerprint), stateWords(group, now));
  const text = `${shown.summary}. ${isGivenUp ? `${WORDS.givenUp} ` : ''}${nextWords(group)}`;
  return {
    kind: 'done',
    shown: [{ kind: 'prose', title, text }],
    data: { changed: true, group: groupData(record) },
  };
}

function stayed(record: GroupRecord, now: string): Outcome {
  const { group } = record;
  const title = WORDS.stayed(groupCode(group.fingerprint), stateWords(group, now));
  const ignored = group.state === 'ignored' ? ` ${WORDS.reopenIgnored}` : '';
  return {
    kind: 'done',
    shown: [{ kind: 'prose', title, text: `${nextWords(group)}${ignored}` }],
    data: { changed: false, group: groupData(record) },
  };
}
