// denial → [reader role] → decoded, simulated: remembers who was let in, so that a storm asks once.
import { keepLatest } from './latest';
import type { AssumeReader, Reader } from './reader-role';

const MINUTE = 60_000;
/** Credentials are renewed so long before they expire: a batch must not outlive them. */
const EARLIER = 5 * MINUTE;
/** How long a refusal is believed: somebody might be deploying the role. */
const BELIEVED = 5 * MINUTE;
/** How long STS is left alone after it gave no answer, so that no batch waits for it twice. */
const RESTED = MINUTE / 6;
/** Accounts whose answers are kept; the oldest leave. */
const MOST = 32;

/** Makes what remembers, for each account, the credentials or the refusal; an outage is no refusal. */
export function rememberedReaders(assume: AssumeReader, now: () => number): AssumeReader {
  const known = new Map<string, { readonly until: number; readonly reader: Reader }>();
  let rest: { readonly until: number; readonly reader: Reader } | null = null;
  return async (account) => {
    const before = known.get(account);
    if (before !== undefined && before.until > now()) return before.reader;
    if (rest !== null && rest.until > now()) return rest.reader;
    const reader = await assume(account);
    const kept = { until: endOf(reader, now()), reader };
    // What the way to STS holds up holds up each account; what STS says might be of one alone.
    if (reader.kind === 'unavailable' && reader.because === 'no-network') rest = kept;
    else keepLatest(known, account, kept, MOST);
    return reader;
  };
}

function endOf(reader: Reader, now: number): number {
  switch (reader.kind) {
    case 'assumed':
      return reader.credentials.expiration.getTime() - EARLIER;
    case 'refused':
      return now + BELIEVED;
    case 'unavailable':
      return now + RESTED;
  }
}
