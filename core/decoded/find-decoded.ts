// text → [decoded messages in it] → explained
import type { DecodedMessage } from '../evidence';
import { readDecodedMessage } from './decoded-message';
import { withoutDecoration } from './decoration';
import { parseJson, readLoose } from './loose-json';
import { asMessage, type Fields, isFields } from './message-evidence';

/** Without one of these a text holds no decoded message; in several, since a line end may break one. */
const TRACE =
  /explicitDeny|matchedStatements|DecodedMessage|(?:context|principal)(?:[\W_]|&\w{4};){0,12}[:={]/;
/** Messages in strings in strings: the answer of STS, in a log line, in a ticket. */
const LAYERS = 5;
const DEEPEST = 40;
/** Keys that tell a message that a tool wrote in lower case. */
const LOWER = /explicitdeny|matchedstatements/;
const CASED: readonly string[] = [
  'explicitDeny',
  'matchedStatements',
  'statementId',
  'principalGroups',
  'DecodedMessage',
];

/** Finds the decoded messages in a text, in whatever form and however cut they stand there. */
export function findDecodedMessages(text: string): readonly DecodedMessage[] {
  const cased = withCase(text);
  if (!TRACE.test(cased)) return [];
  const read = messagesIn(cased, LAYERS)
    .filter((value) => !isDescription(value))
    .map((value) => readDecodedMessage(value));
  const found = read.filter((message) => message !== null);
  return found.length < 2 ? found : withoutHalves(withoutRepeats(found));
}

function withCase(text: string): string {
  if (!LOWER.test(text)) return text;
  return CASED.reduce((said, key) => said.replaceAll(key.toLowerCase(), key), text);
}

function messagesIn(text: string, layers: number): readonly Fields[] {
  const whole = parseJson(text);
  const values = whole === undefined ? readLoose(withoutDecoration(text)) : [whole];
  return values.flatMap((value) => messagesOf(value, layers, DEEPEST));
}

function messagesOf(value: unknown, layers: number, depth: number): readonly Fields[] {
  if (typeof value === 'string')
    return layers > 1 && TRACE.test(value) ? messagesIn(value, layers - 1) : [];
  if (depth === 0 || !isFields(value)) return [];
  const message = asMessage(value);
  if (message !== null) return [message];
  return Object.values(value).flatMap((inner) => messagesOf(inner, layers, depth - 1));
}

/** The same message is often shown as STS sent it and again as a tool laid it out. */
function withoutRepeats(messages: readonly DecodedMessage[]): readonly DecodedMessage[] {
  return [...new Map(messages.map((message) => [JSON.stringify(message), message])).values()];
}

/** A message without a request before one without a verdict: one message that came apart. */
function withoutHalves(messages: readonly DecodedMessage[]): readonly DecodedMessage[] {
  const whole: DecodedMessage[] = [];
  for (const message of messages) {
    const before = whole.at(-1);
    if (before && isVerdictOnly(before) && isRequestOnly(message)) {
      const { explicitDeny, matchedStatements } = before;
      whole.splice(-1, 1, { ...message, explicitDeny, matchedStatements });
    } else whole.push(message);
  }
  return whole;
}

function isVerdictOnly(message: DecodedMessage): boolean {
  const { action, resource, principalId, principalArn, conditions } = message;
  return [action, resource, principalId, principalArn, conditions[0] ?? null].every(isNull);
}

function isRequestOnly({ explicitDeny, matchedStatements }: DecodedMessage): boolean {
  return explicitDeny === null && matchedStatements.length === 0;
}

function isNull(field: unknown): boolean {
  return field === null;
}

/** A manual describes the form by the type of each field. */
function isDescription({ context }: Fields): boolean {
  return isFields(context) && context['action'] === 'string';
}
