// grouped → [alert]: text that Slack and Microsoft Teams show and never act on.
import { inert } from '../render/inert';
import { clipped } from './text-size';

/** What begins markup, a mention or a link in Slack or Teams, and what looks like it and is read only. */
const LOOK_ALIKES = [
  ['<', '‹'],
  ['>', '›'],
  ['&', '＆'],
  ['*', '∗'],
  ['_', '＿'],
  ['~', '∼'],
  ['@', '＠'],
  ['`', 'ʼ'],
  ['[', '［'],
  [']', '］'],
  ['#', '＃'],
  ['|', '｜'],
  // What inert writes begins with a backslash; every other mark is replaced by one character.
  ['\\', '＼'],
] as const;

/** An address becomes a link without any markup. */
const ADDRESSES = [
  [/:\/\//g, '：//'],
  [/(www)\./gi, '$1．'],
  [/(mailto|tel):/gi, '$1：'],
] as const;

/** Writes prose so that nothing in it is markup, a mention or a link. */
export function chatText(text: string, most: number): string {
  const unlinked = ADDRESSES.reduce<string>(
    (rest, [link, by]) => rest.replace(link, by),
    inert(text),
  );
  const shown = LOOK_ALIKES.reduce<string>(
    (rest, [mark, by]) => rest.replaceAll(mark, by),
    unlinked,
  );
  return clipped(shown, most);
}

/** Characters that end a block of code, or that a platform reads within one. */
const ENDING = /[`<>&@]/g;

/** Writes JSON as a block of code; the characters that could end it are written as JSON escapes. */
export function chatJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2).split('\n').map(inert).join('\n');
  return codeBlock(json.replace(ENDING, escaped));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Writes commands, of which nothing can end the block, as a block of code. */
export function codeBlock(text: string): string {
  return `\`\`\`\n${text}\n\`\`\``;
}

/** An address of our own in which nothing ends the link or is read as a mention. */
export function chatLink(url: string): string {
  return url.replace(
    /[^\w:/?#.=%&+,;-]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}
