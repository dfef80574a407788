// [text as people paste it] → denials → decoded → explained
import { findDecodedMessages } from '../decoded/find-decoded';
import { bareMessage, messagesInCommands } from './command';
import { codeFinding } from './error-code';
import type { Finding } from './finding';
import { refusalsIn } from './marks';
import { merged, withDecoded } from './merge';
import { findingOf } from './record-finding';
import { takeRecords } from './records';
import { findingIn, type Stretch } from './text-finding';
import { unescaped } from './unescape';

/** How much text before an error may tell the operation. */
const BEFORE = 2000;
/** Room for the longest encoded message with what follows it. */
const BEHIND = 12_000;

/**
 * Finds the denials in whatever text people have in hand: errors of tools and SDKs, log lines,
 * CloudTrail records, encoded and decoded messages. A text without a denial gives none.
 */
export function findDenials(given: string): readonly Finding[] {
  const text = undoubled(given);
  const { records, rest } = takeRecords(text);
  const plain = unescaped(rest);
  const found = merged([
    ...records.flatMap((record) => findingOf(record) ?? []),
    ...stretchesOf(plain).map(findingIn),
    ...messagesInCommands(plain),
  ]);
  const findings = withDecoded(found, findDecodedMessages(text));
  if (findings.length > 0 || records.length > 0) return findings;
  return [codeFinding(plain) ?? bareMessage(plain)].flatMap((finding) => finding ?? []);
}

/** Quotes are doubled in cells of CSV. */
const DOUBLED = /""(?:event(?:Name|Source)|errorCode)"":/;

function undoubled(text: string): string {
  return DOUBLED.test(text) ? text.replaceAll('""', '"') : text;
}

function stretchesOf(text: string): readonly Stretch[] {
  const refusals = refusalsIn(text);
  return refusals.map(({ start, end }, index) => {
    const from = refusals[index - 1]?.end ?? 0;
    const to = refusals[index + 1]?.start ?? text.length;
    return {
      before: text.slice(Math.max(from, start - BEFORE), start),
      words: text.slice(start, end),
      behind: text.slice(end, Math.min(to, end + BEHIND)),
    };
  });
}
