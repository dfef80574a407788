// launch-denied dashboard: wires its options to the local server.
import { inert } from '../core/render/inert';
import { type Options, optionHelp, readArguments } from './command-line';
import { readTarget, SHARED_OPTIONS, type Target } from './groups/connection';
import { failureWords } from './groups/failure-words';
import { openStack } from './groups/open-stack';
import { STATUS } from './groups/outcome';
import { loadPart } from './load-part';
import { print } from './output';
import { serveDashboard } from './serve-dashboard';

const { json: _json, ...STACK_OPTIONS } = SHARED_OPTIONS;

const OPTIONS = {
  port: { value: 'number', help: 'port on 127.0.0.1 (a free one)' },
  ...STACK_OPTIONS,
} as const satisfies Options;

const HELP = `Usage: launch-denied dashboard [options]

Serves the dashboard on this machine: the causes of denied launches, each with why AWS refused it
and what to change, and buttons to mute, resolve and reopen it. Nobody else can reach it: it listens
on 127.0.0.1 and takes changes from its own pages alone.

Options:
${optionHelp(OPTIONS)}

Examples:
  launch-denied dashboard
  launch-denied dashboard --profile dev --region eu-west-1 --port 8765
  launch-denied dashboard --local http://127.0.0.1:4566

The credentials are those of the AWS CLI; they need ssm:GetParameter, and of DynamoDB
dynamodb:Query, dynamodb:BatchGetItem and dynamodb:GetItem; to change a state, dynamodb:PutItem too.

Exit status: 0 ended with Ctrl-C, 1 failed, 2 wrong usage.
`;

/** Runs the command until Ctrl-C; resolves to its exit status. */
export async function runDashboard(args: readonly string[]): Promise<number> {
  const given = readArguments(args, OPTIONS);
  if (given.kind === 'refused') return misused(given.why);
  if (given.options['help'] === true) {
    print(HELP);
    return STATUS.done;
  }
  const [word] = given.words;
  if (word !== undefined)
    return misused(`the dashboard takes no words, and ${JSON.stringify(word)} is one`);
  const port = readPort(given.options['port']);
  if (port === null)
    return misused(
      `--port ${JSON.stringify(given.options['port'])}: allowed is a number from 1 to 65535`,
    );
  const target = readTarget(given.options, process.env);
  if (target.kind === 'misused') return misused(target.why);
  return serve(target, port);
}

/** 0 asks for a free one. */
function readPort(text: string | boolean | undefined): number | null {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(String(text)) ? Number(text) : 0;
  return port > 0 && port < 65_536 ? port : null;
}

async function serve(target: Target, port: number): Promise<number> {
  try {
    const clients = loadPart('clients');
    const opened = await openStack(clients, target, once(note));
    if (opened.kind === 'failed') return failed(opened.why);
    return await serveDashboard(clients.startDashboard, {
      ...opened.stack,
      source: sourceOf(target),
      script: clients.dashboardScript,
      failureWords: (error) => failureWords(error, target),
      port,
    });
  } catch (error) {
    return failed(failureWords(error, target));
  }
}

function sourceOf({ stackName, connection, local }: Target): string {
  const place = local ?? connection.region;
  return place === undefined ? `stack ${stackName}` : `stack ${stackName} in ${place}`;
}

/** A page that is open has the table read again and again. */
function once(tell: (text: string) => void): (text: string) => void {
  const told = new Set<string>();
  return (text) => {
    if (!told.has(text)) tell(text);
    told.add(text);
  };
}

function misused(why: string): number {
  note(`${why}; see launch-denied dashboard --help`);
  return STATUS.misused;
}

function failed(why: string): number {
  note(why);
  return STATUS.failed;
}

function note(text: string): void {
  process.stderr.write(`launch-denied: ${inert(text)}\n`);
}
