// `npm start -- --dashboard`: the groups of local mode in a browser, until Ctrl-C.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupTable } from '../adapters/group-table';
import { messageOf } from './error-message';
import type { Groups } from '../core/group/stored';
import { findPackageRoot } from '../lib/package-root';
import { type Dashboard, startDashboard } from '../web/server';
import type { Local } from './start-local';

/** Who acts on groups here. */
const READER = 'arn:aws:sts::111122223333:assumed-role/developer/you';

/** Opens the groups that the functions stored. */
function localGroups({ urls, function: { environment } }: Local): Groups {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return groupTable({
    tableName: environment['TABLE_NAME'] ?? '',
    retentionDays: Number(environment['RETENTION_DAYS']),
    now: () => new Date(),
    connection: { region: 'us-east-1', endpoint: urls.emulators.dynamodb, credentials },
  });
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
