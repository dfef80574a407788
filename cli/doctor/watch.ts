// test denial → [watch] → legs: where a test denial is looked for.
import { ask, thenAsk } from '../../adapters/doctor/ask';
import { askQueue } from '../../adapters/doctor/queue';
import { groupTable } from '../../adapters/group-table';
import { type Answer, known } from '../../core/doctor/check';
import type { Counts } from '../../core/doctor/legs';
import type { TestDenial } from '../../core/doctor/test-denial';
import type { Groups } from '../../core/group/stored';
import { fieldOf, type QueueField, type World } from './world';

/** What became of the alert; `quiet` where the settings want none. */
type AlertState = 'waits' | 'sent' | 'quiet';

/** Looks for one test denial; each look asks anew. */
export interface Watch {
  readonly counts: () => Promise<Answer<Counts>>;
  readonly isStored: () => Promise<Answer<boolean>>;
  readonly alert: () => Promise<Answer<AlertState>>;
}

/** Watches the queues and the table of the stack. */
export function watchOf(world: World, denial: TestDenial): Watch {
  const groups = groupsOf(world);
  return {
    counts: () => countsOf(world),
    isStored: () =>
      thenAsk(groups, (table) => ask('dynamodb:Query', () => isStored(table, denial))),
    alert: () =>
      thenAsk(groups, (table) => ask('dynamodb:GetItem', () => alertState(table, denial))),
  };
}

async function countsOf(world: World): Promise<Answer<Counts>> {
  const fields = ['queueUrl', 'ruleDeadLetterQueueUrl', 'deadLetterQueueUrl'] as const;
  const [queue, rule, dead] = await Promise.all(fields.map((field) => sizeOf(world, field)));
  const hidden = [queue, rule, dead].find((answer) => answer?.kind === 'hidden');
  if (hidden?.kind === 'hidden') return hidden;
  const [waiting = 0, undelivered = 0, givenUp = 0] = [queue, rule, dead].map((answer) =>
    answer?.kind === 'known' ? answer.value : 0,
  );
  return known({ waiting, undelivered, givenUp });
}

/** The world remembers what it was told of a queue, and here each look counts. */
function sizeOf({ book, clients }: World, field: QueueField): Promise<Answer<number>> {
  return thenAsk(fieldOf(book, field), async (url) =>
    thenAsk(await askQueue(clients.sqs, url), async (queue) =>
      known((queue?.waiting ?? 0) + (queue?.inFlight ?? 0)),
    ),
  );
}

function groupsOf({ book, connection, now }: World): Answer<Groups> {
  if (book.kind === 'hidden') return book;
  const { tableName, retentionDays } = book.value;
  return known(groupTable({ tableName, retentionDays, now, connection }));
}

async function isStored(groups: Groups, { fingerprint, eventId }: TestDenial): Promise<boolean> {
  const { items } = await groups.occurrences(fingerprint);
  return items.some((each) => each.eventId === eventId);
}

async function alertState(groups: Groups, { fingerprint }: TestDenial): Promise<AlertState> {
  const group = (await groups.read(fingerprint))?.record.group;
  if (group === undefined) return 'waits';
  if (group.state === 'ignored' || group.state === 'muted') return 'quiet';
  return group.pending === null && group.lastAlertAt !== null ? 'sent' : 'waits';
}
