// An encoded message without an error around it: in the command that decodes it, or bare.
import { readEncodedMessage } from '../message/encoded-message';
import { type Finding, NOTHING_FOUND } from './finding';

/** `--encoded-message`, misspelt, with one dash, with a long dash of a word processor; `EncodedMessage=`. */
const OPTION =
  /(?:[-–—]{1,2}encoded[-_ ]?mess?[age]{0,4}|\bEncodedMessage["']?|\bencoded_message["']?)(?:[ \t]{0,9}[:=][ \t]{0,9}|\s{1,99})/gi;
/** The shortest excerpt that nobody types as a placeholder. */
const SHORTEST = 20;
/** A bare message may stand between a few words, and is longer than they are. */
const FEW_WORDS = 200;
const LONG_RUN = /(?<![\w./+%-])[A-Za-z0-9_-]{60,}/;

/** Finds the encoded messages that commands and calls of DecodeAuthorizationMessage carry. */
export function messagesInCommands(text: string): readonly Finding[] {
  return [...text.matchAll(OPTION)]
    .map((option) => readEncodedMessage(text.slice(option.index + option[0].length)))
    .filter((message) => message.length >= SHORTEST)
    .map((message) => ({ ...NOTHING_FOUND, message }));
}

/** Finds the encoded message that a text consists of, apart from a few words. */
export function bareMessage(text: string): Finding | null {
  const start = LONG_RUN.exec(text)?.index;
  if (start === undefined) return null;
  const message = readEncodedMessage(text.slice(start));
  const words = text.length - message.length;
  return words <= FEW_WORDS && message.length >= FEW_WORDS ? { ...NOTHING_FOUND, message } : null;
}
