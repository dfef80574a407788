// What both functions need of the world, made once for an execution environment.
import { setTimeout as wait } from 'node:timers/promises';
import { rememberedNames } from '../adapters/account-names';
import { groupTable } from '../adapters/group-table';
import type { BatchPorts } from '../core/batch/ports';
import { dashboardLink } from '../core/render/links';
import { type Environment, readEnvironment } from './environment';
import { logError } from './log';
import { decoderIn, membersOf, simulatorIn } from './members';
import { sendersOf } from './senders';

/** With this pause the sweep sends four messages a second. */
const PAUSE_MILLISECONDS = 250;

/** Wires the way to the services; throws where the stack did not set what it needs. */
export function wire(): BatchPorts {
  const environment = readEnvironment(process.env);
  const { account, tableName, simulate, settings } = environment;
  const { retentionDays } = settings;
  const members = membersOf(environment);
  const clock = () => new Date();
  const groups = groupTable({
    tableName,
    retentionDays,
    now: clock,
    onUnreadable: (failure) => logError('a group is left out', failure, {}),
  });
  const warn = (message: string, error: unknown) => logError(message, error, {});
  return {
    account,
    ...(members === null ? {} : { hubAccount: account }),
    decode: decoderIn(environment, members),
    simulate: simulate ? simulatorIn(environment, members) : null,
    groups,
    accountName: rememberedNames({
      given: environment.accountNames,
      read: groups.accountNames,
      now: Date.now,
      warn,
    }),
    senders: sendersOf(environment),
    settings: { ...settings, ...dashboardOf(environment) },
    now: () => clock().toISOString(),
    warn,
    pause: () => wait(PAUSE_MILLISECONDS),
  };
}

function dashboardOf({ dashboardStack, region }: Environment): { readonly dashboardUrl?: string } {
  const url = dashboardStack && dashboardLink(`${dashboardStack}-${region}`, region);
  return url ? { dashboardUrl: url } : {};
}
