// launch-denied explain: wires its options to the world.
import type { Ask } from './decode';
import { type Given, optionHelp, type Options, readArguments } from './command-line';
import { type Form, FORMS } from '../core/forms/forms';
import type { Simulate } from '../core/simulate/simulator';
import { EXIT, explainCommand, type ExplainOptions } from './explain';
import { loadPart } from './load-part';
import { print, stdout } from './output';
import { terminalOf } from './terminal';

const FORM_NAMES = Object.keys(FORMS).join(', ');

const OPTIONS = {
  json: { help: 'print the explanations as JSON' },
  offline: { help: 'never ask STS to decode a message' },
  fix: { value: 'form', help: `print only what to paste: ${FORM_NAMES}` },
  'whole-launch': {
    help: 'with --fix: allow all that the launch lacks, not the denied pair alone',
  },
  simulate: { help: 'ask the IAM policy simulator what else the launch lacks' },
  profile: { value: 'name', help: 'AWS profile to ask with' },
  region: { value: 'name', help: 'Region to decode in, in place of the one the text names' },
  help: { help: 'print this' },
} as const satisfies Options;

const HELP = `Usage: launch-denied explain [options] [file, text or reason code …]

Explains the denials in a file, a text or standard input: errors of the AWS CLI, SDKs, Terraform and
other tools, encoded and decoded messages, CloudTrail records (.json, .json.gz). A reason code prints
what it means.

Options:
${optionHelp(OPTIONS)}

Examples:
  launch-denied explain error.txt
  terraform apply 2>&1 | launch-denied explain
  launch-denied explain --offline 'You are not authorized to perform this operation. …'
  launch-denied explain --json --profile dev events.json.gz
  launch-denied explain --fix terraform error.txt
  launch-denied explain --simulate --profile dev error.txt
  launch-denied explain PERMISSIONS_BOUNDARY_NO_ALLOW

A whole encoded message is sent to STS, with the credentials of the AWS CLI. Any principal of the
account where the request was denied may decode it with sts:DecodeAuthorizationMessage; it need not
be the one that was denied. --simulate asks iam:SimulatePrincipalPolicy about every permission of the
launch, with the same credentials.

--fix prints one policy for each principal, for all denials given; how sure it is stands on standard
error. Nothing is ever changed in AWS.

Exit status: 0 explained, 1 failed, 2 nothing found or wrong usage.
`;

/** Runs the command; resolves to its exit status. */
export async function runExplain(args: readonly string[]): Promise<number> {
  const given = readArguments(args, OPTIONS);
  if (given.kind === 'refused') {
    note(`${given.why}; see launch-denied explain --help`);
    return EXIT.nothing;
  }
  if (given.options['help'] === true) {
    print(HELP);
    return EXIT.explained;
  }
  if (given.words.length === 0 && process.stdin.isTTY)
    note('reading standard input; end with Ctrl-D');
  const wanted = readWanted(given.options);
  if (wanted.kind === 'refused') {
    note(`${wanted.why}; see launch-denied explain --help`);
    return EXIT.nothing;
  }
  return explainCommand(given.words, wanted.options, {
    terminal: terminalOf(stdout(), process.env),
    ask: askFor(given.options),
    simulate: simulatorFor(given.options),
    out: print,
    note,
  });
}

function note(text: string): void {
  process.stderr.write(`launch-denied: ${text}\n`);
}

type Chosen = Extract<Given, { kind: 'given' }>['options'];

type Wanted =
  | { readonly kind: 'wanted'; readonly options: ExplainOptions }
  | { readonly kind: 'refused'; readonly why: string };

function readWanted({ json, fix, 'whole-launch': wholeLaunch, offline, simulate }: Chosen): Wanted {
  if (offline === true && simulate === true)
    return { kind: 'refused', why: '--offline asks AWS nothing, and --simulate asks it; give one' };
  if (fix === undefined && wholeLaunch === true)
    return { kind: 'refused', why: '--whole-launch says what --fix prints; give --fix too' };
  if (fix === undefined) return { kind: 'wanted', options: { json: json === true } };
  if (json === true)
    return { kind: 'refused', why: '--json prints explanations, and --fix a policy; give one' };
  if (!isForm(fix))
    return { kind: 'refused', why: `--fix ${JSON.stringify(fix)}: allowed are ${FORM_NAMES}` };
  return {
    kind: 'wanted',
    options: { json: false, fix: { form: fix, wholeLaunch: wholeLaunch === true } },
  };
}

function isForm(text: string | boolean): text is Form {
  return typeof text === 'string' && Object.hasOwn(FORMS, text);
}

/** AWS answers in every Region; this one serves where neither the text nor the user names one. */
const ANY_REGION = 'us-east-1';

function homeRegion(region: string | boolean | undefined): string {
  const named = typeof region === 'string' ? region : undefined;
  return named ?? process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'] ?? ANY_REGION;
}

function askFor({ offline, profile, region }: Chosen): Ask {
  if (offline === true) return null;
  const home = homeRegion(undefined);
  let decode: NonNullable<Ask> | undefined;
  return (encoded, inRegion) => {
    decode ??= loadPart('clients').stsDecoder(home, {
      ...(typeof region === 'string' && { onlyRegion: region }),
      ...(typeof profile === 'string' && { profile }),
    });
    return decode(encoded, inRegion);
  };
}

function simulatorFor({ simulate, profile, region }: Chosen): Simulate | null {
  if (simulate !== true) return null;
  let ask: Simulate | undefined;
  return (query) => {
    const chosen = typeof profile === 'string' ? { profile } : {};
    ask ??= loadPart('clients').iamSimulator(homeRegion(region), chosen);
    return ask(query);
  };
}
