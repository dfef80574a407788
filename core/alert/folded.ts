// grouped → [alert]: one message about many groups, each on a line of its own.
import { foldedTitle } from '../group/sentences';
import { inert } from '../render/inert';
import { plainText } from '../render/plain-text';
import type { Alert, FaceOptions } from './alert';
import { chatText } from './chat-text';
import { type Email, LARGEST_BODY, WIDTH } from './email';
import { groupCode, groupName } from './group-name';
import { CHAT_LIMITS, describedBy, type Notification } from './notification';
import { explanationFor } from './public-explanation';
import { clipped, utf8Bytes } from './text-size';
import { WORDS } from './words';

/** So many causes always fit into one message of SNS, whatever they name; more are for another message. */
export const MOST_FOLDED = 500;

/** How a line is written: with the fingerprint, or short where that would be too much for one message. */
interface Layout {
  /** Characters of the first line of an explanation. */
  readonly longest: number;
  readonly groupOf: (fingerprint: string) => string;
}

function layoutsOf({ privacy }: FaceOptions) {
  return {
    roomy: { longest: 160, groupOf: (fingerprint: string) => groupName(fingerprint, privacy) },
    tight: { longest: 80, groupOf: groupCode },
  } as const satisfies Record<string, Layout>;
}

function titleOf(alerts: readonly Alert[]): string {
  const fresh = alerts.filter(({ kind }) => kind === 'new').length;
  const denials = alerts.reduce((sum, { count }) => sum + count, 0);
  return `${foldedTitle(alerts.length, fresh)} of denied launches, ${WORDS.denials(denials)}`;
}

function lineOf(alert: Alert, { privacy }: FaceOptions, { longest, groupOf }: Layout): string {
  const summary = inert(explanationFor(alert.explanation, privacy).summary);
  return `${clipped(summary, longest)} (${WORDS.denials(alert.count)}): ${groupOf(alert.fingerprint)}`;
}

/** Writes one e-mail about many groups; beyond {@link MOST_FOLDED} it says how many it leaves out. */
export function foldedEmail(alerts: readonly Alert[], options: FaceOptions): Email {
  const { roomy, tight } = layoutsOf(options);
  const body = bodyOf(alerts, options, roomy);
  const isTaken = utf8Bytes(body) <= LARGEST_BODY;
  return { subject: titleOf(alerts), body: isTaken ? body : bodyOf(alerts, options, tight) };
}

function bodyOf(alerts: readonly Alert[], options: FaceOptions, layout: Layout): string {
  const lines = alerts.slice(0, MOST_FOLDED).map((alert) => lineOf(alert, options, layout));
  const left = alerts.length - lines.length;
  const items = left > 0 ? [...lines, WORDS.more(left)] : lines;
  return plainText(
    [
      { kind: 'lead', text: `${titleOf(alerts)}.` },
      { kind: 'list', title: WORDS.folded, items },
      { kind: 'lead', text: WORDS.seeMore },
      { kind: 'code', text: WORDS.show },
      ...(options.privacy === 'full' ? [] : [{ kind: 'lead', text: WORDS.withheld } as const]),
    ],
    { width: WIDTH },
  );
}

/** Characters of a line in chat, so that about a dozen fit. */
const LONGEST_CHAT_LINE = 200;

/** Writes one chat message about many groups; the lines that do not fit are counted. */
export function foldedChat(alerts: readonly Alert[], { privacy }: FaceOptions): Notification {
  const lines = alerts.map((alert) => {
    const { summary } = explanationFor(alert.explanation, privacy);
    const ending = ` (${WORDS.denials(alert.count)}): ${groupCode(alert.fingerprint)}`;
    return `• ${chatText(summary, LONGEST_CHAT_LINE - ending.length)}${ending}`;
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
