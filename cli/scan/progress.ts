// source → [progress]: one line on standard error, for who waits at a terminal.
import { denials as denialWords } from '../../core/group/sentences';
import { duration } from '../../core/render/html/words';

/** The line. */
export interface ProgressLine {
  readonly show: (done: number, of: number | null, denials: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const EVERY_MILLISECONDS = 100;
/** Before that an estimate is a guess. */
const SOON_MILLISECONDS = 2_000;

/** Starts a line; where nobody looks, it is silent. */
export function progressLine(
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  clock: () => number,
): ProgressLine {
  const begin = clock();
  let shownAt = -Infinity;
  if (stream.isTTY !== true) return { show: () => undefined, end: () => undefined };
  return {
    show: (done, of, denials) => {
      const now = clock();
      if (now - shownAt < EVERY_MILLISECONDS) return;
      shownAt = now;
      stream.write(`\r\u001b[K${progressWords(done, of, denials, now - begin)}`);
    },
    end: () => void stream.write('\r\u001b[K'),
  };
}

/** `43 %, 128 denials, about 2 minutes left` */
function progressWords(done: number, of: number | null, denials: number, elapsed: number): string {
  const found = denialWords(denials);
  if (of === null || of <= 0) return found;
  const share = Math.min(1, done / of);
  const percent = `${Math.floor(share * 100)} %, ${found}`;
  if (elapsed < SOON_MILLISECONDS || share === 0) return percent;
  const left = (elapsed * (1 - share)) / share;
  return left < 60_000
    ? `${percent}, ${Math.ceil(left / 1_000)} s left`
    : `${percent}, about ${duration(left)} left`;
}
