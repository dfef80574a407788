// grouped → [alert]: the message that sums up a day.
import { digestCounts } from '../group/sentences';
import { inert } from '../render/inert';
import { plainText } from '../render/plain-text';
import type { FaceOptions } from './alert';
import { chatText } from './chat-text';
import { type Email, WIDTH } from './email';
import { chatList } from './folded';
import type { Notification } from './notification';
import { withoutNames } from './public-names';
import { clipped } from './text-size';
import { WORDS } from './words';

/** One cause of the day. */
export interface DigestRow {
  /** The first line of its explanation; with privacy, of what `explanationFor` returns. */
  readonly summary: string;
  /** Denials of the day. */
  readonly count: number;
  /** Denials of the day before. */
  readonly before: number;
}

/** Causes of one kind, such as the new ones, in order. */
export interface DigestPart {
  readonly title: string;
  readonly rows: readonly DigestRow[];
}

const LONGEST_SUMMARY = 300;

/** Rows of a section; the digest's own limits are far below. */
const MOST_ROWS = 50;

function titleOf(sections: readonly DigestPart[]): string {
  const causes = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  return `${WORDS.digest}: ${WORDS.causes(causes)}`;
}

function lineOf({ summary, count, before }: DigestRow, { privacy }: FaceOptions): string {
  const text = privacy === 'full' ? summary : withoutNames(clipped(summary, LONGEST_SUMMARY * 4));
  return `${clipped(inert(text), LONGEST_SUMMARY)} (${digestCounts({ count, before })})`;
}

/** Writes the digest as an e-mail. */
export function digestEmail(sections: readonly DigestPart[], options: FaceOptions): Email {
  const parts = sections.map(({ title, rows }) => ({
    kind: 'list' as const,
    title,
    items: [
      ...rows.slice(0, MOST_ROWS).map((row) => lineOf(row, options)),
      ...(rows.length > MOST_ROWS ? [WORDS.more(rows.length - MOST_ROWS)] : []),
    ],
  }));
  const subject = titleOf(sections);
  const body = plainText([{ kind: 'lead', text: `${subject}.` }, ...parts], { width: WIDTH });
  return { subject, body };
}

/** Writes the digest for chat. */
export function digestChat(sections: readonly DigestPart[], options: FaceOptions): Notification {
  const lines = sections.flatMap(({ title, rows }) =>
    rows.length === 0
      ? []
      : [
          `*${title}*`,
          ...rows.map((row) => `• ${chatText(lineOf(row, options), LONGEST_SUMMARY)}`),
        ],
  );
  return chatList('digest', titleOf(sections), lines);
}
