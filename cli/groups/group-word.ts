// [argument] → group: the words that name one.
import type { Groups } from '../../core/group/stored';
import { type Misuse, misuse } from './misuse';

/** A group as people name it. */
export interface GroupWord {
  readonly kind: 'fingerprint' | 'code';
  readonly text: string;
}

/** Neither is ever cut: what two groups begin with would name both. */
const FORMS = [
  ['fingerprint', /^v\d+:.{1,512}$/],
  ['code', /^g-[a-z0-9]{12}$/],
] as const;

/** Reads the one word that names a group. */
export function readGroupWord(words: readonly string[]): GroupWord | Misuse {
  const [word = '', ...more] = words.map((each) => each.trim());
  if (word === '') return misuse('the group is missing: give its fingerprint v1:… or its code g-…');
  const [kind] = FORMS.find(([, form]) => form.test(word)) ?? [];
  if (kind === undefined)
    return misuse(
      `${JSON.stringify(word)} is no group: allowed is a whole fingerprint v1:…, quoted for the shell, or a whole code, g- and 12 letters and digits`,
    );
  if (more.length > 0)
    return misuse(`one group at a time, and ${JSON.stringify(more[0])} is one word more`);
  return { kind, text: word };
}

/** The fingerprint of the group; null where a code names none. */
export async function fingerprintOf(
  { kind, text }: GroupWord,
  groups: Pick<Groups, 'named'>,
): Promise<string | null> {
  return kind === 'fingerprint' ? text : groups.named(text);
}
