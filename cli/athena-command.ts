// launch-denied athena: what it takes; the work is in cli/athena, carried with what scan needs.
import { optionHelp, type Options, readArguments } from './command-line';
import { STATUS } from './groups/outcome';
import { loadPart } from './load-part';
import { print } from './output';
import { OUTPUT_OPTIONS } from './scan/output-options';

/** Where the help of a long option begins: on a line of its own. */
const BELOW = `\n${' '.repeat(22)}`;

const OPTIONS = {
  bucket: { value: 's3://…', help: 'where the trail writes: s3://bucket or s3://bucket/prefix' },
  accounts: { value: 'ids', help: 'accounts whose logs are looked at, with commas between them' },
  organization: { value: 'o-…', help: `${BELOW}the trail is that of this organization` },
  regions: { value: 'names', help: 'Regions of the launches (all of the partition aws)' },
  last: { value: 'time', help: 'look so far back: 90d, 52w (90d)' },
  from: { value: 'time', help: 'look from a date or time on, such as 2025-11-01' },
  to: { value: 'time', help: 'until a date (to its end) or time' },
  database: { value: 'name', help: 'database of the table (default)' },
  table: { value: 'name', help: 'name of the table (cloudtrail_launch_denied)' },
  ddl: { help: 'print only the statement that makes the table' },
  query: { help: 'print only the query' },
  run: { help: 'run the query in Athena and show what it finds, as scan does' },
  'create-table': { help: 'with --run: make the table first' },
  workgroup: { value: 'name', help: 'with --run: the workgroup that runs it (primary)' },
  'output-location': {
    value: 's3://…',
    help: `${BELOW}with --run: where Athena keeps answers, if the workgroup does not say`,
  },
  region: {
    value: 'name',
    help: 'with --run: Region of Athena, and of the stack with --into-stack',
  },
  ...OUTPUT_OPTIONS,
  help: { help: 'print this' },
} as const satisfies Options;

const HELP = `Usage: launch-denied athena --bucket <s3://…> --accounts <ids> [options]
       launch-denied athena --table <name> [options]

Finds the launches that AWS refused in years of logs, or in those of an organization, where Athena
reads them. It prints two statements to paste into Athena's query editor: one makes a table over the
logs of a trail, with partitions that Athena computes, so that none has to be added; the other asks
it for denied launches. With --run the query runs in a workgroup of yours, and what it finds is
explained and grouped as the stack does.

Options:
${optionHelp(OPTIONS)}

Examples:
  launch-denied athena --bucket s3://trail-bucket --accounts 111122223333 --last 90d
  launch-denied athena --bucket s3://trail-bucket --accounts 111122223333,444455556666 \\
    --organization o-abcde12345 --regions eu-west-1,us-east-1 --from 2024-01-01
  launch-denied athena --bucket s3://trail-bucket --accounts 111122223333 --run --create-table
  launch-denied athena --table cloudtrail_logs --last 52w --run --workgroup primary --csv
  launch-denied athena --bucket s3://trail-bucket --accounts 111122223333 --query > denials.sql

The table shows the accounts, the Regions and the days from the first one on that it was made for;
where more is asked of it, --run says so. A table of yours works too, such as the one that CloudTrail's
console makes. Of its partitions those named account, region and timestamp (2026/01/31) are used, and
a table without them is read whole.

Athena asks money for each byte of logs that it reads. Ctrl-C stops the query in Athena and prints
what was found until then.

The credentials are those of the AWS CLI. Without --run nothing is asked. --run needs
athena:StartQueryExecution, athena:GetQueryExecution, athena:GetQueryResults,
athena:StopQueryExecution and athena:GetTableMetadata; glue:GetDatabase, glue:GetTable and
glue:GetPartitions; s3:ListBucket and s3:GetObject for the logs (and kms:Decrypt where they are
encrypted with a key); and s3:GetBucketLocation, s3:GetObject and s3:PutObject where answers are
kept. --create-table needs glue:CreateTable too.

Exit status: 0 read to the end, 1 failed, 2 wrong usage, 3 read without damaged parts, 130 stopped
with Ctrl-C.
`;

/** Runs the command; resolves to its exit status. */
export async function runAthena(args: readonly string[]): Promise<number> {
  const given = readArguments(args, OPTIONS);
  if (given.kind === 'refused') {
    process.stderr.write(`launch-denied: ${given.why}; see launch-denied athena --help\n`);
    return STATUS.misused;
  }
  if (given.options['help'] === true) {
    print(HELP);
    return STATUS.done;
  }
  return loadPart('scan').athena(given.words, given.options, loadPart);
}
