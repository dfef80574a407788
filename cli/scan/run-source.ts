// source → found → [output]: hears a source to its end and shows what was found.
import { rememberedNames } from '../../adapters/account-names';
import { memoryGroups } from '../../adapters/memory-groups';
import { knownEvents } from '../../core/batch/known-events';
import type { PastPorts } from '../../core/batch/ports';
import { minutesAfter } from '../../core/group/time';
import type { TimeRange } from '../../core/review/query';
import type { Source } from '../../core/scan/source';
import { readTarget, type Target } from '../groups/connection';
import { failureWords } from '../groups/failure-words';
import { openStack, type Stack } from '../groups/open-stack';
import { STATUS } from '../groups/outcome';
import { collect, type Findings, type Place } from './collect';
import { asksNobody, paced } from './decoder';
import { foundIn } from './found';
import { failed, note } from './note';
import { show } from './show-found';
import { INTERRUPTED, interruptible } from './interruptible';
import { type Chosen, type Output, readOutput } from './output-options';
import type { LoadPart } from '../aws-parts';
import { progressLine } from './progress';
import { notesOn, WORDS } from './words';

/** What the options alone do not say. */
export interface RunOptions {
  /** Where is looked, such as `64 files`. @default - the history */
  readonly label?: string;
  /** Denials outside of it are passed over. @default - any time */
  readonly range?: TimeRange | null;
  /** A stack whose table is asked what it knows; only what it does not know is shown. */
  readonly without?: Stack;
  readonly now?: string;
}

/** The exit status where some part could not be read. */
const IN_PART = 3;

/** Hears a source and shows what it finds; resolves to the exit status. */
export async function runSource(
  name: string,
  source: Source,
  chosen: Chosen,
  load: LoadPart,
  options: RunOptions = {},
): Promise<number> {
  const output = readOutput(chosen);
  if (output.kind === 'misused') return misused(name, output.why);
  const target = readTarget(chosen, process.env);
  if (target.kind === 'misused') return misused(name, target.why);
  try {
    const stack = chosen['into-stack'] === true ? await openedStack(target, load) : null;
    if (stack?.kind === 'failed') return failed(stack.why);
    return await shownFrom(
      source,
      { output, target, stack: stack?.stack ?? null, load },
      chosen,
      options,
    );
  } catch (error) {
    return failed(failureWords(error, target));
  }
}

interface Run {
  readonly output: Output;
  readonly target: Target;
  /** The stack that denials are recorded in; null for none. */
  readonly stack: Stack | null;
  readonly load: LoadPart;
}

/** Opens the stack whose table is asked or written to. */
export function openedStack(target: Target, load: LoadPart): ReturnType<typeof openStack> {
  return openStack(load('clients'), target, note);
}

async function shownFrom(
  source: Source,
  { output, target, stack, load }: Run,
  chosen: Chosen,
  { label = 'the history', range = null, without, now = new Date().toISOString() }: RunOptions,
): Promise<number> {
  const memory = memoryGroups();
  const accountName = namesIn(stack ?? without);
  const ports = (groups: PastPorts['groups']): PastPorts => ({
    decode: chosen['decode'] === true ? decoderFor(target, load) : asksNobody,
    simulate: null,
    groups,
    accountName,
    settings: { ignoredPrincipals: [], ignoredActions: [] },
    now: () => new Date().toISOString(),
    warn: (message) => note(message),
  });
  const shown: Place = {
    ports: ports(memory),
    known: without === undefined ? () => Promise.resolve(NONE) : knownEvents(without.groups),
    since: '',
  };
  const places: Place[] = stack === null ? [] : [tableOf(stack, ports(stack.groups), now)];
  const line = progressLine(process.stderr, Date.now);
  const { recorded, ...findings } = await interruptible(
    (signal) =>
      collect(source, { range, places: [shown, ...places], onProgress: line.show, signal }),
    () => note(WORDS.stopping),
  ).finally(line.end);
  const found = await foundIn(memory, findings, { source: label, now });
  const [, inTable] = recorded;
  const status = await show(found, output, target, load);
  notesOn(found).forEach(note);
  if (inTable !== undefined) note(WORDS.recorded(inTable, target.stackName));
  return status === STATUS.done ? statusOf(found) : status;
}

const NONE: ReadonlySet<string> = new Set();
const DAY_MINUTES = 24 * 60;

function tableOf({ groups, retentionDays }: Stack, ports: PastPorts, now: string): Place {
  return {
    ports,
    known: knownEvents(groups),
    since: minutesAfter(now, -retentionDays * DAY_MINUTES),
  };
}

/** Names are known of a stack whose table is open. */
function namesIn(stack: Stack | undefined): PastPorts['accountName'] {
  if (stack === undefined) return () => Promise.resolve(null);
  const read = stack.groups.accountNames;
  return rememberedNames({
    given: new Map(),
    read,
    now: Date.now,
    warn: (message) => note(message),
  });
}

function decoderFor({ connection }: Target, load: LoadPart): PastPorts['decode'] {
  const { region = 'us-east-1', profile } = connection;
  const decode = load('clients').stsDecoder(region, profile === undefined ? {} : { profile });
  return paced((message, origin) => decode(message, origin.region));
}

function statusOf({ isStopped, damaged }: Findings): number {
  if (isStopped) return INTERRUPTED;
  return damaged.length > 0 ? IN_PART : STATUS.done;
}

function misused(name: string, why: string): number {
  note(`${why}; see launch-denied ${name} --help`);
  return STATUS.misused;
}
