// result → [words]: e-mails as their recipient reads them, and the summary.
import type { Mail } from './mail';
import type { Played, Result } from './play';
import type { Storm } from './storm';

const LINE = '─'.repeat(78);

/** One e-mail: the subject, an empty line, the text. */
export function showMail({ subject, text }: Mail): string {
  return `${LINE}\nSubject: ${subject}\n\n${text.trimEnd()}\n`;
}

/** What went in as a storm, how many e-mails it made, and what the functions asked AWS for. */
export function showStorm({ denials, mails, calls }: Storm): string {
  const totals = `${count(denials, 'denial')} of one cause, and an hour: ${count(mails.length, 'e-mail')}.`;
  return [LINE, totals, ...showCalls({ calls }), ''].join('\n');
}

/** What went in, was alerted, ignored, or failed, and what the function asked AWS for. */
export function showSummary(result: Result): string {
  return [
    LINE,
    showTotals(result.played),
    ...list('Held back', playedWith('held-back', result.played)),
    ...list('Ignored', playedWith('ignored', result.played)),
    ...list('Refused by an event bus', playedWith('refused', result.played)),
    ...list('Failed', playedWith('failed', result.played)),
    ...showCalls(result),
    '',
  ].join('\n');
}

/** How many events went in, and what became of them, as one line. */
export function showTotals(played: Result['played']): string {
  const refused = playedWith('refused', played).length;
  const fates = (['alerted', 'held-back', 'ignored', 'failed'] as const).map(
    (fate) => `${playedWith(fate, played).length} ${fate.replace('-', ' ')}`,
  );
  if (refused > 0) fates.push(`${refused} refused by an event bus`);
  return `${count(played.length, 'event')} went in: ${fates.join(', ')}.`;
}

function playedWith(fate: Played['fate'], played: Result['played']): readonly Played[] {
  return played.filter((one) => one.fate === fate);
}

function list(heading: string, items: readonly Played[]): readonly string[] {
  if (items.length === 0) return [];
  return ['', `${heading}:`, ...items.map(({ title, why }) => `- ${title}\n  (${why})`)];
}

function showCalls({ calls }: Pick<Result, 'calls'>): readonly string[] {
  const totals = new Map<string, number>();
  const areSeveral = new Set(calls.map(({ account }) => account)).size > 1;
  for (const { action, decision, account } of calls) {
    const call = areSeveral ? `${action} in account ${account}` : action;
    const line = decision === 'allowed' ? call : `${call} (${decision} by the role's policy)`;
    totals.set(line, (totals.get(line) ?? 0) + 1);
  }
  if (totals.size === 0) return [];
  const lines = [...totals]
    .toSorted(byAccount)
    .map(([line, total]) => `- ${line}: ${count(total, 'call')}`);
  return ['', 'What the functions asked of AWS:', ...lines];
}

/** Those of one account stand together, in the order of the first call. */
function byAccount([one]: readonly [string, number], [other]: readonly [string, number]): number {
  const accountIn = (line: string) => / in account (\d+)/.exec(line)?.[1] ?? '';
  return accountIn(one).localeCompare(accountIn(other));
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
