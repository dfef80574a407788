// found → [data]: what programs read of what was found; a field is never renamed.
import { csv } from '../../core/render/csv';
import { groupCode } from '../../core/alert/group-name';
import type { Found, FoundCause } from './found';

/** Writes what was found as data. */
export function foundData({ causes, denials, known, repeated, damaged, isStopped, seen }: Found) {
  return {
    causes: causes.map(causeData),
    denials,
    known,
    repeated,
    damaged,
    isStopped,
    seen,
  };
}

function causeData({ record: { group, shown }, explanation }: FoundCause) {
  const { fingerprint, count, firstSeen, lastSeen } = group;
  const { account, accountName = null, regions, principal, action, resource } = shown;
  const code = groupCode(fingerprint);
  const { reasonCode, summary, sessions, shapes, days } = shown;
  return {
    fingerprint,
    code,
    count,
    firstSeen,
    lastSeen,
    account,
    accountName,
    regions,
    principal,
    action,
    resource,
    reasonCode,
    summary,
    sessions,
    shapes,
    days,
    explanation,
  };
}

const COLUMNS = [
  'code',
  'denials',
  'firstSeen',
  'lastSeen',
  'account',
  'regions',
  'principal',
  'action',
  'resource',
  'reasonCode',
  'summary',
] as const;

/** Writes one row for each cause under a row of names. */
export function foundCsv({ causes }: Found): string {
  const rows = causes.map(({ record: { group, shown } }) => [
    groupCode(group.fingerprint),
    group.count,
    group.firstSeen,
    group.lastSeen,
    shown.account,
    shown.regions.join(' '),
    shown.principal,
    shown.action ?? '',
    shown.resource ?? '',
    shown.reasonCode,
    shown.summary,
  ]);
  return csv([COLUMNS, ...rows]);
}
