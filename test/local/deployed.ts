// The deployed stack in local mode, and what its table and its receivers have afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupTable } from '../../adapters/group-table';
import type { Face, Groups } from '../../core/group/stored';
import { type Local, startLocal } from '../../local/start-local';
import { synthesize, type SynthesizedStack } from '../../local/synthesize';

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Synthesizes the stack around the bundle under `dist/`. */
export function deployed(context: Readonly<Record<string, unknown>>): Promise<SynthesizedStack> {
  const outdir = mkdtempSync(join(tmpdir(), 'launch-denied-test-'));
  folders.push(outdir);
  return synthesize({ outdir, context });
}

/** A receiver of everything, and a chat. */
export const WITH_CHAT = {
  emails: ['all@example.com'],
  slack: [{ workspaceId: 'T0123ABCD', channelId: 'C0123ABCD' }],
};

/** Starts so many stacks, whose functions see one time and send what they have at once. */
export function startLanes(
  stack: SynthesizedStack,
  lanes: number,
  environment: Readonly<Record<string, string>>,
): Promise<readonly Local[]> {
  return Promise.all(
    Array.from({ length: lanes }, async () => {
      const local = await startLocal(stack, {
        environment: { ALERTS_PER_MINUTE: '6000', ...environment },
      });
      local.setClock('2026-11-20T10:00:00Z');
      return local;
    }),
  );
}

/** The groups as the stack stored them. */
export function groupsIn({ urls, function: { environment } }: Local): Groups {
  return groupTable({
    tableName: environment['TABLE_NAME'] ?? '',
    retentionDays: Number(environment['RETENTION_DAYS']),
    now: () => new Date(),
    connection: {
      endpoint: urls.emulators.dynamodb,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    },
  });
}

const FOR_EVER = '9999-12-31T00:00:00Z';
const MOST_SWEEPS = 12;

/** Lets the time go on in steps of the schedule until no group waits for anything; throws after an hour. */
export async function sweepOut(local: Local): Promise<void> {
  const groups = groupsIn(local);
  for (let sweeps = 0; sweeps < MOST_SWEEPS; sweeps += 1) {
    local.advance(5);
    await local.sweep();
    if ((await groups.due(FOR_EVER, 1)).length === 0) return;
  }
  throw new Error(`something still waits after ${MOST_SWEEPS} sweeps`);
}

/** What each face received so far, as texts. */
export async function receivedBy(
  local: Local,
): Promise<Readonly<Record<Exclude<Face, 'sms'>, readonly string[]>>> {
  return {
    email: (await local.mails()).map(({ subject, text }) => `${subject}\n${text}`),
    chat: (await local.chats()).map((chat) => JSON.stringify(chat)),
    event: local.busEvents().map(({ event }) => JSON.stringify(event)),
  };
}
