// Every sentence that only the commands say that look into the past; the rules are in docs/writing.md.
import { timeWords } from '../../core/alert/words';
import { causes, denials, grouped } from '../../core/group/sentences';
import type { Findings } from './collect';
import type { Found } from './found';

/** `12 causes, 340 denials, from 2026-10-26 09:14 UTC to 2026-11-24 09:14 UTC, in 64 files` */
export function foundWords({ causes: all, denials: count, seen, source, now }: Found): string {
  if (seen === null) return `No denied launch in ${source}.`;
  const times = `from ${timeWords(seen.from, now)} to ${timeWords(seen.to, now)}`;
  return `${causes(all.length)}, ${denials(count)}, ${times}, in ${source}`;
}

/** What a reader has to know of how whole the answer is; each is a line of its own. */
export function notesOn({ damaged, repeated, known, isStopped }: Findings): readonly string[] {
  const shown = damaged.slice(0, MOST_DAMAGED);
  return [
    ...(isStopped ? ['stopped before the end: this is what was found until then'] : []),
    ...shown.map(({ where, why }) => `passed over: ${where}: ${why}`),
    ...(damaged.length > shown.length
      ? [`passed over: ${grouped(damaged.length - shown.length)} more parts; --json lists them all`]
      : []),
    ...(repeated > 0 ? [`${events(repeated)} came more than once and counted once`] : []),
    ...(known > 0 ? [`${events(known)} stood in the table before`] : []),
  ];
}

const MOST_DAMAGED = 10;

function events(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'event' : 'events'}`;
}

export const WORDS = {
  looked:
    'Looked for launches that AWS refused for lack of permission: records of ec2.amazonaws.com with an access-denied error code.',
  recorded: (count: number, stack: string) =>
    `${denials(count)} recorded in the table of ${stack}; nobody was alerted`,
  wrote: (path: string) => `wrote ${path}`,
  stopping: 'stopping; Ctrl-C again ends at once',
  more: 'See one with its policy and conditions: add --html report.html, --dashboard or --json. What to paste for each principal: --fix json.',
  missed: 'These denials are not in the table of the stack: EventBridge did not deliver them.',
} as const;
