// grouped → [alert]: one message about many groups, each on a line of its own.
import { inAccount } from '../account-name';
import type { Explanation } from '../contract';
import { denials as denialsOf, foldedTitle } from '../group/sentences';
import { inert } from '../render/inert';
import { plainText } from '../render/plain-text';
import type { Alert, FaceOptions } from './alert';
import { chatText } from './chat-text';
import { type Email, WIDTH } from './email';
import { groupCode } from './group-name';
import { CHAT_LIMITS, describedBy, type Notification } from './notification';
import { explanationFor } from './public-explanation';
import { clipped } from './text-size';
import { WORDS } from './words';

/** So many causes always fit into one message of SNS, whatever they name; more are for another message. */
export const MOST_FOLDED = 500;

/** Characters of the first line of an explanation; so short that 500 lines fit into one message. */
const LONGEST_LINE = 160;

/** Of them the account with its name, which is 64 characters at most. */
const LONGEST_ACCOUNT = 88;

/** The first line of an explanation with the account, if it has a name, in so many characters at most. */
export function lineWithin({ summary, event }: Explanation, most: number): string {
  const account = clipped(inert(inAccount(event)), LONGEST_ACCOUNT);
  return `${clipped(inert(summary), most - account.length)}${account}`;
}

function titleOf(alerts: readonly Alert[]): string {
  const fresh = alerts.filter(({ kind }) => kind === 'new').length;
  const denials = alerts.reduce((sum, { count }) => sum + count, 0);
  return `${foldedTitle(alerts.length, fresh)}, ${denialsOf(denials)}`;
}

function lineOf(alert: Alert, { privacy }: FaceOptions): string {
  const line = lineWithin(explanationFor(alert.explanation, privacy), LONGEST_LINE);
  return `${line} (${denialsOf(alert.count)}): ${groupCode(alert.fingerprint)}`;
}

/** Writes one e-mail about many groups; beyond {@link MOST_FOLDED} it says how many it leaves out. */
export function foldedEmail(alerts: readonly Alert[], options: FaceOptions): Email {
  const lines = alerts.slice(0, MOST_FOLDED).map((alert) => lineOf(alert, options));
  const left = alerts.length - lines.length;
  const items = left > 0 ? [...lines, WORDS.more(left)] : lines;
  const body = plainText(
    [
      { kind: 'lead', text: `${titleOf(alerts)}.` },
      { kind: 'list', title: WORDS.folded, items },
      { kind: 'lead', text: WORDS.seeMore },
      { kind: 'code', text: WORDS.show },
      ...(options.privacy === 'full' ? [] : [{ kind: 'lead', text: WORDS.withheld } as const]),
    ],
    { width: WIDTH },
  );
  return { subject: titleOf(alerts), body };
}

/** Characters of a line in chat, so that about a dozen fit. */
const LONGEST_CHAT_LINE = 200;

/** Writes one chat message about many groups; the lines that do not fit are counted. */
export function foldedChat(alerts: readonly Alert[], { privacy }: FaceOptions): Notification {
  const lines = alerts.map((alert) => {
    const ending = ` (${denialsOf(alert.count)}): ${groupCode(alert.fingerprint)}`;
    const room = LONGEST_CHAT_LINE - ending.length;
    const line = lineWithin(explanationFor(alert.explanation, privacy), room);
    return `• ${chatText(line, room)}${ending}`;
  });
  return chatList('folded', titleOf(alerts), lines);
}

const ROOM_FOR_MORE = 40;

/** Writes a chat message of a title and lines; the lines that do not fit are counted. */
export function chatList(
  kind: 'folded' | 'digest',
  words: string,
  lines: readonly string[],
): Notification {
  const title = chatText(words, CHAT_LIMITS.title);
  const shown = fitting(lines, CHAT_LIMITS.description - ROOM_FOR_MORE);
  const left = lines.length - shown.length;
  return {
    version: '1.0',
    source: 'custom',
    id: `launch-denied-${kind}`,
    content: {
      textType: 'client-markdown',
      title,
      description: describedBy(left > 0 ? [...shown, WORDS.more(left)] : shown),
    },
    metadata: {
      threadId: `launch-denied-${kind}`,
      summary: title,
      eventType: `launch-denied-${kind}`,
    },
  };
}

function fitting(lines: readonly string[], room: number): readonly string[] {
  let length = 0;
  const end = lines.findIndex((line) => (length += line.length + 1) > room);
  return end < 0 ? lines : lines.slice(0, end);
}
