// launch-denied: the command. A new command is one row here and one file beside this one.
import { version } from '../package.json';
import { runAccounts } from './accounts-command';
import { runAthena } from './athena-command';
import { runDashboard } from './dashboard-command';
import { runDoctorCommand } from './doctor-command';
import { runExplain } from './explain-command';
import { runLookupCommand } from './lookup-command';
import { runMute } from './mute-command';
import { print } from './output';
import { runReopen, runResolve } from './resolve-command';
import { runScan } from './scan-command';
import { runShow } from './show-command';

/** The commands by name; each resolves to its exit status. */
const COMMANDS = {
  explain: {
    run: runExplain,
    summary: 'Explains the denials in a file, a text or standard input.',
  },
  scan: {
    run: runScan,
    summary: 'Finds and explains the denied launches of the past.',
  },
  athena: {
    run: runAthena,
    summary: 'Finds them in years of logs, or in those of an organization, through Athena.',
  },
  show: {
    run: runShow,
    summary: 'Lists the groups of denied launches, or shows one of them.',
  },
  mute: { run: runMute, summary: 'Keeps a group quiet for a time, until a count, or for good.' },
  resolve: { run: runResolve, summary: 'Marks a group as solved.' },
  reopen: { run: runReopen, summary: 'Opens a group again.' },
  dashboard: {
    run: runDashboard,
    summary: 'Shows the groups in a browser, and lets you act on them.',
  },
  lookup: {
    run: runLookupCommand,
    summary: 'Writes the enabled Regions of the account where a synthesis reads them.',
  },
  accounts: {
    run: runAccounts,
    summary: 'Gives the accounts of an organization their names.',
  },
  doctor: {
    run: runDoctorCommand,
    summary: 'Proves that a denied launch would become an alert.',
  },
} as const satisfies Record<
  string,
  { run: (args: readonly string[]) => Promise<number>; summary: string }
>;

const HELP = `Usage: launch-denied <command> [options]

Tells why AWS refused an EC2 launch, and what to change.

Commands:
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  .join('\n')}

launch-denied <command> --help tells more; launch-denied --version prints ${version}.
`;

const WRONG_USAGE = 2;

async function main([name = '--help', ...args]: readonly string[]): Promise<number> {
  if (name === '--version') return printed(`${version}\n`);
  if (name === '--help' || name === 'help') return printed(HELP);
  const command = isCommand(name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command.run(args);
  process.stderr.write(
    `launch-denied: ${JSON.stringify(name)} is not a command; allowed are ${Object.keys(COMMANDS).join(', ')}, --help, --version\n`,
  );
  return WRONG_USAGE;
}

function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name);
}

function printed(text: string): number {
  print(text);
  return 0;
}

void main(process.argv.slice(2)).then((status) => (process.exitCode = status));
