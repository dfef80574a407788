// What both functions need of the world, made once for an execution environment.
import { setTimeout as wait } from 'node:timers/promises';
import { groupTable } from '../adapters/group-table';
import { iamSimulator } from '../adapters/iam-simulator';
import { remembering, within } from '../adapters/simulation-cache';
import { stsDecoder } from '../adapters/sts-decoder';
import type { BatchPorts } from '../core/batch/ports';
import { dashboardLink } from '../core/render/links';
import type { Simulate } from '../core/simulate/simulator';
import { type Environment, readEnvironment } from './environment';
import { logError } from './log';
import { sendersOf } from './senders';

/** With this pause the sweep sends four messages a second. */
const PAUSE_MILLISECONDS = 250;

/** Wires the way to the services; throws where the stack did not set what it needs. */
export function wire(): BatchPorts {
  const environment = readEnvironment(process.env);
  const { tableName, simulate, settings } = environment;
  const { retentionDays } = settings;
  const clock = () => new Date();
  return {
    decode: stsDecoder(environment.region),
    simulate: simulate ? simulatorIn(environment) : null,
    groups: groupTable({
      tableName,
      retentionDays,
      now: clock,
      onUnreadable: (failure) => logError('a group is left out', failure, {}),
    }),
    senders: sendersOf(environment),
    settings: { ...settings, ...dashboardOf(environment) },
    now: () => clock().toISOString(),
    warn: (message, error) => logError(message, error, {}),
    pause: () => wait(PAUSE_MILLISECONDS),
  };
}

function dashboardOf({ dashboardStack, region }: Environment): { readonly dashboardUrl?: string } {
  const url = dashboardStack && dashboardLink(`${dashboardStack}-${region}`, region);
  return url ? { dashboardUrl: url } : {};
}

function simulatorIn({ region, account }: Environment): Simulate {
  return remembering(within(account, iamSimulator(region)), Date.now);
}
