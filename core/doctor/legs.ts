// test denial → [legs] → report: how far a test denial came, and how long each leg took.
import {
  type Answer,
  type Check,
  fault,
  type Finding,
  type Hidden,
  hiddenFinding,
  notChecked,
  ok,
} from './check';
import { type Bus, lostOnTheWay, type Passage } from './passage';

/** Counts of messages in a queue. */
export interface Counts {
  readonly waiting: number;
  /** Those that are kept because nobody could work on them. */
  readonly undelivered: number;
  readonly givenUp: number;
}

/** What was seen of a test denial; times are milliseconds since it was sent. */
export interface Seen {
  readonly bus: Bus;
  /** Null where it was put on the bus of the home stack. */
  readonly passage: Passage | null;
  /** When EventBridge had taken it, or why it did not. */
  readonly sent: Answer<number>;
  /** The counts before it was sent, and at last. */
  readonly before: Answer<Counts>;
  readonly after: Answer<Counts>;
  /** When it was first seen in the queue; null where it went through between two looks. */
  readonly queuedAt: number | null;
  /** When it stood in the table; null where it did not come. */
  readonly storedAt: Answer<number | null>;
  /** When its alert had been sent; null where it was not. */
  readonly alertedAt: Answer<number | null>;
  /** Whether the settings want no alert of it. */
  readonly isQuiet: boolean;
  /** How long it was waited for, in seconds. */
  readonly waitedSeconds: number;
}

/** One leg of the way, and when it was done. */
export interface Leg extends Check {
  readonly milliseconds: number | null;
}

/** Says of each leg whether the test denial came through; what follows a leg that failed is not checked. */
export function judgeLegs(seen: Seen): readonly Leg[] {
  const isStored = seen.storedAt.kind === 'known' && seen.storedAt.value !== null;
  const sent = leg('event-bus', valueOf(seen.sent), sentFinding(seen));
  if (sent.status !== 'ok') return [sent];
  const queue = leg('queue', seen.queuedAt, queueFinding(seen, isStored));
  const table = leg('table', valueOf(seen.storedAt), tableFinding(seen, queue));
  const alert = leg('alert', valueOf(seen.alertedAt), alertFinding(seen, isStored));
  return [sent, queue, table, alert];
}

/** The one leg of a test denial that could not be sent, since nothing can be asked with its profile. */
export function notOpened(profile: string, hidden: Hidden): Leg {
  const found = `The test denial was not sent: profile ${profile} cannot be used. ${hiddenFinding(hidden).found}`;
  return leg('event-bus', null, fault('failed', found, 'Sign in, or give another --from-profile.'));
}

function leg(name: string, milliseconds: number | null, finding: Finding): Leg {
  return { name, ...finding, milliseconds };
}

function valueOf(answer: Answer<number | null>): number | null {
  return answer.kind === 'known' ? answer.value : null;
}

function sentFinding({ sent, bus: { region, account } }: Seen): Finding {
  const bus = `the event bus of ${region}, account ${account}`;
  if (sent.kind === 'known') return ok(`EventBridge took the test denial on ${bus}.`);
  const { found, todo } = hiddenFinding(sent);
  return fault('failed', `The test denial was not put on ${bus}. ${found}`, `${todo}`);
}

function queueFinding(seen: Seen, isStored: boolean): Finding {
  const { before, after, queuedAt, waitedSeconds } = seen;
  if (queuedAt !== null) return ok('The rule sent it to the queue.');
  if (isStored) return ok('The rule sent it to the queue, from which it was taken at once.');
  const [hidden] = [before, after].filter(({ kind }) => kind === 'hidden');
  if (hidden?.kind === 'hidden') return hiddenFinding(hidden);
  if (grew(seen, 'undelivered'))
    return fault(
      'failed',
      'EventBridge could not deliver it to the queue, and left it in the dead-letter queue of the rule.',
      'Mend what the checks target, queue-policy and queue-encryption tell.',
    );
  const found = `It was not seen in the queue within ${waitedSeconds} seconds.`;
  if (seen.passage !== null) return lostOnTheWay(found, seen.bus, seen.passage);
  return fault('failed', found, 'Mend what the checks rule, target and queue-policy tell.');
}

function grew({ before, after }: Seen, name: keyof Counts): boolean {
  return (
    before.kind === 'known' && after.kind === 'known' && after.value[name] > before.value[name]
  );
}

function tableFinding(seen: Seen, queue: Finding): Finding {
  const { storedAt, waitedSeconds } = seen;
  if (storedAt.kind === 'hidden') return hiddenFinding(storedAt);
  if (storedAt.value !== null) return ok('The function explained it and stored it in the table.');
  if (queue.status === 'failed')
    return notChecked('It did not come as far as the function.', 'Mend the leg before this one.');
  if (grew(seen, 'givenUp'))
    return fault(
      'failed',
      'The function could not work on it, and it is in the dead-letter queue of the queue.',
      'Mend what the check errors tells.',
    );
  return fault(
    'failed',
    `It was not stored within ${waitedSeconds} seconds.`,
    'Mend what the checks function, event-source and errors tell.',
  );
}

function alertFinding({ alertedAt, isQuiet, waitedSeconds }: Seen, isStored: boolean): Finding {
  if (alertedAt.kind === 'hidden') return hiddenFinding(alertedAt);
  if (alertedAt.value !== null)
    return ok('Its alert was handed to SNS, which sends it to each confirmed subscription.');
  if (!isStored)
    return notChecked('It did not come as far as the table.', 'Mend the leg before this one.');
  if (isQuiet)
    return notChecked(
      'The settings ignore its principal or action, so no alert is sent of it.',
      'Take launch-denied-test-* out of what the settings ignore.',
    );
  return fault(
    'failed',
    `Its alert was not sent within ${waitedSeconds} seconds.`,
    'Mend what the check errors tells; where many alerts leave at once, it goes out within ten minutes.',
  );
}
