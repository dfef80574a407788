// code → [fingerprint]: addresses name a group by its code, the table by its fingerprint.
import { groupCode } from '../core/alert/group-name';
import type { Groups } from '../core/group/stored';

/** The groups that pages lead to. */
export interface Names {
  /** Remembers a group that a page leads to. */
  readonly note: (fingerprint: string) => void;
  /** Finds the fingerprint; null where no group has the code. Throws what the groups throw. */
  readonly find: (code: string) => Promise<string | null>;
}

/** More than somebody sees in a day. */
const MOST = 10_000;

/** Remembers names: the table reads the keys of all groups to find one by its code. */
export function namesOf(groups: Pick<Groups, 'named'>): Names {
  const known = new Map<string, string>();
  const note = (fingerprint: string): void => {
    if (known.size >= MOST) known.clear();
    known.set(groupCode(fingerprint), fingerprint);
  };
  return {
    note,
    find: async (code) => {
      const fingerprint = known.get(code) ?? (await groups.named(code));
      if (fingerprint !== null) note(fingerprint);
      return fingerprint;
    },
  };
}
