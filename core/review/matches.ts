// grouped → [review]: whether a group is what a filter looks for.
import { accountWords } from '../account-name';
import { groupCode } from '../alert/group-name';
import type { GroupRecord } from '../group/stored';
import type { Filter } from './query';

/** Whether the group has each text of the filter in it, in any case. */
export function matches(record: GroupRecord, filter: Filter): boolean {
  const { shown } = record;
  const fields: Readonly<Record<keyof Filter, readonly (string | null)[]>> = {
    q: everyText(record),
    principal: [shown.principal],
    action: [shown.action],
    reason: [shown.reasonCode],
    region: shown.regions,
    account: [accountOf(record)],
  };
  return Object.entries(filter).every(
    ([name, wanted]) => wanted === '' || has(fields[name as keyof Filter], wanted.toLowerCase()),
  );
}

/** Whether the number or the name of the group's account has the text in it, in any case. */
export function isOfAccount(record: GroupRecord, wanted: string): boolean {
  return has([accountOf(record)], wanted.toLowerCase());
}

/** As it is shown, so that who copies it finds it, too. */
function accountOf({ shown: { account, accountName } }: GroupRecord): string {
  return accountWords(account, accountName);
}

function everyText(record: GroupRecord): readonly (string | null)[] {
  const { group, shown } = record;
  const { summary, principal, action, resource, reasonCode, regions, sessions } = shown;
  const { fingerprint, state } = group;
  const own = [summary, principal, action, resource, reasonCode, accountOf(record), state];
  return [...own, ...regions, ...sessions, fingerprint, groupCode(fingerprint)];
}

function has(texts: readonly (string | null)[], wanted: string): boolean {
  return texts.some((text) => text?.toLowerCase().includes(wanted) ?? false);
}
