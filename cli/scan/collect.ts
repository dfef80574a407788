// source → [records → recorded] → shown: gathers what a source finds, each event once.
import { type ExplanationFor, rememberedExplanations } from '../../core/batch/explanations';
import type { PastPorts } from '../../core/batch/ports';
import type { Arrival } from '../../core/batch/read-items';
import { type KnownEvents, recordPast } from '../../core/batch/record-past';
import { sortableTime } from '../../core/group/stored';
import type { TimeRange } from '../../core/review/query';
import type { Listener, Source } from '../../core/scan/source';

/** A part that was passed over. */
interface Damage {
  readonly where: string;
  readonly why: string;
}

/** What was found. */
export interface Findings {
  /** Denials that were recorded in the first place. */
  readonly denials: number;
  /** Denials that were stored before. */
  readonly known: number;
  /** How often an event came again. */
  readonly repeated: number;
  readonly damaged: readonly Damage[];
  readonly isStopped: boolean;
}

/** Findings with how many denials were recorded in each place. */
export interface Collected extends Findings {
  readonly recorded: readonly number[];
}

/** One place that denials are recorded in. */
export interface Place {
  readonly ports: PastPorts;
  readonly known: KnownEvents;
  /** Denials before this time are not recorded here; ISO 8601, empty for none. */
  readonly since: string;
}

/** How a source is heard. */
export interface Hearing {
  /** Denials outside of it are passed over; null for any time. */
  readonly range: TimeRange | null;
  /** What is shown is recorded in the first place; its count is what the findings tell. */
  readonly places: readonly Place[];
  readonly onProgress: (done: number, of: number | null, denials: number) => void;
  readonly signal: AbortSignal;
}

/** Records are taken the way in batches, so that what waits stays small. */
const BATCH = 200;

/** Hears a source to its end; throws what it throws. */
export async function collect(source: Source, hearing: Hearing): Promise<Collected> {
  const { onProgress, signal } = hearing;
  const damaged: Damage[] = [];
  const recorder = recorderOf(hearing, damaged);
  let waiting: string[] = [];
  let work = Promise.resolve();
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    work = work.then(() => recorder.record(batch));
  };
  const listener: Listener = {
    record: (json) => {
      waiting.push(json);
      if (waiting.length >= BATCH) flush();
    },
    damaged: (where, why) => void damaged.push({ where, why }),
    progress: (done, of) => onProgress(done, of, recorder.counts().denials),
  };
  await source(listener, signal);
  flush();
  await work;
  return { ...recorder.counts(), damaged, isStopped: signal.aborted };
}

/** Records batches in every place, and counts. */
function recorderOf({ places, range }: Hearing, damaged: Damage[]) {
  const ways = places.map((place) => wayInto(place, damaged));
  const once = onceIn(range);
  const recorded = places.map(() => 0);
  let known = 0;
  return {
    async record(batch: readonly string[]): Promise<void> {
      const items = batch.map((body, at) => ({ id: String(at), body }));
      const firsts = new Set<Arrival['eventId']>();
      const isFirst = (arrival: Arrival): boolean =>
        once.isFirst(arrival) && firsts.add(arrival.eventId).has(arrival.eventId);
      for (const [at, record] of ways.entries()) {
        const left = new Set(firsts);
        const result = await record(
          items,
          at === 0 ? isFirst : ({ eventId }) => left.delete(eventId),
        );
        recorded[at] = (recorded[at] ?? 0) + result.recorded;
        if (at === 0) known += result.known;
      }
    },
    counts: () => ({ recorded, denials: recorded[0] ?? 0, known, repeated: once.repeated() }),
  };
}

/** Tells which denials come for the first time, and within the wanted time. */
function onceIn(range: TimeRange | null) {
  const seen = new Set<string>();
  let repeated = 0;
  return {
    isFirst: ({ eventId, record }: Arrival): boolean => {
      if (range !== null && !isWithin(record.eventTime ?? '', range)) return false;
      if (seen.has(eventId)) {
        repeated += 1;
        return false;
      }
      seen.add(eventId);
      return true;
    },
    repeated: () => repeated,
  };
}

function isWithin(time: string, { from, to }: TimeRange): boolean {
  const at = sortableTime(time);
  return at >= from && at <= to;
}

type Way = (
  items: Parameters<typeof recordPast>[0],
  isWanted: (arrival: Arrival) => boolean,
) => ReturnType<typeof recordPast>;

function wayInto({ ports, known, since }: Place, damaged: Damage[]): Way {
  const explanationFor: ExplanationFor = rememberedExplanations(ports);
  const isYoung = ({ record }: Arrival): boolean => sortableTime(record.eventTime ?? '') >= since;
  return async (items, isWanted) => {
    const wanted = { known, isWanted: (one: Arrival) => isWanted(one) && isYoung(one) };
    const result = await recordPast(items, ports, explanationFor, wanted);
    for (const { error } of result.failed)
      damaged.push({
        where: 'a record',
        why: error instanceof Error ? error.message : String(error),
      });
    return result;
  };
}
