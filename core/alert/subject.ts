// explained → [alert]
import { toldAccount } from '../account-name';
import type { Explanation } from '../contract';
import { headline, shortVerdict } from '../explain/words';

/** SNS takes fewer than 100 characters. @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const MOST = 99;
const ELLIPSIS = '...';

/** The subject of the e-mail: ASCII, one line, under 100 characters, and it makes sense alone. */
export function subjectFor(explanation: Explanation, beginning = ''): string {
  return briefFor(explanation, MOST, beginning);
}

/** The first line of an explanation in at most this many characters of printable ASCII. */
export function briefFor(explanation: Explanation, most: number, beginning = ''): string {
  const place = placeOf(explanation);
  const full = printable(beginning + explanation.summary) + place;
  if (full.length <= most) return full;
  const { code } = explanation.reason;
  const verdict = shortVerdict(explanation.verdict, code);
  const brief = printable(beginning + headline(explanation, code));
  for (const ending of [` (${verdict})${place}`, ` (${verdict})`, place, '']) {
    const fitting = fit(brief + ending, most);
    if (fitting !== null) return fitting;
  }
  return cutAt(brief, most);
}

/** Two accounts may have a role of one name; the number stands in the message. */
function placeOf({ event }: Explanation): string {
  if (event === undefined || toldAccount(event) === null) return '';
  return printable(`, in ${event.accountName ?? event.account}`);
}

function printable(text: string): string {
  return text.replace(/[^ -~]/g, '?').trim();
}

const SHORTEST = 12;

/** Shortens the longest names in their middle, all to one length: beginnings and ends tell most. */
function fit(subject: string, most: number): string | null {
  for (let longest = most; longest >= SHORTEST; longest -= 1) {
    const shorter = subject
      .split(' ')
      .map((word) => shortened(word, longest))
      .join(' ');
    if (shorter.length <= most) return shorter;
  }
  return null;
}

function cutAt(subject: string, most: number): string {
  return subject.slice(0, most - ELLIPSIS.length) + ELLIPSIS;
}

/** An action, such as `ec2:RunInstances`, is never shortened. */
function shortened(word: string, longest: number): string {
  if (word.length <= longest || word.includes(':')) return word;
  const kept = longest - ELLIPSIS.length;
  const head = Math.ceil(kept / 2);
  return word.slice(0, head) + ELLIPSIS + word.slice(word.length - (kept - head));
}
