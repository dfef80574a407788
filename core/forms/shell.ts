// suggested → [forms]: commands for a POSIX shell; text to be pasted, never run by this program.
import { visible } from './texts';

/** Writes a text as one word that the shell does not change. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A long option of a command with its value. */
export type Option = readonly [name: string, value: string];

/** Writes a command of the AWS CLI, one option a line. */
export function awsCommand(operation: string, options: readonly Option[]): string {
  return [`aws ${operation}`, ...options.map(optionText)].join(' \\\n  ');
}

function optionText([name, value]: Option): string {
  // A value that begins with a dash would be read as an option.
  const join = value.startsWith('-') ? '=' : ' ';
  return `--${name}${join}${shellWord(value)}`;
}

/** Whether a text means itself as a value of the AWS CLI, which reads files named by `file://`. */
export function isArgument(text: string): boolean {
  return visible(text) === text && !/^[a-z]+:\/\//i.test(text);
}

/**
 * Writes sentences as comments; they hold letters, digits and `,.:-/` only, because shells that
 * take no comments at their prompt read them as a command.
 */
export function comments(sentences: readonly string[]): string {
  return sentences.map((sentence) => `# ${sentence}\n`).join('');
}
