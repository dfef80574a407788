// text → [decoded messages in it] → explained
import type { DecodedMessage } from '../evidence';
import { readDecodedMessage } from './decoded-message';
import { withoutDecoration } from './decoration';
import { asMessage, type Fields, isFields } from './message-evidence';
import { parseJson, readLoose } from './loose-json';

/** Without one of these words a text holds no decoded message. */
const WORDS = /explicitDeny|matchedStatements|context|DecodedMessage|principal/;
/** Messages in strings in strings: the answer of STS, in a log line, in a ticket. */
const LAYERS = 5;
const DEEPEST = 40;

/** Finds the decoded messages in a text, in whatever form and however cut they stand there. */
export function findDecodedMessages(text: string): readonly DecodedMessage[] {
  if (!WORDS.test(text)) return [];
  const once = new Map<string, DecodedMessage>();
  for (const value of messagesIn(text, LAYERS)) {
    const message = readDecodedMessage(value);
    if (message !== null) once.set(JSON.stringify(message), message);
  }
  return [...once.values()];
}

function messagesIn(text: string, layers: number): readonly Fields[] {
  if (layers === 0) return [];
  const whole = parseJson(text);
  const values = whole === undefined ? readLoose(withoutDecoration(text)) : [whole];
  return values.flatMap((value) => messagesOf(value, layers, DEEPEST));
}

function messagesOf(value: unknown, layers: number, depth: number): readonly Fields[] {
  if (typeof value === 'string') return WORDS.test(value) ? messagesIn(value, layers - 1) : [];
  if (depth === 0 || !isFields(value)) return [];
  const message = asMessage(value);
  if (message !== null) return [message];
  return Object.values(value).flatMap((inner) => messagesOf(inner, layers, depth - 1));
}
