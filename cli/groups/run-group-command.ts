// [argv] → target, act → outcome → text: what the commands on groups have in common.
import { inert } from '../../core/render/inert';
import { plainText } from '../../core/render/plain-text';
import { type Given, type Options, readArguments } from '../command-line';
import { loadPart } from '../load-part';
import { print, stdout } from '../output';
import { terminalOf } from '../terminal';
import { readTarget, type Target } from './connection';
import { failureWords } from './failure-words';
import type { Misuse } from './misuse';
import { openStack, type Stack } from './open-stack';
import { type Outcome, STATUS } from './outcome';

/** The options and words of a command. */
export type GroupArguments = Extract<Given, { kind: 'given' }>;

/** What a command does with an open stack. */
export interface Act {
  readonly kind: 'act';
  readonly on: (stack: Stack) => Promise<Outcome>;
}

/** A command on groups. */
export interface GroupCommand {
  readonly name: string;
  readonly options: Options;
  readonly help: string;
  /** Reads the arguments; nothing is asked of AWS before they are right. */
  readonly read: (given: GroupArguments, now: Date) => Act | Misuse;
}

/** Runs a command; resolves to its exit status. */
export async function runGroupCommand(
  { name, options, help, read }: GroupCommand,
  args: readonly string[],
): Promise<number> {
  const given = readArguments(args, options);
  if (given.kind === 'refused') return misused(name, given.why);
  if (given.options['help'] === true) {
    print(help);
    return STATUS.done;
  }
  const act = read(given, new Date());
  if (act.kind === 'misused') return misused(name, act.why);
  const target = readTarget(given.options, process.env);
  if (target.kind === 'misused') return misused(name, target.why);
  return told(await outcomeOf(act, target), given.options['json'] === true);
}

async function outcomeOf(act: Act, target: Target): Promise<Outcome> {
  try {
    const opened = await openStack(loadPart('clients'), target, note);
    return opened.kind === 'open' ? await act.on(opened.stack) : opened;
  } catch (error) {
    return { kind: 'failed', why: failureWords(error, target) };
  }
}

function told(outcome: Outcome, asJson: boolean): number {
  if (outcome.kind === 'done') print(asJson ? jsonOf(outcome.data) : textOf(outcome));
  else note(outcome.why);
  return STATUS[outcome.kind];
}

function textOf({ shown }: Extract<Outcome, { kind: 'done' }>): string {
  return plainText(shown, terminalOf(stdout(), process.env));
}

/** What might act on a terminal is escaped, which changes nothing of the data. */
function jsonOf(data: object): string {
  const lines = JSON.stringify({ schemaVersion: 1, ...data }, null, 2).split('\n');
  return `${lines.map(inert).join('\n')}\n`;
}

function misused(name: string, why: string): number {
  note(`${why}; see launch-denied ${name} --help`);
  return STATUS.misused;
}

function note(text: string): void {
  process.stderr.write(`launch-denied: ${inert(text)}\n`);
}
