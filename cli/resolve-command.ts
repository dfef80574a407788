// launch-denied resolve, launch-denied reopen: wire their options to the world.
import { onReopen, onResolve } from '../core/group/move';
import { optionHelp } from './command-line';
import { SHARED_OPTIONS } from './groups/connection';
import { readGroupWord } from './groups/group-word';
import type { Move } from '../core/review/move-group';
import { moveNamed } from './groups/move-group';
import { type GroupCommand, runGroupCommand } from './groups/run-group-command';

interface Told {
  readonly move: Move;
  readonly about: string;
  readonly done: string;
}

/** The moves that take a group and nothing else. */
const MOVES = {
  resolve: {
    move: onResolve,
    about: `Marks a group as solved. The next denial makes it regressed and alerts at once; a denial from
before that changes nothing.`,
    done: 'resolved',
  },
  reopen: {
    move: onReopen,
    about: `Opens a group again that is muted, resolved or regressed. What was held back meanwhile is in its
next alert.`,
    done: 'reopened',
  },
} as const satisfies Record<string, Told>;

function command(name: keyof typeof MOVES): GroupCommand {
  const { move } = MOVES[name];
  return {
    name,
    options: SHARED_OPTIONS,
    help: helpOf(name, MOVES[name]),
    read: ({ words }, now) => {
      const word = readGroupWord(words);
      if (word.kind === 'misused') return word;
      return { kind: 'act', on: (stack) => moveNamed(stack, word, move, now.toISOString()) };
    },
  };
}

function helpOf(name: string, { about, done }: Told): string {
  return `Usage: launch-denied ${name} <group> [options]

${about}

<group> is a fingerprint (v1:…, quoted for the shell) or a code (g-…), as alerts and
launch-denied show give them.

Options:
${optionHelp(SHARED_OPTIONS)}

Examples:
  launch-denied ${name} g-w4hl5qzrn2tc
  launch-denied ${name} g-w4hl5qzrn2tc --profile dev --region eu-west-1

The group keeps who did it and when. The credentials are those of the AWS CLI; they need
ssm:GetParameter, dynamodb:GetItem and dynamodb:PutItem, and for a code dynamodb:Query.

Exit status: 0 ${done} (or it was before), 1 failed, 2 wrong usage or no such group.
`;
}

/** Runs the command; resolves to its exit status. */
export function runResolve(args: readonly string[]): Promise<number> {
  return runGroupCommand(command('resolve'), args);
}

/** Runs the command; resolves to its exit status. */
export function runReopen(args: readonly string[]): Promise<number> {
  return runGroupCommand(command('reopen'), args);
}
