// [cases or files] → events: what there is to play.
import { join } from 'node:path';
import { readRecord } from '../core/event/cloudtrail-record';
import { findPackageRoot } from '../lib/package-root';
import { type Case, materialise, readCases } from './cases';
import { eventsIn } from './envelope';
import { eventIdOf, type Input } from './play';
import { readEvents } from './read-file';
import type { Local } from './start-local';

/** The demo: golden cases, with messages that the STS stand-in issued and policies that IAM's knows. */
export function demoInputs(local: Pick<Local, 'sts' | 'iam'>): readonly Input[] {
  return demoCases().flatMap((one) =>
    eventsOf(one, local).map((event) => ({ title: one.title, event })),
  );
}

/** The cases of the demo. */
export function demoCases(): readonly Case[] {
  return readCases(join(findPackageRoot().path, 'cases')).filter(({ demo }) => demo);
}

/** The events of a case; the stand-ins know its message and its policies afterwards. */
export function eventsOf(one: Case, { sts, iam }: Pick<Local, 'sts' | 'iam'>): readonly object[] {
  for (const [arn, set] of Object.entries(one.policies ?? {})) iam.learn(arn, set);
  return eventsIn(materialise(one, issueFor(one, sts)));
}

function issueFor({ permitted }: Case, sts: Local['sts']): Local['sts']['issue'] {
  return (decodedJson, owner) => {
    const encoded = sts.issue(decodedJson, owner);
    if (!permitted) sts.withholdPermission(encoded);
    return encoded;
  };
}

/** The reader's own records; throws UsageError for a file without any. */
export async function fileInputs(files: readonly string[]): Promise<readonly Input[]> {
  const events = await Promise.all(files.map(readEvents));
  return events.flat().map((event) => ({ title: titleOf(event), event }));
}

/** `RunInstances at 2026-11-20T09:14:03Z (event b755cb24-…)` */
export function titleOf(event: object): string {
  const record = 'detail' in event ? readRecord(event.detail) : null;
  const { eventName = 'event', eventTime = null } = record ?? {};
  const time = eventTime === null ? '' : ` at ${eventTime}`;
  return `${eventName}${time} (event ${eventIdOf(event) ?? 'without an id'})`;
}
