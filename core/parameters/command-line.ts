// suggested → [parameters]: options of the AWS CLI, for POSIX shells.
import { isArgument, shellWord } from '../forms/shell';
import { visible } from '../forms/texts';
import type { Branch, Tree, Value } from './change';

/** Values that the shorthand syntax takes as they are, with spaces only inside. */
const SHORTHAND = /^[\w./:@<](?:[\w ./:@<>*?+-]*[\w./:@<>*?+-])?$/;

/**
 * Writes options, one for each member; null where the command line cannot hold a value.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
export function optionsText(options: Branch): string | null {
  const texts = Object.entries(options).map(([name, value]) =>
    optionText(`--${kebab(name)}`, value),
  );
  return texts.every((text) => text !== null) ? texts.join(' ') : null;
}

/** Writes one option whose value is JSON. */
export function jsonOption(name: string, value: Tree): string {
  const gap = gapIn(value);
  return gap === null ? `${name} ${shellWord(json(value))}` : `# leave out ${gap} of ${name}`;
}

function optionText(name: string, value: Tree): string | null {
  if (value === null) return `# leave out ${name}`;
  if (typeof value === 'boolean') return value ? name : name.replace('--', '--no-');
  if (typeof value === 'object') return structureText(name, value);
  const text = String(value);
  if (!isArgument(text)) return null;
  // A value that begins with a dash would be read as an option.
  return `${name}${text.startsWith('-') ? '=' : ' '}${shellWord(text)}`;
}

function structureText(name: string, value: Branch | readonly Tree[]): string {
  const gap = gapIn(value);
  if (gap !== null) return `# leave out ${gap} of ${name}`;
  const items = isList(value) ? value : [value];
  const words = items.map((item) => (isBranch(item) ? members(item) : shorthand(item)));
  const isShort = words.every((word) => word !== null);
  return `${name} ${isShort ? words.map(shellWord).join(' ') : shellWord(json(value))}`;
}

/** The shorthand of a value inside of another; null where it has none. */
function shorthand(value: Tree): string | null {
  if (isList(value)) return enclosed('[', value.map(shorthand), ']');
  if (!isBranch(value)) return scalar(value);
  return enclosed('{', [members(value)], '}');
}

function members(branch: Branch): string | null {
  const texts = Object.entries(branch).map(([name, value]) => {
    const text = shorthand(value);
    return text === null ? null : `${name}=${text}`;
  });
  return enclosed('', texts, '');
}

function enclosed(open: string, texts: readonly (string | null)[], close: string): string | null {
  return texts.every((text) => text !== null) ? `${open}${texts.join(',')}${close}` : null;
}

function scalar(value: Value): string | null {
  const text = String(value);
  return SHORTHAND.test(text) && isArgument(text) ? text : null;
}

function json(value: Tree): string {
  return visible(JSON.stringify(value));
}

/** Names the first member that must not be given. */
function gapIn(value: Tree): string | null {
  const found = Object.entries(isBranch(value) || isList(value) ? value : {}).map(
    ([name, member]) => (member === null ? name : gapIn(member)),
  );
  return found.find((name) => name !== null) ?? null;
}

function isList(value: Tree): value is readonly Tree[] {
  return Array.isArray(value);
}

function isBranch(value: Tree): value is Branch {
  return typeof value === 'object' && value !== null && !isList(value);
}

function kebab(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
