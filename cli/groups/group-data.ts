// group → [data]: what programs read of a group; a field is never renamed.
import { groupCode } from '../../core/alert/group-name';
import { heldBackOf } from '../../core/group/state';
import type { GroupRecord } from '../../core/group/stored';

/** Writes a group as data: what is known of it, without bookkeeping. */
export function groupData({ group, shown }: GroupRecord) {
  const { fingerprint } = group;
  return {
    fingerprint,
    code: groupCode(fingerprint),
    state: group.state,
    muted: group.muted,
    resolvedAt: group.resolvedAt,
    regressedAt: group.regressedAt,
    summary: shown.summary,
    reasonCode: shown.reasonCode,
    account: shown.account,
    accountName: shown.accountName ?? null,
    principal: shown.principal,
    action: shown.action,
    count: group.count,
    firstSeen: group.firstSeen,
    lastSeen: group.lastSeen,
    heldBack: heldBackOf(group),
    heldSince: group.heldSince,
    lastAlertAt: group.lastAlertAt,
    pending: group.pending,
    regions: shown.regions,
    sessions: shown.sessions,
    shapes: shown.shapes,
    history: group.history,
  };
}
