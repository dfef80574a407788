// doctor → [forwarder] → AWS: the rule that sends a Region’s denials home, and what it could not deliver.
import { type Answer, known } from '../../core/doctor/check';
import type { Forwarder } from '../../core/doctor/forwarders';
import { type Queue, queueNamed } from '../../core/doctor/queue';
import type { Target } from '../../core/doctor/target';
import { thenAsk } from './ask';
import type { AwsClients } from './clients';
import { askQueue } from './queue';
import { askRule, askTargets } from './rule';

/** Asks a Region for the forwarder whose rule has this name. */
export async function askForwarder(
  clients: AwsClients,
  region: string,
  ruleName: string,
): Promise<Forwarder> {
  const events = clients.eventsIn(region);
  const rule = await askRule(events, ruleName);
  if (rule.kind === 'hidden') return { region, rule, targets: rule, deadLetters: rule };
  if (rule.value === null) return { region, rule, targets: known([]), deadLetters: null };
  const targets = await askTargets(events, ruleName);
  return { region, rule, targets, deadLetters: await askDeadLetters(clients, targets) };
}

async function askDeadLetters(
  { sqsIn }: AwsClients,
  targets: Answer<readonly Target[]>,
): Promise<Answer<Queue | null> | null> {
  if (targets.kind === 'hidden') return targets;
  const arn = targets.value.find(({ deadLetterArn }) => deadLetterArn !== null)?.deadLetterArn;
  const queue = queueNamed(arn ?? '');
  return queue === null ? null : askQueue(sqsIn(queue.region), queue.url);
}

/** How many events a forwarder could not deliver. */
export function countDeadLetters({ deadLetters }: Forwarder): Promise<Answer<number>> {
  return thenAsk(deadLetters ?? known(null), async (queue) =>
    known((queue?.waiting ?? 0) + (queue?.inFlight ?? 0)),
  );
}
