// test denial → [follow] → legs: waits for a test denial to arrive, leg by leg.
import { thenAsk } from '../../adapters/doctor/ask';
import { type Answer, known } from '../../core/doctor/check';
import type { Counts, Seen } from '../../core/doctor/legs';
import type { Bus } from '../../core/doctor/passage';
import type { Crossing } from './sender';
import type { Watch } from './watch';

/** The clock, and how long is waited. */
export interface Waiting {
  /** Milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly seconds: number;
}

const POLL = 1_000;

/** What is sent, and from where. */
export interface Sending {
  readonly bus: Bus;
  /** Null where it is put on the home event bus. */
  readonly passage: Crossing | null;
  readonly send: () => Promise<Answer<null>>;
}

/** Sends and watches until the alert is sent, or the time is over. */
export async function follow(
  { bus, passage, send }: Sending,
  watch: Watch,
  { now, sleep, seconds }: Waiting,
): Promise<Seen> {
  const before = await watch.counts();
  const kept = (await passage?.undelivered()) ?? known(0);
  const begun = now();
  const passed = () => now() - begun;
  const sent = await thenAsk(await send(), async () => known(passed()));
  let seen = nothingYet(sent, before, seconds);
  while (seen.sent.kind === 'known') {
    seen = await look(watch, seen, passed);
    if (isOver(seen) || passed() >= seconds * 1_000) break;
    await sleep(POLL);
  }
  if (passage === null) return { ...seen, bus, passage };
  const { name, home } = passage;
  return {
    ...seen,
    bus,
    passage: { name, home, before: kept, after: await passage.undelivered() },
  };
}

/** What is seen at home, wherever it was sent. */
type SeenAtHome = Omit<Seen, 'bus' | 'passage'>;

function nothingYet(
  sent: Answer<number>,
  before: Answer<Counts>,
  waitedSeconds: number,
): SeenAtHome {
  return {
    sent,
    before,
    after: before,
    queuedAt: null,
    storedAt: known(null),
    alertedAt: known(null),
    isQuiet: false,
    waitedSeconds,
  };
}

async function look(watch: Watch, seen: SeenAtHome, passed: () => number): Promise<SeenAtHome> {
  const after = await watch.counts();
  const queuedAt = seen.queuedAt ?? (waitsMore(seen.before, after) ? passed() : null);
  const storedAt = await since(seen.storedAt, watch.isStored, (is) => is, passed);
  const state = await watch.alert();
  const isQuiet = state.kind === 'known' && state.value === 'quiet';
  const alertedAt = await since(
    seen.alertedAt,
    async () => state,
    (is) => is === 'sent',
    passed,
  );
  return { ...seen, after, queuedAt, storedAt, alertedAt, isQuiet };
}

function waitsMore(before: Answer<Counts>, after: Answer<Counts>): boolean {
  if (before.kind === 'hidden' || after.kind === 'hidden') return false;
  return after.value.waiting > before.value.waiting;
}

/** What was seen once is not looked for again. */
async function since<T>(
  earlier: Answer<number | null>,
  lookFor: () => Promise<Answer<T>>,
  isThere: (value: T) => boolean,
  passed: () => number,
): Promise<Answer<number | null>> {
  if (earlier.kind === 'known' && earlier.value !== null) return earlier;
  return thenAsk(await lookFor(), async (value) => known(isThere(value) ? passed() : null));
}

/** Where the alert cannot be looked for, the table is the last leg. */
function isOver({ storedAt, alertedAt, isQuiet }: SeenAtHome): boolean {
  const isStored = storedAt.kind === 'hidden' || storedAt.value !== null;
  return isStored && (isQuiet || alertedAt.kind === 'hidden' || alertedAt.value !== null);
}
