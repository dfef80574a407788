// launch-denied show: wires its options to the world.
import { type GroupState, STATES } from '../core/group/transitions';
import { optionHelp, type Options } from './command-line';
import { SHARED_OPTIONS } from './groups/connection';
import { readGroupWord } from './groups/group-word';
import { listGroups } from './groups/list-groups';
import { type Misuse, misuse } from './groups/misuse';
import {
  type Act,
  type GroupArguments,
  type GroupCommand,
  runGroupCommand,
} from './groups/run-group-command';
import { showGroup } from './groups/show-group';

const OPTIONS = {
  state: { value: 'states', help: 'list only groups of these states, such as new,open,regressed' },
  account: { value: 'account', help: 'list only groups of this account, by its number or name' },
  all: { help: 'list all groups, and not 25' },
  ...SHARED_OPTIONS,
} as const satisfies Options;

const PAGE_LENGTH = 25;
const STATE_NAMES = STATES.join(', ');

const HELP = `Usage: launch-denied show [group] [options]

Lists the groups of denied launches, the latest changed first; or shows one of them: why AWS refused
the launch and what to change, how often it was denied, what was held back, and who changed its
state.

[group] is a fingerprint (v1:…, quoted for the shell) or a code (g-…), as alerts and this list give
them.

Options:
${optionHelp(OPTIONS)}

States: ${STATE_NAMES}.
For --account a part of the number or the name is enough; launch-denied accounts gives the accounts
of an organization their names.

Examples:
  launch-denied show
  launch-denied show --state new,open,regressed --all
  launch-denied show --account 444455556666
  launch-denied show --account payments
  launch-denied show g-w4hl5qzrn2tc
  launch-denied show g-w4hl5qzrn2tc --json --profile dev --region eu-west-1
  launch-denied show --local http://127.0.0.1:4566

The credentials are those of the AWS CLI; they need ssm:GetParameter, and of DynamoDB
dynamodb:Query, dynamodb:BatchGetItem and dynamodb:GetItem. Nothing is changed.

Exit status: 0 shown, 1 failed, 2 wrong usage or no such group.
`;

const COMMAND: GroupCommand = {
  name: 'show',
  options: OPTIONS,
  help: HELP,
  read: (given, now) => (given.words.length === 0 ? readList : readOne)(given, now.toISOString()),
};

function readList({ options }: GroupArguments, now: string): Act | Misuse {
  const states = readStates(options['state']);
  if (states !== null && 'why' in states) return states;
  const account = readAccount(options['account']);
  if (account !== null && typeof account !== 'string') return account;
  const most = options['all'] === true ? Infinity : PAGE_LENGTH;
  return { kind: 'act', on: ({ groups }) => listGroups(groups, { states, account, most }, now) };
}

function readOne({ options, words }: GroupArguments, now: string): Act | Misuse {
  const name = ['state', 'account', 'all'].find((each) => options[each] !== undefined);
  if (name !== undefined) return misuse(`--${name} is for the list; give it without a group`);
  const word = readGroupWord(words);
  if (word.kind === 'misused') return word;
  return { kind: 'act', on: (stack) => showGroup(stack, word, now) };
}

function readStates(text: string | boolean | undefined): ReadonlySet<GroupState> | null | Misuse {
  if (typeof text !== 'string') return null;
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const states = names.filter(isState);
  if (states.length === names.length) return new Set(states);
  return misuse(
    `--state ${JSON.stringify(text)}: allowed are ${STATE_NAMES}, with commas between them`,
  );
}

function readAccount(text: string | boolean | undefined): string | null | Misuse {
  if (typeof text !== 'string') return null;
  const account = text.trim();
  if (account !== '') return account;
  return misuse(
    `--account ${JSON.stringify(text)}: allowed is the number or the name of an account, or a part of it`,
  );
}

function isState(name: string): name is GroupState {
  return STATES.some((state) => state === name);
}

/** Runs the command; resolves to its exit status. */
export function runShow(args: readonly string[]): Promise<number> {
  return runGroupCommand(COMMAND, args);
}
