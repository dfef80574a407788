// A printed command of the AWS CLI, read as the shell and the CLI read it, and sent by the SDK.
import { execFileSync } from 'node:child_process';
import * as chatbot from '@aws-sdk/client-chatbot';
import * as cloudtrail from '@aws-sdk/client-cloudtrail';
import * as logs from '@aws-sdk/client-cloudwatch-logs';
import * as events from '@aws-sdk/client-eventbridge';
import * as iam from '@aws-sdk/client-iam';
import * as lambda from '@aws-sdk/client-lambda';
import * as sns from '@aws-sdk/client-sns';
import * as sqs from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import type { Account } from './account';
import * as cloudformation from './cloudformation';

const MODULES: Readonly<Record<string, [object, string]>> = {
  cloudformation: [cloudformation, 'CloudFormationClient'],
  chatbot: [chatbot, 'ChatbotClient'],
  cloudtrail: [cloudtrail, 'CloudTrailClient'],
  logs: [logs, 'CloudWatchLogsClient'],
  events: [events, 'EventBridgeClient'],
  iam: [iam, 'IAMClient'],
  lambda: [lambda, 'LambdaClient'],
  sns: [sns, 'SNSClient'],
  sqs: [sqs, 'SQSClient'],
};

/** A command, taken apart. */
interface CliCommand {
  readonly service: string;
  readonly operation: string;
  /** By their names on the command line; a flag is true. */
  readonly options: ReadonlyMap<string, string | true>;
}

/** Lets a real shell take the line apart. */
function parseCommand(line: string): CliCommand {
  const script = `aws() { printf '%s\\0' "$@"; }; ${line}`;
  const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
  const [service = '', operation = '', ...rest] = words;
  const options = new Map<string, string | true>();
  for (let at = 0; at < rest.length; at += 1) {
    const [, name = '', joined] = /^--([a-z0-9-]+)(?:=([^]*))?$/.exec(rest[at] ?? '') ?? [];
    if (name === '') throw new Error(`no option: ${rest[at]}`);
    const next = rest[at + 1];
    const hasValue = joined === undefined && next !== undefined && !next.startsWith('--');
    options.set(name, joined ?? (hasValue ? next : true));
    if (hasValue) at += 1;
  }
  return { service, operation, options };
}

/** As botocore writes names of members on the command line. */
function optionName(member: string): string {
  return member
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

const pascal = (name: string) =>
  name.replace(/(?:^|-)([a-z])/g, (_all, letter: string) => letter.toUpperCase());

/** Names that the CLI has for itself. */
const ALIASES: Readonly<Record<string, string>> = {
  'sns subscribe notification-endpoint': 'Endpoint',
};

/** Options of every command. */
const GLOBAL = new Set(['region', 'profile']);

type Constructor = new (options: object) => object;

const constructor = v.custom<Constructor>((value) => typeof value === 'function');
const shape = v.tuple([
  v.literal(3),
  v.string(),
  v.string(),
  v.unknown(),
  v.array(v.string()),
  v.array(v.unknown()),
]);

/** A class of an SDK module; throws where the SDK has none of that name. */
function classOf(service: string, name: string): Constructor {
  const [module] = MODULES[service] ?? [];
  return v.parse(constructor, Object.entries(module ?? {}).find(([key]) => key === name)?.[1]);
}

/** Members of the input in the SDK's model; null for a client that carries none. */
function membersOf(command: object): ReadonlyMap<string, unknown> | null {
  if (!('schema' in command) || !Array.isArray(command.schema)) return null;
  const input: unknown = command.schema[4];
  const [, , , , names, schemas] = v.parse(shape, typeof input === 'function' ? input() : input);
  return new Map(names.map((name, at) => [name, schemas[at]]));
}

/** A string is 0 in the models, with traits or without. */
function isText(schema: unknown): boolean {
  return schema === 0 || (Array.isArray(schema) && schema[0] === 0 && schema.length === 2);
}

/** Reads the options as input of the SDK; throws where the model has no such member. */
function inputOf({ service, operation, options }: CliCommand): Record<string, unknown> {
  const members = membersOf(new (classOf(service, `${pascal(operation)}Command`))({}));
  const given = [...options].filter(([name]) => !GLOBAL.has(name));
  return Object.fromEntries(
    given.map(([name, value]) => {
      const alias = ALIASES[`${service} ${operation} ${name}`];
      const member =
        members === null
          ? pascal(name)
          : [...members.keys()].find((each) => each === alias || optionName(each) === name);
      if (member === undefined) throw new Error(`${service} ${operation} has no --${name}`);
      return [member, valueOf(value, members?.get(member))];
    }),
  );
}

/** A member without a model is a list where it looks like one. */
function valueOf(value: string | true, schema: unknown): unknown {
  if (value === true || isText(schema)) return value;
  return schema !== undefined || value.startsWith('[') ? JSON.parse(value) : value;
}

/** Sends the command as the CLI would, to the stand-in. */
export async function send(line: string, account: Account): Promise<void> {
  const command = parseCommand(line);
  const input = inputOf(command);
  const [, clientName = ''] = MODULES[command.service] ?? [];
  const client = new (classOf(command.service, clientName))({
    ...account.connection,
    region: command.options.get('region'),
  });
  const request = new (classOf(command.service, `${pascal(command.operation)}Command`))(input);
  if (!('send' in client) || typeof client.send !== 'function') throw new Error('no client');
  await client.send(request);
  const wire = JSON.stringify(account.calls.at(-1)?.input);
  // What a model does not have, its client leaves out.
  for (const name of Object.keys(input)) {
    if (!wire.includes(name)) throw new Error(`${name} did not leave the client: ${wire}`);
  }
}
