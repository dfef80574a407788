// `npm start -- --dashboard`: the groups of local mode in a browser, until Ctrl-C.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupTable } from '../adapters/group-table';
import type { Groups } from '../core/group/stored';
import { moveGroup } from '../core/review/move-group';
import { readMove } from '../core/review/moves';
import { findPackageRoot } from '../lib/package-root';
import { type Dashboard, startDashboard } from '../web/server';
import { messageOf } from './error-message';
import type { Local } from './start-local';

/** Who acts on groups here. */
const READER = 'arn:aws:sts::111122223333:assumed-role/developer/you';

/** Opens the groups that the functions stored. */
export function localGroups({ urls, function: { environment } }: Local): Groups {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return groupTable({
    tableName: environment['TABLE_NAME'] ?? '',
    retentionDays: Number(environment['RETENTION_DAYS']),
    now: () => new Date(),
    connection: { region: 'us-east-1', endpoint: urls.emulators.dynamodb, credentials },
  });
}

/** What somebody did about the causes of the demo, by a part of their principal. */
const DONE = [
  ['terraform', 'mute', '7d'],
  ['batch-builder', 'resolve', undefined],
  ['platform-deploy', 'resolve', undefined],
] as const;

/** Moves some causes of the demo, so that every state can be seen. */
export async function actOnDemo(local: Local): Promise<void> {
  const groups = localGroups(local);
  const { items } = await groups.list();
  const now = new Date().toISOString();
  for (const [part, name, length] of DONE) {
    const found = items.find(({ record }) => record.shown.principal.includes(part));
    const move = readMove(name, length, now);
    if (found === undefined || move === null) continue;
    await moveGroup(groups, found.record.group.fingerprint, move, { by: READER, now });
  }
}

/** Starts the dashboard over local mode. */
export function startLocalDashboard(local: Local): Promise<Dashboard> {
  return startDashboard({
    groups: localGroups(local),
    caller: () => Promise.resolve(READER),
    source: 'demo on this machine, without AWS',
    script: readFileSync(join(findPackageRoot().path, 'dist', 'dashboard-client.txt'), 'utf8'),
    failureWords: messageOf,
  });
}
