// launch-denied mute: wires its options to the world.
import { muteWith } from '../core/review/moves';
import { optionHelp, type Options } from './command-line';
import { SHARED_OPTIONS } from './groups/connection';
import { readGroupWord } from './groups/group-word';
import { moveNamed } from './groups/move-group';
import { readMute } from './groups/mute-length';
import { type GroupCommand, runGroupCommand } from './groups/run-group-command';

const OPTIONS = {
  for: { value: 'length', help: 'so long, such as 30m, 12h, 7d, 2w' },
  until: { value: 'time', help: 'until a day or a time, such as 2030-01-31T09:00Z' },
  count: { value: 'number', help: 'until so many denials are counted in all' },
  forever: { help: 'for good' },
  ...SHARED_OPTIONS,
} as const satisfies Options;

const HELP = `Usage: launch-denied mute <group> (--for <length> | --until <time> | --count <number> | --forever)

Keeps a group quiet. Its denials are counted and held back; when the mute ends, one alert tells of
them. A new mute takes the place of the one before.

<group> is a fingerprint (v1:…, quoted for the shell) or a code (g-…), as alerts and
launch-denied show give them.

Options:
${optionHelp(OPTIONS)}

Examples:
  launch-denied mute g-w4hl5qzrn2tc --for 7d
  launch-denied mute g-w4hl5qzrn2tc --until 2030-01-31T09:00+02:00
  launch-denied mute g-w4hl5qzrn2tc --count 1000 --profile dev --region eu-west-1
  launch-denied mute g-w4hl5qzrn2tc --forever

The group keeps who muted it and when. The credentials are those of the AWS CLI; they need
ssm:GetParameter, dynamodb:GetItem and dynamodb:PutItem, and for a code dynamodb:Query.

Exit status: 0 muted, 1 failed, 2 wrong usage or no such group.
`;

const COMMAND: GroupCommand = {
  name: 'mute',
  options: OPTIONS,
  help: HELP,
  read: ({ options, words }, at) => {
    const word = readGroupWord(words);
    if (word.kind === 'misused') return word;
    const mute = readMute(options, at);
    if ('why' in mute) return mute;
    const now = at.toISOString();
    return { kind: 'act', on: (stack) => moveNamed(stack, word, muteWith(mute), now) };
  },
};

/** Runs the command; resolves to its exit status. */
export function runMute(args: readonly string[]): Promise<number> {
  return runGroupCommand(COMMAND, args);
}
