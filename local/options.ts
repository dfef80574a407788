// The command line of `npm start`.
import { parseArgs } from 'node:util';
import { messageOf } from './error-message';

/** A mistake of whoever typed the command: one sentence, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the command line asks for. */
export interface Options {
  /** The reader's own records; none plays the demo. */
  readonly files: readonly string[];
  readonly keep: boolean;
  /** Whether the groups are shown in a browser afterwards. */
  readonly dashboard: boolean;
  /** Whether the demo comes from two Regions and from member accounts. */
  readonly organization: boolean;
  readonly json: boolean;
  /** Denials of one cause to play in place of the demo; null for none. */
  readonly storm: number | null;
  readonly help: boolean;
}

export const HELP = `Launch Denied without AWS: the deployed way on this machine.

  npm start                    plays the demo denials and shows each e-mail
  npm start -- FILE...         sends your own CloudTrail records through: an EventBridge event, a record,
                               {"Records": [...]}, or one of these on each line; .gz or not

  --organization               plays the demo as the hub of an organization: denials of two Regions and of
                               three member accounts, each decoded in its own
  --storm N                    sends N denials of one cause, and shows what is left of them: two e-mails
  --dashboard                  shows the groups in a browser: the demo as if it had happened within two
                               weeks, or your own records; Ctrl-C ends it
  --keep                       leaves everything up afterwards and says how to send events; Ctrl-C ends it
  --json                       prints the result as JSON
  --help                       prints this
`;

const flag = { type: 'boolean', default: false } as const;

/** Reads the arguments; throws UsageError for an option it does not know. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        keep: flag,
        dashboard: flag,
        organization: flag,
        json: flag,
        storm: { type: 'string' },
        help: { ...flag, short: 'h' },
      },
    });
    const foreign = values.dashboard
      ? (['json', 'storm'] as const).find((one) => values[one])
      : null;
    if (foreign)
      throw new UsageError(`--dashboard shows the demo or files; give it without --${foreign}`);
    const storm = stormIn(values.storm);
    if (values.organization && (storm !== null || positionals.length > 0))
      throw new UsageError('--organization plays the demo; give it without --storm and files');
    return { ...values, storm, files: positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const [problem = ''] = messageOf(error).split('. ');
    const sentence = problem.charAt(0).toLowerCase() + problem.slice(1);
    throw new UsageError(
      `${sentence}: use --dashboard, --organization, --keep, --json, --storm N, --help, or names of files`,
    );
  }
}

/** With more, the emulators would take minutes. */
const LARGEST_STORM = 10_000;

function stormIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  const denials = Number(text);
  if (Number.isInteger(denials) && denials > 0 && denials <= LARGEST_STORM) return denials;
  throw new UsageError(
    `--storm ${text}: give a whole number of denials from 1 to ${LARGEST_STORM}`,
  );
}
