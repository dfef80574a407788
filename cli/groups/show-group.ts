// stack → [group] → outcome: one group with its latest explanation and its newest denials.
import { latestExplanation } from '../../core/review/load-cause';
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
  const [explained, { items }] = await Promise.all([
    latestExplanation(groups, record),
    groups.occurrences(record.group.fingerprint),
  ]);
  const explanation = explained?.explanation ?? null;
  const occurrences = items.slice(0, MOST_OCCURRENCES);
  return {
    kind: 'done',
    shown: groupSections({ record, explanation, occurrences }, now, options),
    data: { group: groupData(record), explanation, occurrences },
  };
}
