// stack → [group] → outcome: one group with its latest explanation and its newest denials.
import type { Explanation } from '../../core/contract';
import type { GroupRecord, Groups } from '../../core/group/stored';
import { groupData } from './group-data';
import { groupSections } from './group-sections';
import { fingerprintOf, type GroupWord } from './group-word';
import type { Stack } from './open-stack';
import type { Outcome } from './outcome';
import { WORDS } from './words';

const MOST_OCCURRENCES = 10;

/** Shows a group. */
export async function showGroup(
  { groups, options }: Stack,
  word: GroupWord,
  now: string,
): Promise<Outcome> {
  const fingerprint = await fingerprintOf(word, groups);
  const stored = fingerprint === null ? null : await groups.read(fingerprint);
  if (stored === null) return { kind: 'not-found', why: WORDS.noGroup(word) };
  const { record } = stored;
  const [explanation, { items }] = await Promise.all([
    latestExplanation(groups, record),
    groups.occurrences(record.group.fingerprint),
  ]);
  const occurrences = items.slice(0, MOST_OCCURRENCES);
  return {
    kind: 'done',
    shown: groupSections({ record, explanation, occurrences }, now, options),
    data: { group: groupData(record), explanation, occurrences },
  };
}

/** The explanation of the latest launch shape that still has one. */
async function latestExplanation(
  groups: Pick<Groups, 'readExplanation'>,
  { group, shown }: GroupRecord,
): Promise<Explanation | null> {
  for (const shape of shown.shapes.toReversed()) {
    const stored = await groups.readExplanation(group.fingerprint, shape);
    if (stored !== null) return stored.explanation;
  }
  return null;
}
