// launch-denied lookup: wires its options to the world.
import { lookupReport, type LookedUp } from '../core/lookup/report';
import { inert } from '../core/render/inert';
import { plainText } from '../core/render/plain-text';
import { type Options, optionHelp, readArguments } from './command-line';
import { readTarget, SHARED_OPTIONS, type Target } from './groups/connection';
import { failureWords } from './groups/failure-words';
import { STATUS } from './groups/outcome';
import { loadPart } from './load-part';
import { print, stdout } from './output';
import { terminalOf } from './terminal';

const { profile, region: _region, json, help } = SHARED_OPTIONS;

const OPTIONS = {
  folder: { value: 'path', help: 'where cdk.json is (.)' },
  'dry-run': { help: 'say what would be written, and write nothing' },
  profile,
  region: { value: 'name', help: 'Region to ask from; the answer is that of the account' },
  json,
  help,
  // Read to be refused with its reason.
  local: { value: 'url', help: '' },
} as const satisfies Options;

const HELP = `Usage: launch-denied lookup [options]

Looks up which Regions are enabled in the account, and writes them into cdk.context.json, for the
setting regions with all-enabled. A synthesis asks nothing: it reads them there, so that it comes
out the same for everybody until somebody looks them up again. Says what is new, and what is gone.
Put the file under version control.

Options:
${optionHelp(OPTIONS)}

Opt-in Regions that nobody enabled in the account are not in it; enable one, and look up again. The
China and GovCloud partitions are accounts and deployments of their own. All else in the file stays
as it is.

Examples:
  launch-denied lookup
  launch-denied lookup --dry-run --profile dev --region eu-west-1
  launch-denied lookup --folder infrastructure --json

The credentials are those of the AWS CLI, of the account of the home stack; they need
account:ListRegions.

Exit status: 0 written (or as it was), 1 failed, 2 wrong usage.
`;

type Chosen = Readonly<Record<string, string | boolean | undefined>>;

/** Runs the command; resolves to its exit status. */
export async function runLookupCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, OPTIONS);
  if (given.kind === 'refused') return misused(given.why);
  const { options, words } = given;
  if (options['help'] === true) {
    print(HELP);
    return STATUS.done;
  }
  const [word] = words;
  if (word !== undefined)
    return misused(`lookup takes no words, and ${JSON.stringify(word)} is one`);
  if (options['local'] !== undefined)
    return misused('--local asks no AWS, and local mode has no Regions to enable; leave it out');
  const target = readTarget(options, process.env);
  if (target.kind === 'misused') return misused(target.why);
  return lookUp(target, options);
}

async function lookUp(target: Target, chosen: Chosen): Promise<number> {
  const { connection } = target;
  const folder = String(chosen['folder'] ?? '.');
  const isDry = chosen['dry-run'] === true;
  try {
    const outcome = await loadPart('doctor').runLookup({ connection, folder, isDry });
    if (outcome.kind === 'misused') return misused(outcome.why);
    if (outcome.kind === 'done')
      print(chosen['json'] === true ? jsonOf(outcome.found) : textOf(outcome.found));
    else note(outcome.why);
    return STATUS[outcome.kind];
  } catch (error) {
    note(failureWords(error, target));
    return STATUS.failed;
  }
}

function textOf(found: LookedUp): string {
  return plainText(lookupReport(found), terminalOf(stdout(), process.env));
}

/** What might act on a terminal is escaped, which changes nothing of the data. */
function jsonOf({ account, regions, file, key, added, gone, isDry }: LookedUp): string {
  const data = { schemaVersion: 1, account, file, key, regions, added, gone, isDry };
  const lines = JSON.stringify(data, null, 2).split('\n');
  return `${lines.map(inert).join('\n')}\n`;
}

function misused(why: string): number {
  note(`${why}; see launch-denied lookup --help`);
  return STATUS.misused;
}

function note(text: string): void {
  process.stderr.write(`launch-denied: ${inert(text)}\n`);
}
