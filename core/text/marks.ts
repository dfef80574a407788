// [plain text] → [where AWS refuses something in it] → denial
import { readEncodedMessage } from '../message/encoded-message';
import { REFUSAL } from '../message/policy-phrases';
import { readAction } from '../message/sentence-parts';

/** The parts of one denial, in the order in which AWS writes them. */
const RANKS = { lead: 0, sentence: 1, reason: 2, message: 3 } as const;

type MarkKind = keyof typeof RANKS;

/** A part of a denial in a text. */
interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
}

/** The stretch of a text in which AWS refuses one request. */
export interface Refusal {
  readonly start: number;
  readonly end: number;
}

const MARK = new RegExp(
  [
    REFUSAL.source,
    String.raw`not\s{1,99}authorized\s{1,99}to\s{1,99}use\s{1,99}launch\s{1,99}template`,
    String.raw`(?:with\s{1,99}an\s{1,99}|:\s{0,9}|\.\s{0,9})?explicit\s{1,99}deny\s{1,99}in\s{1,99}an?\s{1,99}`,
    String.raw`because\s{1,99}no\s{1,99}[a-z-]{3,20}\s`,
    String.raw`encoded\s{1,99}(?:authorization\s{1,99})?(?:failure\s{1,99})?message\b\s{0,99}:?`,
  ].join('|'),
  'gi',
);
const LEAD = /^[\s:]{1,99}(?:this|the requested)\s{1,99}(?:operation|action|api|request)\b/i;
/** Parts that stand further apart belong to two denials. */
const FURTHEST = 3000;
/** Longer than any action with what stands before it. */
const NEAR = 400;

/** Finds where AWS refuses something, one stretch a denial. */
export function refusalsIn(text: string): readonly Refusal[] {
  const refusals: Refusal[] = [];
  let last: Mark | null = null;
  for (const match of text.matchAll(MARK)) {
    const mark = markOf(text, match);
    if (mark === null) continue;
    const open = last === null || isNext(last, mark) ? refusals.pop() : undefined;
    refusals.push({ start: open?.start ?? mark.start, end: mark.end });
    last = mark;
  }
  return refusals;
}

function isNext(last: Mark, mark: Mark): boolean {
  return RANKS[mark.kind] > RANKS[last.kind] && mark.start - last.end < FURTHEST;
}

function markOf(text: string, match: RegExpExecArray): Mark | null {
  const end = match.index + match[0].length;
  const before = text.slice(Math.max(0, match.index - NEAR), match.index);
  const kind = kindOf(match[0], before, text.slice(end, end + NEAR));
  return kind && { kind, start: match.index, end };
}

/** What tells that a reason is one of a refusal and not of a manual. */
const REFUSED = /not\s{1,99}authorized|AccessDenied|UnauthorizedOperation/i;

/** A program that makes such sentences. */
const TEMPLATE = /^[^\n]{0,60}allows the [{<$%]/;

function kindOf(words: string, before: string, behind: string): MarkKind | null {
  if (/^(?:because|with|[:.]|explicit)/i.test(words))
    return REFUSED.test(before) && !TEMPLATE.test(behind) ? 'reason' : null;
  if (/^encoded/i.test(words)) return isAnnouncement(words, behind) ? 'message' : null;
  if (/template$/i.test(words) || LEAD.test(behind)) return 'lead';
  return readAction(behind) === null ? null : 'sentence';
}

function isAnnouncement(words: string, behind: string): boolean {
  if (/authorization/i.test(words) && words.endsWith(':')) return true;
  const { kind, length } = readEncodedMessage(behind);
  return words.endsWith(':') ? kind !== 'absent' : length >= NEAR / 2;
}
