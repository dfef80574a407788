// grouped → [review]: one group with its explanation and its denials.
import type { Group } from '../group/state';
import type { GroupRecord, Groups, StoredExplanation } from '../group/stored';
import { nextState } from '../group/transitions';
import { rowOf } from './cause-row';
import type { Cause, Moves } from './models';

/** What is asked of a group. */
export interface CauseRequest {
  /** The launch shape whose explanation is wanted. @default - the latest that has one */
  readonly shape?: string;
  /** Of its denials. @default - the newest */
  readonly page?: string;
  /** ISO 8601. */
  readonly now: string;
}

type Read = Pick<Groups, 'read' | 'readExplanation' | 'occurrences'>;

/** Loads a group; null where none has the fingerprint. Throws what the groups throw. */
export async function loadCause(
  groups: Read,
  fingerprint: string,
  { shape, page, now }: CauseRequest,
): Promise<Cause | null> {
  const stored = await groups.read(fingerprint);
  if (stored === null) return null;
  const { record } = stored;
  const [explained, occurrences] = await Promise.all([
    latestExplanation(groups, record, shape),
    groups.occurrences(fingerprint, page),
  ]);
  return {
    row: rowOf(record, now),
    group: record.group,
    shown: record.shown,
    explanation: explained?.explanation ?? null,
    explainedAt: explained?.at ?? null,
    shape: explained?.shape ?? '',
    occurrences,
    moves: movesOf(record.group),
  };
}

/** The explanation of the shape that was asked for, else of the latest shape that still has one. */
export async function latestExplanation(
  groups: Pick<Groups, 'readExplanation'>,
  { group, shown }: GroupRecord,
  first?: string,
): Promise<StoredExplanation | null> {
  const asked = first === undefined ? [] : shown.shapes.filter((shape) => shape === first);
  for (const shape of [...asked, ...shown.shapes.toReversed()]) {
    const stored = await groups.readExplanation(group.fingerprint, shape);
    if (stored !== null) return stored;
  }
  return null;
}

const NAMES = ['mute', 'resolve', 'reopen'] as const;

/** A mute takes the place of the one before, so there is always something to mute. */
function movesOf({ state }: Group): Moves {
  return NAMES.filter((name) => name === 'mute' || nextState(state, name) !== state);
}
