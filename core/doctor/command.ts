// facts → [check] → report: commands of the AWS CLI that mend what was found.
import { isArgument, shellWord } from '../forms/shell';

/** Where the commands act, and as whom. */
export interface Place {
  readonly region: string;
  /** Null where none was given. */
  readonly profile: string | null;
}

/** Options whose value the AWS CLI never reads as the address of a file. @see https://github.com/aws/aws-cli/blob/develop/awscli/paramfile.py */
const ADDRESSES: ReadonlySet<string> = new Set(['queue-url', 'notification-endpoint']);

/** A long option; one without a value is a flag. */
export type Option = readonly [name: string, value?: string];

/**
 * Writes a command in one line, such as `aws events enable-rule --name Rule --region eu-west-1`; null
 * where the AWS CLI or the shell would read another value.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters.html
 */
export function awsCli(operation: string, options: readonly Option[], place: Place): string | null {
  const { region, profile } = place;
  const all: readonly Option[] = [
    ...options,
    ['region', region],
    ...(profile === null ? [] : [['profile', profile] as const]),
  ];
  if (!all.every(isPrintable)) return null;
  return [`aws ${operation}`, ...all.map(optionText)].join(' ');
}

function isPrintable([name, value = '']: Option): boolean {
  return isArgument(ADDRESSES.has(name) ? value.replace(/^https:\/\//, '') : value);
}

function optionText([name, value]: Option): string {
  if (value === undefined) return `--${name}`;
  // A value that begins with a dash would be read as an option.
  return `--${name}${value.startsWith('-') ? '=' : ' '}${shellWord(value)}`;
}
