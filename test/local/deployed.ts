// The deployed stack in local mode, several times at once, and what its receivers have afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Local, startLocal } from '../../local/start-local';
import type { PlayedFace, Told } from './told-under';
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

/** What each face received, as texts. */
export type Received = Readonly<Record<PlayedFace, readonly string[]>>;

/** What each face received so far. */
export async function receivedBy(local: Local): Promise<Received> {
  return {
    email: (await local.mails()).map(({ subject, text }) => `${subject}\n${text}`),
    chat: (await local.chats()).map((chat) => JSON.stringify(chat)),
    event: local.busEvents().map(({ event }) => JSON.stringify(event)),
  };
}

/** Those of them that are digests, or those that are not. */
export function digestsIn(received: Received, isDigest = true): Received {
  const of = (face: PlayedFace) =>
    received[face].filter((text) => text.includes('Digest of denied launches') === isDigest);
  return { email: of('email'), chat: of('chat'), event: of('event') };
}

/** How many messages to each face hold the words. */
export function timesOf(words: string, received: Received | undefined): Told {
  const of = (face: PlayedFace): number =>
    received?.[face].filter((text) => text.includes(words)).length ?? 0;
  return { email: of('email'), chat: of('chat'), event: of('event') };
}
