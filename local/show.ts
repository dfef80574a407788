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
  const playedWith = (fate: Played['fate']) => result.played.filter((one) => one.fate === fate);
  const [alerted, heldBack, ignored, failed] = [
    playedWith('alerted'),
    playedWith('held-back'),
    playedWith('ignored'),
    playedWith('failed'),
  ];
  const totals = `${alerted.length} alerted, ${heldBack.length} held back, ${ignored.length} ignored, ${failed.length} failed`;
  return [
    LINE,
    `${count(result.played.length, 'event')} went in: ${totals}.`,
    ...list('Held back', heldBack),
    ...list('Ignored', ignored),
    ...list('Failed', failed),
    ...showCalls(result),
    '',
  ].join('\n');
}

function list(heading: string, items: readonly Played[]): readonly string[] {
  if (items.length === 0) return [];
  return ['', `${heading}:`, ...items.map(({ title, why }) => `- ${title}\n  (${why})`)];
}

function showCalls({ calls }: Pick<Result, 'calls'>): readonly string[] {
  const totals = new Map<string, number>();
  for (const { action, decision } of calls) {
    const line = decision === 'allowed' ? action : `${action} (${decision} by the role's policy)`;
    totals.set(line, (totals.get(line) ?? 0) + 1);
  }
  if (totals.size === 0) return [];
  const lines = [...totals].map(([line, total]) => `- ${line}: ${count(total, 'call')}`);
  return ['', 'What the functions asked of AWS:', ...lines];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
