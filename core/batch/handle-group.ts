// denial → [explained → grouped → alert]: the denials of one group in a batch.
import { launchShapeOf } from '../group/launch-shape';
import { type Groups, slotOf, type StoredGroup } from '../group/stored';
import { count, countPast } from './count';
import type { ExplanationFor } from './explanations';
import type { Arrived } from './group-arrivals';
import type { BatchPorts, PastPorts } from './ports';
import type { Arrival } from './read-items';
import { send, waitingOf } from './send';
import { type AllTold, latestOf, type Told } from './told';

/** What became of the denials of a group. */
export interface GroupResult {
  readonly told: readonly Told[];
  /** Whether the first of them is alerted, at once or by the sweep; the others are held back. */
  readonly isAlerted: boolean;
}

/**
 * Takes the denials of one group the whole way. Throws where they could not be stored and counted; an
 * alert that could not be sent waits for the sweep.
 */
export async function handleGroup(
  arrived: Arrived,
  ports: BatchPorts,
  explanationFor: ExplanationFor,
): Promise<GroupResult> {
  const told = await stored(arrived, ports.groups, explanationFor);
  const { group, decision } = await count(arrived, told, ports);
  await countHours(arrived.fingerprint, told, ports);
  if (decision === 'now' && group !== null) await sendNow(group, told, ports);
  return { told, isAlerted: decision !== 'none' };
}

/**
 * Takes denials of one group from the history into it, without telling anybody. Throws where they could
 * not be stored and counted.
 */
export async function recordGroup(
  arrived: Arrived,
  ports: PastPorts,
  explanationFor: ExplanationFor,
): Promise<AllTold> {
  const told = await stored(arrived, ports.groups, explanationFor);
  await countPast(arrived, told, ports);
  await countHours(arrived.fingerprint, told, ports);
  return told;
}

async function stored(
  { fingerprint, denials: [first, ...rest] }: Arrived,
  groups: Pick<Groups, 'addOccurrences'>,
  explanationFor: ExplanationFor,
): Promise<AllTold> {
  const told: [Told, ...Told[]] = [await toldOf(fingerprint, first, explanationFor)];
  for (const arrival of rest) told.push(await toldOf(fingerprint, arrival, explanationFor));
  await groups.addOccurrences(
    fingerprint,
    told.map(({ occurrence }) => occurrence),
  );
  return told;
}

async function toldOf(
  fingerprint: string,
  arrival: Arrival,
  explanationFor: ExplanationFor,
): Promise<Told> {
  const { event, launch, principal } = arrival.denial.requested;
  const shape = launchShapeOf(launch);
  const occurrence = {
    eventId: arrival.eventId,
    time: event?.time ?? '',
    region: event?.region ?? '',
    session: principal?.sessionName ?? null,
    shape,
  };
  return { occurrence, stored: await explanationFor(fingerprint, shape, arrival) };
}

/** Counts of hours serve the digest: one that is lost is not worth a second delivery. */
async function countHours(
  fingerprint: string,
  told: readonly Told[],
  { groups, now, warn }: Pick<BatchPorts, 'groups' | 'now' | 'warn'>,
): Promise<void> {
  const hours = told.map(({ occurrence }) => slotOf(occurrence.time || now(), 'hour'));
  try {
    for (const hour of new Set(hours))
      await groups.addToHour(hour, fingerprint, hours.filter((each) => each === hour).length);
  } catch (error) {
    warn('denials could not be added to the count of their hour', error);
  }
}

async function sendNow(group: StoredGroup, told: AllTold, ports: BatchPorts): Promise<void> {
  const waiting = waitingOf(group, latestOf(told).stored.explanation, ports);
  if (waiting !== null) await send([waiting], ports);
}
