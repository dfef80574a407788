// The dashboard over groups in memory, which denials reach by the way of a batch.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryGroups } from '../../adapters/memory-groups';
import { rememberedExplanations } from '../../core/batch/explanations';
import { handleBatch } from '../../core/batch/handle-batch';
import type { BatchPorts } from '../../core/batch/ports';
import type { Groups } from '../../core/group/stored';
import { materialise, readCases } from '../../local/cases';
import { decodeMessage, encodeMessage, type MessageOwner } from '../../local/sts/encoded-message';
import { type Dashboard, startDashboard } from '../../web/server';

const ROOT = join(__dirname, '..', '..');
const OWNER: MessageOwner = { account: '111122223333', region: 'eu-west-1' };

/** The demo's denials are of this day. */
export const NOW = '2026-11-23T10:00:00.000Z';

const NAMES: Readonly<Record<string, string>> = { '444455556666': 'payments' };

/** A dashboard, and the way for more denials. */
export interface Demo {
  readonly dashboard: Dashboard;
  readonly groups: Groups;
  /** Takes CloudTrail events of EventBridge the way of a batch. */
  readonly deny: (events: readonly unknown[]) => Promise<void>;
}

/** The events of the demo, or of the cases with such a path. */
export function eventsOf(path?: RegExp): readonly unknown[] {
  const cases = readCases(join(ROOT, 'cases'));
  return cases
    .filter((one) => one.event !== undefined && (path?.test(one.path) ?? one.demo))
    .map((one) => materialise(one, (json, { seed }) => encodeMessage(json, OWNER, seed)));
}

/** The way of a batch into these groups. */
export function denyInto(groups: Groups): Demo['deny'] {
  const ports: BatchPorts = {
    account: OWNER.account,
    decode: async (message) => {
      const text = decodeMessage(message, OWNER);
      return text === null ? { kind: 'not-valid' } : { kind: 'decoded', text };
    },
    simulate: null,
    groups,
    accountName: async (account) => NAMES[account] ?? null,
    senders: { email: { alerts: async () => undefined } },
    settings: {
      ignoredPrincipals: [],
      ignoredActions: [],
      alertsPerMinute: 1_000,
      digest: null,
      retentionDays: 90,
    },
    now: () => NOW,
    warn: (message, error) => {
      throw new Error(message, { cause: error });
    },
    pause: () => Promise.resolve(),
  };
  return async (events) => {
    const items = events.map((event, at) => ({ id: String(at), body: JSON.stringify(event) }));
    await handleBatch(items, ports, rememberedExplanations(ports));
  };
}

/** Starts a dashboard whose changes show at once. */
export async function startDemo(events: readonly unknown[] = eventsOf()): Promise<Demo> {
  const groups = memoryGroups();
  const deny = denyInto(groups);
  await deny(events);
  const dashboard = await startDashboard({
    groups,
    caller: async () => 'arn:aws:sts::111122223333:assumed-role/oncall/ann',
    source: 'demo',
    script: readFileSync(join(ROOT, 'dist', 'dashboard-client.txt'), 'utf8'),
    failureWords: String,
    now: () => NOW,
    pollMilliseconds: 100,
  });
  return { dashboard, groups, deny };
}
