// launch-denied explain: wires its options to the world.
import type { Ask } from './decode';
import { type Given, optionHelp, type Options, readArguments } from './command-line';
import { EXIT, explainCommand } from './explain';
import { loadDecoder } from './load-decoder';
import { print, stdout } from './output';
import { terminalOf } from './terminal';

const OPTIONS = {
  json: { help: 'print the explanations as JSON' },
  offline: { help: 'never ask STS to decode a message' },
  profile: { value: 'name', help: 'AWS profile to decode with' },
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
  launch-denied explain PERMISSIONS_BOUNDARY_NO_ALLOW

A whole encoded message is sent to STS, with the credentials of the AWS CLI. Any principal of the
account where the request was denied may decode it with sts:DecodeAuthorizationMessage; it need not
be the one that was denied.

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
  return explainCommand(
    given.words,
    { json: given.options['json'] === true },
    {
      terminal: terminalOf(stdout(), process.env),
      ask: askFor(given.options),
      out: print,
      note,
    },
  );
}

function note(text: string): void {
  process.stderr.write(`launch-denied: ${text}\n`);
}

/** STS answers in every Region; this one serves where neither the text nor the user names one. */
const ANY_REGION = 'us-east-1';

function askFor({ offline, profile, region }: Extract<Given, { kind: 'given' }>['options']): Ask {
  if (offline === true) return null;
  // The SDK announces on Node 20 what its later versions will need; this version runs there.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const home = process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'] ?? ANY_REGION;
  let decode: NonNullable<Ask> | undefined;
  return (encoded, inRegion) => {
    decode ??= loadDecoder().stsDecoder(home, {
      ...(typeof region === 'string' && { onlyRegion: region }),
      ...(typeof profile === 'string' && { profile }),
    });
    return decode(encoded, inRegion);
  };
}
