// grouped → [review]: whether a group is what a filter looks for.
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
    account: [shown.account],
  };
  return Object.entries(filter).every(
    ([name, wanted]) => wanted === '' || has(fields[name as keyof Filter], wanted.toLowerCase()),
  );
}

function everyText({ group, shown }: GroupRecord): readonly (string | null)[] {
  const { summary, principal, action, resource, reasonCode, account, regions, sessions } = shown;
  const { fingerprint, state } = group;
  const own = [summary, principal, action, resource, reasonCode, account, state];
  return [...own, ...regions, ...sessions, fingerprint, groupCode(fingerprint)];
}

function has(texts: readonly (string | null)[], wanted: string): boolean {
  return texts.some((text) => text?.toLowerCase().includes(wanted) ?? false);
}
