// `npm start`: plays denials through the deployed way, on this machine, without AWS.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulators } from './emulators/emulators';
import { actOnDemo, startLocalDashboard } from './dashboard';
import { demoHistory, onceMore } from './demo-history';
import { demoInputs, fileInputs } from './inputs';
import { keepUp } from './keep';
import { HELP, type Options, readOptions, UsageError } from './options';
import { organizationInputs, startOrganization, synthesizeOrganization } from './organization';
import { type Input, play } from './play';
import { showMail, showStorm, showSummary, showTotals } from './show';
import { type Local, startLocal } from './start-local';
import { playStorm } from './storm';
import { buildBundles, synthesize } from './synthesize';

const print = (text: string): void => void process.stdout.write(text);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** The demo shows an e-mail for each cause, where the deployed way folds many in one minute into one. */
const EACH_AT_ONCE = { ALERTS_PER_MINUTE: '6000' };

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    print(HELP);
    return 0;
  }
  const own = options.files.length > 0 ? await fileInputs(options.files) : null;
  const local = await start(temporaryFolder(), options);
  try {
    if (options.storm !== null) return await runStorm(local, options.storm, options);
    if (options.dashboard) return await runDashboard(local, own, options);
    return await run(local, own ?? demoOf(local, options), options);
  } finally {
    await local.stop();
  }
}

/** A folder that is gone when the process ends, however it ends. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'launch-denied-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function start(outdir: string, { organization }: Options): Promise<Local> {
  const starting = startEmulators();
  starting.catch(() => undefined);
  const options = { starting, environment: EACH_AT_ONCE };
  say(`Building the function and synthesizing the ${organization ? 'stacks' : 'stack'} …`);
  await buildBundles();
  if (organization) {
    const stacks = await synthesizeOrganization(outdir);
    say(`Creating the hub and ${stacks.further.length} forwarders in emulators on 127.0.0.1 …`);
    return startOrganization(stacks, options);
  }
  const stack = await synthesize({ outdir });
  say('Creating its table, topic, and queues in emulators on 127.0.0.1 …');
  return startLocal(stack, options);
}

function demoOf(local: Local, { organization }: Options): readonly Input[] {
  return organization ? organizationInputs(local) : demoInputs(local);
}

async function run(
  local: Local,
  inputs: readonly Input[],
  { json, keep }: Options,
): Promise<number> {
  say(`Events put on the event bus: ${inputs.length}. The function works on them …\n`);
  const result = await play(local, inputs);
  if (json) print(`${JSON.stringify(result, null, 2)}\n`);
  else print([...result.mails.map(showMail), showSummary(result)].join('\n'));
  const hasFailed = result.played.some(({ fate }) => fate === 'failed');
  if (hasFailed) say([...local.failures(), 'The function printed:', local.log()].join('\n'));
  if (keep) await keepUp(local, json ? say : print);
  return hasFailed ? 1 : 0;
}

async function runDashboard(
  local: Local,
  own: readonly Input[] | null,
  options: Options,
): Promise<number> {
  const demo = own === null ? demoOf(local, options) : [];
  const inputs = own ?? demoHistory(demo, Date.now());
  say(`Events put on the event bus: ${inputs.length}. The function works on them …\n`);
  const { played } = await play(local, inputs);
  if (own === null) {
    await actOnDemo(local);
    await play(local, onceMore(demo, Date.now() + 1_000));
  }
  const { url } = await startLocalDashboard(local);
  print(`${showTotals(played)}\n\nThe dashboard: ${url}\n`);
  return keepUp(local, print, { isQuiet: true });
}

async function runStorm(local: Local, denials: number, { json, keep }: Options): Promise<number> {
  say(
    `Denials of one cause put before the function: ${denials}. The clock then moves on an hour …\n`,
  );
  const storm = await playStorm(local, denials);
  if (json) print(`${JSON.stringify(storm, null, 2)}\n`);
  else print([...storm.mails.map(showMail), showStorm(storm)].join('\n'));
  if (keep) await keepUp(local, json ? say : print);
  return 0;
}

function end(error: unknown): void {
  if (error instanceof UsageError) say(`launch-denied: ${error.message}`);
  else console.error(error);
  process.exit(error instanceof UsageError ? 2 : 1);
}

// Whatever was started ends with the process; a reader such as `head` may stop reading early.
process.stdout.once('error', () => process.exit(0));
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

main().then((status) => {
  process.exitCode = status;
}, end);
