// facts → [check] → report: nothing waits in the dead-letter queues of forwarders.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { awsCli, type Place } from './command';
import { type Forwarder, type Forwarders, judgedOf, renewal } from './forwarders';
import { hiddenIn, type InRegion } from './in-regions';
import { ofQueue, type Queue } from './queue';
import { listed } from './sentence';
import { waits } from './waiting';

/** A dead-letter queue of a Region. */
type Kept = InRegion<Answer<Queue | null>>;

/** Says in which Regions EventBridge could not deliver; a queue that is not there keeps nothing. */
export function judgeForwarderUndelivered(
  answer: Answer<Forwarders>,
  place: Place,
): readonly Finding[] {
  return ofKnown(answer, (all) => {
    const kept = all.found.flatMap((each) => keptBy(each, all));
    const findings = kept.flatMap((each) => judge(each, all, place));
    const faults = [...findings.filter(({ status }) => status !== 'ok'), ...hiddenIn(kept)];
    if (faults.length > 0) return faults;
    if (kept.length === 0) return [ok('No forwarder has something that it could not deliver.')];
    const regions = listed(kept.map(({ region }) => region));
    return [ok(`EventBridge delivered each denial of ${regions}.`)];
  });
}

/** What is left over is deleted, and not mended. */
function keptBy(forwarder: Forwarder, all: Forwarders): readonly Kept[] {
  const { region, rule, deadLetters } = forwarder;
  if (rule.kind === 'hidden') return [{ region, value: rule }];
  if (deadLetters === null || !judgedOf(all).includes(forwarder)) return [];
  return [{ region, value: deadLetters }];
}

function judge({ region, value }: Kept, all: Forwarders, { profile }: Place): readonly Finding[] {
  if (value.kind === 'hidden') return [];
  const mend = `${renewal(all)}.`;
  return ofQueue(
    value,
    `dead-letter queue of the forwarder in ${region}`,
    (queue) => {
      const count = queue.waiting + queue.inFlight;
      if (count === 0) return ok('EventBridge delivered each denial.');
      return fault(
        'failed',
        `${waits(count)} in ${region} that EventBridge could not deliver to ${all.home.region}; each is kept for 14 days.`,
        `${causes(all)} ${missed(region, all)}, and empty this queue then.`,
        awsCli('sqs purge-queue', [['queue-url', queue.url]], { region, profile }),
      );
    },
    mend,
  );
}

function causes({ listed: names }: Forwarders): string {
  return names === null
    ? 'Have the check bus-policy of the home stack mended.'
    : 'Mend what the check forwarders tells.';
}

/** The table that is written lies in the first Region that is named. */
function missed(region: string, { listed: names, home }: Forwarders): string {
  return names === null
    ? `Look at what was missed with launch-denied scan --last 14d --region ${region}`
    : `Record what was missed with launch-denied scan --last 14d --region ${home.region},${region} --into-stack`;
}
