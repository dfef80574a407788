// words, options → [source] → found: which history is looked at.
import { HISTORY_DAYS, readPeriod } from '../../core/scan/period';
import type { TimeRange } from '../../core/review/query';
import { readTarget, type Target } from '../groups/connection';
import { failureWords } from '../groups/failure-words';
import { type Misuse, misuse } from '../groups/misuse';
import type { Stack } from '../groups/open-stack';
import { STATUS } from '../groups/outcome';
import { bucketSource, historySource, logSource, type Sourced } from './sources';
import { failed, note } from './note';
import type { LoadPart } from '../aws-parts';
import { type Chosen, readOutput } from './output-options';
import { openedStack, runSource } from './run-source';

/** Runs the command; resolves to its exit status. */
export async function scan(
  words: readonly string[],
  chosen: Chosen,
  load: LoadPart,
): Promise<number> {
  const now = new Date().toISOString();
  const plan = readPlan(words, chosen, now);
  if (plan.kind === 'misused') {
    note(`${plan.why}; see launch-denied scan --help`);
    return STATUS.misused;
  }
  try {
    return await carriedOut(plan, chosen, load, now);
  } catch (error) {
    note(failureWords(error, plan.target));
    return STATUS.failed;
  }
}

interface Plan {
  readonly kind: 'plan';
  readonly words: readonly string[];
  /** Null for any time. */
  readonly range: TimeRange | null;
  /** Null for the one of the credentials. */
  readonly regions: readonly string[] | 'all' | null;
  readonly target: Target;
  readonly sinceDeploy: boolean;
  readonly workers: number | null;
}

/** What asks AWS, in the order in which people are told. */
const ASKING = ['decode', 'into-stack', 'since-deploy', 'region', 'resume'] as const;

function readPlan(words: readonly string[], chosen: Chosen, now: string): Plan | Misuse {
  const output = readOutput(chosen);
  if (output.kind === 'misused') return output;
  const offline = chosen['offline'] === true;
  const asking = ASKING.find((name) => chosen[name] !== undefined);
  if (offline && asking !== undefined)
    return misuse(`--offline asks AWS nothing, and --${asking} asks it; give one`);
  const bucket = words.find(isBucket);
  if (offline && bucket !== undefined)
    return misuse(`--offline asks AWS nothing, and ${bucket} is a bucket; give files or folders`);
  if (offline && words.length === 0)
    return misuse('--offline looks at log files; give files, folders, or - for standard input');
  if (words.length > 0 && chosen['resume'] !== undefined)
    return misuse('--resume keeps answers of CloudTrail; logs are read again');
  return planned(words, chosen, now);
}

function planned(words: readonly string[], chosen: Chosen, now: string): Plan | Misuse {
  const sinceDeploy = chosen['since-deploy'] === true;
  const given = { last: chosen['last'], from: chosen['from'], to: chosen['to'] };
  const isTimed = Object.values(given).some((value) => value !== undefined);
  if (sinceDeploy && isTimed)
    return misuse('--since-deploy says from when; give no --last, --from or --to');
  const needs = words.length === 0 && !isTimed && !sinceDeploy && chosen['resume'] === undefined;
  const period = readPeriod(needs ? { last: '7d' } : textsOf(given), now);
  if (period.kind === 'misused') return period;
  const { range } = period;
  if (words.length === 0 && range !== null && range.from < daysAgo(HISTORY_DAYS, now))
    return misuse(
      `CloudTrail answers for ${HISTORY_DAYS} days, and ${range.from} is longer ago; look into the logs of a trail: give files, s3://bucket/prefix, or see launch-denied athena`,
    );
  const regions = readRegions(chosen['region']);
  if (isMisuse(regions)) return regions;
  const workers = readWorkers(chosen['workers']);
  if (isMisuse(workers)) return workers;
  const [first] = Array.isArray(regions) ? regions : [];
  const target = readTarget({ ...chosen, region: first }, process.env);
  if (target.kind === 'misused') return target;
  return { kind: 'plan', words, range, regions, target, sinceDeploy, workers };
}

function isMisuse(read: unknown): read is Misuse {
  return typeof read === 'object' && read !== null && 'why' in read;
}

function textsOf(given: Readonly<Record<string, string | boolean | undefined>>) {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

/** A little less: between the question and the answer time goes on. */
function daysAgo(days: number, now: string): string {
  return new Date(Date.parse(now) - days * 86_400_000 - 60_000).toISOString();
}

const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;

function readRegions(
  text: string | boolean | undefined,
): readonly string[] | 'all' | null | Misuse {
  if (text === undefined) return null;
  if (text === 'all') return 'all';
  const names = [
    ...new Set(
      String(text)
        .split(',')
        .map((name) => name.trim()),
    ),
  ];
  const wrong = names.find((name) => !REGION.test(name));
  if (wrong === undefined) return names;
  return misuse(
    `--region ${JSON.stringify(wrong)} is no Region; allowed are names such as eu-west-1, with commas between them, or all`,
  );
}

const MOST_WORKERS = 16;

function readWorkers(text: string | boolean | undefined): number | null | Misuse {
  if (text === undefined) return null;
  const count = /^\d{1,2}$/.test(String(text)) ? Number(text) : 0;
  if (count >= 1 && count <= MOST_WORKERS) return count;
  return misuse(`--workers ${JSON.stringify(text)}: allowed is a number from 1 to ${MOST_WORKERS}`);
}

function isBucket(word: string): boolean {
  return word.startsWith('s3://');
}

async function carriedOut(
  plan: Plan,
  chosen: Chosen,
  load: LoadPart,
  now: string,
): Promise<number> {
  const stack = plan.sinceDeploy ? await openedStack(plan.target, load) : null;
  if (stack?.kind === 'failed') return failed(stack.why);
  const since = stack === null ? null : missedRange(stack.stack, now);
  const range = since ?? plan.range;
  const sourced = await sourceOf({ ...plan, range }, chosen, load, now);
  if (sourced.kind === 'failed') return failed(sourced.why);
  return runSource('scan', sourced.source, withRegion(chosen, plan), load, {
    label: sourced.label,
    range: sourced.range,
    now,
    ...(stack === null ? {} : { without: stack.stack }),
  });
}

/** The table is that of the first Region given. */
function withRegion(chosen: Chosen, { target }: Plan): Chosen {
  const { region } = target.connection;
  return { ...chosen, region: target.local === null ? region : undefined };
}

/** What is younger may still be on its way. */
const DELIVERY_MINUTES = 15;

function missedRange({ deployedAt }: Stack, now: string): TimeRange {
  const oldest = daysAgo(HISTORY_DAYS, now);
  const to = new Date(Date.parse(now) - DELIVERY_MINUTES * 60_000).toISOString();
  return { from: deployedAt > oldest ? deployedAt : oldest, to };
}

function sourceOf(plan: Plan, chosen: Chosen, load: LoadPart, now: string): Promise<Sourced> {
  const { words, range, regions, target, workers } = plan;
  const [first] = words;
  if (first === undefined) {
    const resume = chosen['resume'] === undefined ? null : String(chosen['resume']);
    const { connection } = target;
    return historySource({ range, regions, connection, resume, now }, load);
  }
  const asked = { range, regions: regions === 'all' ? null : regions, target };
  return words.some(isBucket)
    ? bucketSource(words, asked, load)
    : logSource(words, { range, workers });
}
