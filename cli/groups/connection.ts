// [options] → connection: where and as whom AWS is asked about groups.
import type { Connection } from '../../adapters/connection';
import { shellWord } from '../../core/forms/shell';
import type { Options } from '../command-line';
import { type Misuse, misuse } from './misuse';

/** The options that every command on groups takes. */
export const SHARED_OPTIONS = {
  stack: { value: 'name', help: 'name of the stack (LaunchDenied)' },
  profile: { value: 'name', help: 'AWS profile to ask with' },
  region: { value: 'name', help: 'Region of the stack' },
  local: { value: 'url', help: 'ask what npm start -- --keep started, and not AWS' },
  json: { help: 'print data as JSON' },
  help: { help: 'print this' },
} as const satisfies Options;

/** Where the help of a long option begins: on a line of its own. */
export const BELOW = `\n${' '.repeat(22)}`;

/** Those of a command that asks Organizations too, which local mode does not have. */
export const ORGANIZATION_OPTIONS = {
  'organization-profile': {
    value: 'name',
    help: `${BELOW}AWS profile to ask Organizations with (that of --profile)`,
  },
  ...SHARED_OPTIONS,
  // Read to be refused with its reason.
  local: { value: 'url', help: '' },
} as const satisfies Options;

/** Which stack is asked, and how. */
export interface Target {
  readonly kind: 'target';
  readonly stackName: string;
  readonly connection: Connection;
  /** The address of local mode, where that is asked. */
  readonly local: string | null;
  /** The options that name it, for another command on the same stack. */
  readonly options: string;
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-using-console-create-stack-parameters.html */
const STACK_NAME = /^[A-Za-z][A-Za-z0-9-]{0,127}$/;

/** A Region's name becomes part of a host name. */
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;

/** Local mode is never reached under another name. */
const LOCAL = /^http:\/\/127\.0\.0\.1:\d{1,5}\/?$/;

/** Whether a text is the name of a Region. */
export function isRegion(text: string): boolean {
  return REGION.test(text);
}

type Chosen = Readonly<Record<string, string | boolean | undefined>>;

/** Reads which stack is asked, and how. */
export function readTarget(
  chosen: Chosen,
  env: Readonly<Record<string, string | undefined>>,
): Target | Misuse {
  const { stack = 'LaunchDenied', profile, region, local } = chosen;
  const options = repeated(chosen);
  const stackName = String(stack);
  if (!STACK_NAME.test(stackName))
    return misuse(`--stack ${JSON.stringify(stack)} is no name of a stack, such as LaunchDenied`);
  if (local !== undefined)
    return localTarget({ stackName, options }, String(local), { profile, region });
  if (region !== undefined && !isRegion(String(region)))
    return misuse(`--region ${JSON.stringify(region)} is no Region, such as eu-west-1`);
  // The SDK for JavaScript does not read the second variable; the AWS CLI reads no other.
  const home = region ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION']);
  const connection = {
    ...(typeof home === 'string' && home !== '' && { region: home }),
    ...(typeof profile === 'string' && { profile }),
  };
  return { kind: 'target', stackName, connection, local: null, options };
}

function repeated(chosen: Chosen): string {
  const given = Object.keys(SHARED_OPTIONS).filter((name) => typeof chosen[name] === 'string');
  return given.map((name) => ` --${name} ${shellWord(String(chosen[name]))}`).join('');
}

function localTarget(
  known: Pick<Target, 'stackName' | 'options'>,
  url: string,
  aws: object,
): Target | Misuse {
  const name = Object.entries(aws).find(([, value]) => value !== undefined)?.[0];
  if (name !== undefined) return misuse(`--local asks no AWS, and --${name} does; give one`);
  if (!LOCAL.test(url))
    return misuse(
      `--local ${JSON.stringify(url)}: allowed is the address that npm start -- --keep prints, such as http://127.0.0.1:4566`,
    );
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const connection = { region: 'us-east-1', endpoint: url, credentials };
  return { kind: 'target', ...known, connection, local: url };
}
