// groups → [served]: the dashboard on this machine until Ctrl-C.
import type { DashboardOptions, startDashboard } from '../web/server';
import { STATUS } from './groups/outcome';
import { print } from './output';

/** Serves the dashboard; resolves to the exit status. Throws where it cannot be started. */
export async function serveDashboard(
  start: typeof startDashboard,
  options: DashboardOptions,
): Promise<number> {
  const dashboard = await start(options);
  print(`The dashboard of ${options.source}: ${dashboard.url}\nCtrl-C ends it.\n`);
  await stopped();
  await dashboard.close();
  return STATUS.done;
}

/** Resolves when somebody ends the command. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
