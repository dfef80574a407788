// options → [plan] → statements: what is asked of Athena.
import type { QueryAsked } from '../../core/athena/denials-query';
import { folderOfDay } from '../../core/athena/day';
import {
  type Read,
  readAccounts,
  readRegions,
  readTableName,
  readTrail,
} from '../../core/athena/read-asked';
import { KNOWN_REGIONS } from '../../core/athena/regions';
import { locationTemplate, tableStatement } from '../../core/athena/table-statement';
import { readS3Address } from '../../core/scan/log-keys';
import { readPeriod } from '../../core/scan/period';
import { type Misuse, misuse } from '../groups/misuse';
import { type Chosen, OUTPUT_OPTIONS } from '../scan/output-options';

/** What is asked, and of which table. */
export interface Plan {
  readonly kind: 'plan';
  readonly asked: QueryAsked;
  /** The statement that makes the table; null where no trail is given. */
  readonly tableStatement: string | null;
  /** Where the logs of the trail are; null where none is given. */
  readonly location: string | null;
  readonly workgroup: string | null;
  readonly outputLocation: string | null;
}

const TABLE = 'cloudtrail_launch_denied';

/** Reads what is asked; `now` is ISO 8601. */
export function readPlan(words: readonly string[], chosen: Chosen, now: string): Plan | Misuse {
  const why = wrongUse(words, chosen);
  if (why !== null) return misuse(why);
  const text = (name: string): string | null => textOf(chosen, name);
  const name = readTableName(text('database') ?? 'default', text('table') ?? TABLE);
  if (name.kind === 'misused') return name;
  const accounts = optional(text('accounts'), readAccounts);
  if (accounts.kind === 'misused') return accounts;
  const regions = optional(text('regions'), readRegions);
  if (regions.kind === 'misused') return regions;
  const trail = optional(text('bucket'), (bucket) => readTrail(bucket, text('organization')));
  if (trail.kind === 'misused') return trail;
  const period = readPeriod(timesOf(chosen), now);
  if (period.kind === 'misused') return period;
  const workgroup = text('workgroup');
  if (workgroup !== null && !WORKGROUP.test(workgroup))
    return misuse(`--workgroup ${JSON.stringify(workgroup)} is no name of a workgroup`);
  const outputLocation = text('output-location');
  if (outputLocation !== null && readS3Address(outputLocation) === null)
    return misuse(
      `--output-location ${JSON.stringify(outputLocation)}: allowed is s3://bucket/prefix/`,
    );
  const range = period.range ?? { from: now, to: now };
  const asked = { name: name.value, accounts: accounts.value, regions: regions.value, range };
  const statement =
    trail.value === null
      ? null
      : tableStatement({
          name: name.value,
          trail: trail.value,
          accounts: accounts.value ?? [],
          regions: regions.value ?? KNOWN_REGIONS,
          firstDay: folderOfDay(Date.parse(range.from)),
        });
  const location = trail.value === null ? null : locationTemplate(trail.value);
  return { kind: 'plan', asked, tableStatement: statement, location, workgroup, outputLocation };
}

/** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroup.html */
const WORKGROUP = /^[a-zA-Z0-9._-]{1,128}$/;

/** What means nothing while nothing is run. */
const RUNNING = ['create-table', 'workgroup', 'output-location', 'region'] as const;

function wrongUse(words: readonly string[], chosen: Chosen): string | null {
  const [word] = words;
  const has = (name: string): boolean => chosen[name] !== undefined;
  if (word !== undefined)
    return `${JSON.stringify(word)} is no option; athena takes options alone, and the bucket as --bucket s3://bucket/prefix`;
  if (!has('bucket') && !has('table'))
    return '--bucket says where the logs are, and --table which table shows them; give one';
  if (has('bucket') && !has('accounts'))
    return '--bucket has a folder for each account; give --accounts, such as 111122223333';
  const ofTrail = ['organization', 'create-table', 'ddl'].find(has);
  if (!has('bucket') && ofTrail !== undefined)
    return `--${ofTrail} is about the logs of a trail; give --bucket too`;
  if (has('ddl') && has('query')) return 'both are printed without --ddl and --query; give one';
  const printing = ['ddl', 'query'].find(has);
  if (has('run'))
    return printing === undefined ? null : `--${printing} prints, and --run runs; give one`;
  const running = [...RUNNING, ...Object.keys(OUTPUT_OPTIONS)].find(has);
  return running === undefined ? null : `--${running} is about a query that runs; give --run too`;
}

function optional<T>(text: string | null, read: (text: string) => Read<T>): Read<T | null> {
  return text === null ? { kind: 'read', value: null } : read(text);
}

function textOf(chosen: Chosen, name: string): string | null {
  const value = chosen[name];
  return value === undefined ? null : String(value);
}

/** Where no time is given, as long as CloudTrail's own history. */
function timesOf(chosen: Chosen) {
  const given = ['last', 'from', 'to'].flatMap((name) => {
    const value = textOf(chosen, name);
    return value === null ? [] : [[name, value] as const];
  });
  return given.length === 0 ? { last: '90d' } : Object.fromEntries(given);
}
