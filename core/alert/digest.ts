// grouped → [alert]: the message that sums up a day.
import type { Explanation } from '../contract';
import type { Digest, DigestLine, DigestSection } from '../group/digest';
import { digestCounts, grouped } from '../group/sentences';
import { inert } from '../render/inert';
import { plainText } from '../render/plain-text';
import type { Section } from '../render/section';
import type { FaceOptions } from './alert';
import { chatText } from './chat-text';
import { type Email, WIDTH } from './email';
import { chatList, lineWithin } from './folded';
import { groupCode } from './group-name';
import type { Notification } from './notification';
import { explanationFor } from './public-explanation';
import { withoutNames } from './public-names';
import { clipped } from './text-size';
import { WORDS } from './words';

/** A digest, with the explanations of the causes that it names, by fingerprint. */
export interface DigestMessage {
  readonly digest: Digest;
  /** One that is lost is told of by the line's own summary. */
  readonly explanations: ReadonlyMap<string, Explanation>;
}

const LONGEST_SUMMARY = 300;

const SECTIONS = ['new', 'regressed', 'loudest', 'stillOpen'] as const;

interface Part {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Writes the digest as an e-mail. */
export function digestEmail(message: DigestMessage, options: FaceOptions): Email {
  const subject = titleOf(message);
  const lists = partsOf(message, options).map(({ title, lines }): Section => ({
    kind: 'list',
    title,
    items: lines,
  }));
  const sections: readonly Section[] = [
    { kind: 'lead', text: `${subject}.` },
    ...lists,
    ...quietWords(message).map((text): Section => ({ kind: 'lead', text })),
    { kind: 'lead', text: WORDS.seeMore },
    { kind: 'code', text: WORDS.show },
  ];
  return { subject, body: plainText(sections, { width: WIDTH }) };
}

/** Writes the digest for chat. */
export function digestChat(message: DigestMessage, options: FaceOptions): Notification {
  const parts = partsOf(message, options).flatMap(({ title, lines }) => [
    `*${title}*`,
    ...lines.map((line) => `• ${chatText(line, LONGEST_SUMMARY)}`),
  ]);
  return chatList('digest', titleOf(message), [...parts, ...quietWords(message)]);
}

function titleOf({ digest: { total } }: DigestMessage): string {
  return `${WORDS.digest}: ${digestCounts(total)}`;
}

function partsOf(message: DigestMessage, options: FaceOptions): readonly Part[] {
  return SECTIONS.flatMap((name) => {
    const section = message.digest[name];
    if (section.lines.length === 0) return [];
    return [{ title: WORDS.sections[name], lines: linesOf(section, message, options) }];
  });
}

function linesOf(
  { lines, more }: DigestSection,
  message: DigestMessage,
  options: FaceOptions,
): readonly string[] {
  const written = lines.map((line) => lineOf(line, message, options));
  return more > 0 ? [...written, WORDS.more(more)] : written;
}

function lineOf(line: DigestLine, message: DigestMessage, options: FaceOptions): string {
  const summary = summaryOf(line, message, options);
  const held = line.heldBack > 0 ? `; ${grouped(line.heldBack)} not alerted` : '';
  return `${summary} (${digestCounts(line)}${held}): ${groupCode(line.fingerprint)}`;
}

function summaryOf(
  { fingerprint, summary }: DigestLine,
  { explanations }: DigestMessage,
  { privacy }: FaceOptions,
): string {
  const explanation = explanations.get(fingerprint);
  if (explanation !== undefined)
    return lineWithin(explanationFor(explanation, privacy), LONGEST_SUMMARY / 2);
  const left = privacy === 'full' ? summary : withoutNames(clipped(summary, LONGEST_SUMMARY * 4));
  return clipped(inert(left), LONGEST_SUMMARY / 2);
}

function quietWords({ digest: { quiet } }: DigestMessage): readonly string[] {
  return quiet.causes === 0 ? [] : [WORDS.quiet(quiet.causes, quiet.denials)];
}
