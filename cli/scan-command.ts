// launch-denied scan: what it takes; the work is in cli/scan, carried with the AWS SDK.
import { optionHelp, type Options, readArguments } from './command-line';
import { STATUS } from './groups/outcome';
import { loadPart } from './load-part';
import { print } from './output';
import { OUTPUT_OPTIONS } from './scan/output-options';

const OPTIONS = {
  last: { value: 'time', help: 'look so far back: 7d, 12h, 30m, 2w (7d where no logs are given)' },
  from: { value: 'time', help: 'look from a date or time on, such as 2026-11-01' },
  to: { value: 'time', help: 'until a date (to its end) or time' },
  region: { value: 'names', help: 'Regions to ask, with commas between them, or all' },
  'since-deploy': { help: 'only what the stack missed since it was deployed' },
  resume: { value: 'file', help: 'keep what CloudTrail answered in a file, and go on from there' },
  workers: { value: 'number', help: 'threads that read log files (by size, at most 4)' },
  offline: { help: 'ask AWS nothing: log files alone' },
  ...OUTPUT_OPTIONS,
  help: { help: 'print this' },
} as const satisfies Options;

const HELP = `Usage: launch-denied scan [options] [file, folder, pattern, s3://bucket/prefix or - …]

Finds the launches that AWS refused in the past, and groups and explains them as the stack does: in
CloudTrail's event history (no words: the last 7 days of one Region), in log files on disk, on
standard input (-), or in the bucket of a trail.

Files are those that CloudTrail writes, and what people make of them: .json, .json.gz, JSON lines,
answers of lookup-events, EventBridge events. A damaged file is passed over and named.

Options:
${optionHelp(OPTIONS)}

Examples:
  launch-denied scan
  launch-denied scan --last 90d --region all --resume denials.jsonl
  launch-denied scan --offline ./logs
  launch-denied scan 'logs/**/*.json.gz' --html report.html
  launch-denied scan s3://trail-bucket/AWSLogs --from 2026-10-01 --to 2026-10-31 --csv
  launch-denied scan --last 30d --decode --fix terraform
  launch-denied scan --since-deploy --into-stack
  gzip -dc log.json.gz | launch-denied scan --offline -

CloudTrail answers for 90 days, two requests a second for each Region; Ctrl-C prints what was found
until then, and --resume goes on from there. A bucket of an organization or of years is work for
Athena: launch-denied athena --help.

The credentials are those of the AWS CLI. They need cloudtrail:LookupEvents, for all Regions
account:ListRegions, for a bucket s3:ListBucket and s3:GetObject (and kms:Decrypt where it is
encrypted with a key), for --decode sts:DecodeAuthorizationMessage, and for --into-stack and
--since-deploy ssm:GetParameter and, of DynamoDB, dynamodb:Query, dynamodb:GetItem, dynamodb:PutItem,
dynamodb:UpdateItem and dynamodb:BatchWriteItem. --into-stack alone changes something.

Exit status: 0 read to the end, 1 failed, 2 wrong usage, 3 read without damaged parts, 130 stopped
with Ctrl-C.
`;

/** Runs the command; resolves to its exit status. */
export async function runScan(args: readonly string[]): Promise<number> {
  const given = readArguments(args, OPTIONS);
  if (given.kind === 'refused') {
    process.stderr.write(`launch-denied: ${given.why}; see launch-denied scan --help\n`);
    return STATUS.misused;
  }
  if (given.options['help'] === true) {
    print(HELP);
    return STATUS.done;
  }
  return loadPart('scan').scan(given.words, given.options, loadPart);
}
