// stack → [moved] → outcome: changes the state of a group as a person asks for it.
import { groupCode } from '../../core/alert/group-name';
import type { Group } from '../../core/group/state';
import type { GroupRecord } from '../../core/group/stored';
import { type Move, moveGroup } from '../../core/review/move-group';
import { fingerprintOf, type GroupWord } from './group-word';
import { groupData } from './group-data';
import { misuse } from './misuse';
import type { Stack } from './open-stack';
import type { Outcome } from './outcome';
import { nextWords, stateWords, WORDS } from './words';

/** Moves the group that a word names, and says what became of it. */
export async function moveNamed(
  { groups, caller }: Stack,
  word: GroupWord,
  move: Move,
  now: string,
): Promise<Outcome> {
  const [fingerprint, by] = await Promise.all([fingerprintOf(word, groups), caller()]);
  if (fingerprint === null) return { kind: 'not-found', why: WORDS.noGroup(word) };
  const result = await moveGroup(groups, fingerprint, move, { by, now });
  switch (result.kind) {
    case 'moved':
      return moved(result.before, result.record, now);
    case 'stayed':
      return stayed(result.record, now);
    case 'not-found':
      return { kind: 'not-found', why: WORDS.noGroup(word) };
    case 'busy':
      return { kind: 'failed', why: WORDS.busy(result.tries) };
    case 'refused':
      return misuse(result.why);
  }
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
