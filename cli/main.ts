// launch-denied: the command. Wires options to the world; SDK clients are loaded by who needs them.
import { Command } from 'commander';
import { version } from '../package.json';
import { withMessagesLast } from './arguments';
import type { Ask } from './decode';
import { EXIT, explainCommand } from './explain';
import { terminalOf } from './terminal';

interface Options {
  readonly json?: boolean;
  readonly offline?: boolean;
  readonly profile?: string;
  readonly region?: string;
}

/** STS answers in every Region; this one serves where neither the text nor the user names one. */
const ANY_REGION = 'us-east-1';

const EXAMPLES = `
Examples:
  launch-denied explain error.txt                       a saved error, log or CloudTrail file (.json, .json.gz)
  terraform apply 2>&1 | launch-denied explain          the output of a tool
  launch-denied explain --offline 'You are not …'       a pasted text, without asking STS
  launch-denied explain --json --profile dev error.txt  for programs
  launch-denied explain PERMISSIONS_BOUNDARY_NO_ALLOW   what a reason code means

Exit status: 0 explained, 1 failed, 2 nothing found or wrong usage.`;

function program(): Command {
  const command = new Command('launch-denied')
    .description('Tells why AWS refused an EC2 launch, and what to change.')
    .version(version)
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? EXIT.explained : EXIT.nothing);
    });
  command
    .command('explain')
    .description('Explains the denials in a text, a file, standard input, or a reason code.')
    .argument(
      '[input...]',
      'a file, a text, a reason code; standard input where it is left out or -',
    )
    .option('--json', 'print the explanations as JSON')
    .option('--offline', 'never ask STS to decode a message')
    .option('--profile <name>', 'AWS profile to decode with')
    .option('--region <name>', 'Region to decode in, in place of the one the text names')
    .addHelpText('after', EXAMPLES)
    .action(run);
  return command;
}

async function run(words: readonly string[], options: Options): Promise<void> {
  if (words.length === 0 && process.stdin.isTTY) note('reading standard input; end with Ctrl-D');
  process.exitCode = await explainCommand(
    words,
    { json: options.json === true },
    {
      terminal: terminalOf(process.stdout, process.env),
      ask: askFor(options),
      out: (text) => process.stdout.write(text),
      note,
    },
  );
}

function note(text: string): void {
  process.stderr.write(`launch-denied: ${text}\n`);
}

function askFor({ offline, profile, region }: Options): Ask {
  if (offline) return null;
  // The SDK announces on Node 20 what its later versions will need; this version runs there.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const chosen = {
    ...(region === undefined ? {} : { onlyRegion: region }),
    ...(profile === undefined ? {} : { profile }),
  };
  const home = process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'] ?? ANY_REGION;
  return async (encoded, inRegion) => {
    const { stsDecoder } = await import('../adapters/sts-decoder');
    return stsDecoder(home, chosen)(encoded, inRegion);
  };
}

void program().parseAsync([...withMessagesLast(process.argv)]);
