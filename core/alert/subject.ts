// explained → [alert]
import type { Explanation } from '../contract';
import { VERDICT_NAMES } from '../explain/sentences';
import { headline } from '../explain/words';

/** SNS takes fewer than 100 characters. @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const MOST = 99;
const ELLIPSIS = '...';

/** The subject of the e-mail: ASCII, one line, under 100 characters, and it makes sense alone. */
export function subjectFor(explanation: Explanation): string {
  const full = printable(explanation.summary);
  if (full.length <= MOST) return full;
  return fit(
    printable(
      `${headline(explanation, explanation.reason.code)} (${VERDICT_NAMES[explanation.verdict]})`,
    ),
  );
}

function printable(text: string): string {
  return text.replace(/[^ -~]/g, '?').trim();
}

/** Shortens the longest word in its middle until the subject fits: beginnings and ends tell most. */
function fit(subject: string): string {
  const excess = subject.length - MOST;
  if (excess <= 0) return subject;
  const words = subject.split(' ');
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  const kept = Math.max(longest.length - excess - ELLIPSIS.length, 8);
  const head = Math.ceil(kept / 2);
  const shorter = longest.slice(0, head) + ELLIPSIS + longest.slice(longest.length - (kept - head));
  if (shorter.length >= longest.length) return subject.slice(0, MOST);
  return fit(words.map((word) => (word === longest ? shorter : word)).join(' '));
}
