// launch-denied accounts: wires its options to the world.
import { nameAccounts } from './accounts/name-accounts';
import { optionHelp, type Options } from './command-line';
import { ORGANIZATION_OPTIONS, readTarget } from './groups/connection';
import { type Misuse, misuse } from './groups/misuse';
import {
  type Act,
  type GroupArguments,
  type GroupCommand,
  runGroupCommand,
} from './groups/run-group-command';
import { loadPart } from './load-part';

const OPTIONS = {
  'dry-run': { help: 'print what is new or changed, and write nothing' },
  ...ORGANIZATION_OPTIONS,
} as const satisfies Options;

const HELP = `Usage: launch-denied accounts [options]

Gives the accounts of an organization their names in alerts, lists and the dashboard: reads them
from AWS Organizations, keeps them in the table of the stack, and prints what is new or changed. Run
it again when accounts were added or renamed.

Options:
${optionHelp(OPTIONS)}

Only the management account of the organization or a delegated administrator may list the accounts.
Where these are other credentials than those for the table, give their profile as
--organization-profile. Where nobody may, write the names into the setting accountNames of the
stack; a name there goes before one from here.

Examples:
  launch-denied accounts --dry-run
  launch-denied accounts --profile dev --region eu-west-1
  launch-denied accounts --profile dev --organization-profile management
  launch-denied accounts --json

The credentials are those of the AWS CLI; they need organizations:ListAccounts, and for the table
ssm:GetParameter, dynamodb:GetItem and dynamodb:PutItem. The names of accounts that have left the
organization are kept.

Exit status: 0 written (or nothing was new), 1 failed or not permitted, 2 wrong usage.
`;

const COMMAND: GroupCommand = { name: 'accounts', options: OPTIONS, help: HELP, read };

function read({ options, words }: GroupArguments): Act | Misuse {
  const [word] = words;
  if (word !== undefined)
    return misuse(`accounts takes no words, and ${JSON.stringify(word)} is one`);
  if (options['local'] !== undefined)
    return misuse(
      '--local asks no AWS, and local mode has no AWS Organizations to list accounts; leave it out',
    );
  const profile = options['organization-profile'] ?? options['profile'];
  const target = readTarget({ ...options, profile }, process.env);
  if (target.kind === 'misused') return target;
  const list = () => loadPart('accounts').organizationNames(target.connection);
  const isDry = options['dry-run'] === true;
  return { kind: 'act', on: ({ groups }) => nameAccounts(groups, { list, isDry }) };
}

/** Runs the command; resolves to its exit status. */
export function runAccounts(args: readonly string[]): Promise<number> {
  return runGroupCommand(COMMAND, args);
}
