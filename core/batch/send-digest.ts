// grouped → [sweep → digest]: sends each face its digest when its hour has come.
import type { DigestMessage } from '../alert/digest';
import type { Explanation } from '../contract';
import { digestDue } from '../group/digest-hour';
import { type Digest, type DigestCause, digestOf } from '../group/digest';
import { type Face, FACES, type GroupRecord, type StoredGroup } from '../group/stored';
import { minutesAfter } from '../group/time';
import { latestExplanation } from './alert-of';
import type { BatchPorts } from './ports';

const DAY_MINUTES = 24 * 60;

/** So many groups are looked at, the latest changed: enough for every open one that still matters. */
const MOST_GROUPS = 2_000;

/** Sends what is due; a face that could not get its digest gets it with the next sweep. Never throws. */
export async function sendDigest(ports: BatchPorts): Promise<void> {
  for (const face of FACES) {
    try {
      await sendTo(face, ports);
    } catch (error) {
      ports.warn(`the digest could not be sent as ${face}; the next sweep tries again`, error);
    }
  }
}

async function sendTo(face: Face, ports: BatchPorts): Promise<void> {
  const { groups, settings, senders } = ports;
  const sender = senders[face]?.digest;
  if (settings.digest === null || sender === undefined) return;
  const now = ports.now();
  const last = await groups.lastDigest(face);
  if (!digestDue(settings.digest, last, now)) return;
  const causes = await causesUntil(now, ports);
  const digest = digestOf([...causes.values()], last ?? minutesAfter(now, -DAY_MINUTES));
  if (digest !== null) await sender(await messageOf(digest, causes, ports));
  await groups.noteDigest(face, now);
}

type Causes = ReadonlyMap<string, DigestCause & { readonly record: GroupRecord }>;

/** Groups with what they counted in the day until now, and in the day before. */
async function causesUntil(now: string, { groups }: BatchPorts): Promise<Causes> {
  const dayBefore = minutesAfter(now, -DAY_MINUTES);
  const [counts, before, stored] = [
    await groups.hours(dayBefore, now),
    await groups.hours(minutesAfter(dayBefore, -DAY_MINUTES), dayBefore),
    await latestGroups(groups),
  ];
  return new Map(
    stored.map(({ record }) => {
      const { group, shown } = record;
      const { fingerprint } = group;
      const of = (day: ReadonlyMap<string, number>) => day.get(fingerprint) ?? 0;
      const { summary } = shown;
      return [fingerprint, { record, group, summary, count: of(counts), before: of(before) }];
    }),
  );
}

async function latestGroups(groups: BatchPorts['groups']): Promise<readonly StoredGroup[]> {
  const all: StoredGroup[] = [];
  let page: string | undefined;
  do {
    const { items, next } = await groups.list(page);
    all.push(...items);
    page = next ?? undefined;
  } while (page !== undefined && all.length < MOST_GROUPS);
  return all;
}

const SECTIONS = ['new', 'regressed', 'loudest', 'stillOpen'] as const;

async function messageOf(
  digest: Digest,
  causes: Causes,
  { groups }: BatchPorts,
): Promise<DigestMessage> {
  const fingerprints = SECTIONS.flatMap((section) =>
    digest[section].lines.map(({ fingerprint }) => fingerprint),
  );
  const explanations = new Map<string, Explanation>();
  for (const fingerprint of new Set(fingerprints)) {
    const cause = causes.get(fingerprint);
    if (cause) explanations.set(fingerprint, await latestExplanation(cause.record, groups));
  }
  return { digest, explanations };
}
