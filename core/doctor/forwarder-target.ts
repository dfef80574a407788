// facts → [check] → report: a forwarder sends whole events to the home event bus, and keeps the rest.
import { fault, type Finding } from './check';
import { awsCli, type Place } from './command';
import { type Forwarders, renewal } from './forwarders';
import { homeBusArn } from './home';
import { brief, listed } from './sentence';
import type { Target } from './target';

/** A rule, and where it sends. */
export interface Sender {
  readonly name: string;
  readonly targets: readonly Target[];
}

/** Says what is wrong with the target of a forwarder; null where nothing is. */
export function forwarderTargetFault(
  sender: Sender,
  all: Forwarders,
  place: Place,
): Finding | null {
  const busArn = homeBusArn(all.home, all.partition);
  const target = sender.targets.find(({ arn }) => arn === busArn);
  const rule = `Rule ${sender.name} in ${place.region}`;
  const renew = renewal(all);
  const command = putTarget(sender, target ?? sender.targets[0], busArn, place);
  const now = command === null ? renew : `${renew}, or set the target now`;
  if (target === undefined) return isAstray(sender, all.home.region, { rule, now, command });
  if (!target.isWhole)
    return fault(
      'failed',
      `${rule} changes events before it sends them, so they cannot be read as denials.`,
      `${now}.`,
      command,
    );
  if (target.roleArn === null)
    return fault(
      'failed',
      `${rule} has no role for its target, and without one EventBridge sends nothing to the event bus of another Region or account.`,
      `${renew}.`,
    );
  if (target.deadLetterArn !== null) return null;
  return fault(
    'warning',
    `${rule} sends to ${all.home.region}, and what cannot be delivered is lost.`,
    `${renew}.`,
  );
}

interface Astray {
  readonly rule: string;
  readonly now: string;
  readonly command: string | null;
}

function isAstray({ targets }: Sender, home: string, { rule, now, command }: Astray): Finding {
  const elsewhere = listed(targets.map(({ arn }) => brief(arn)));
  return fault(
    'failed',
    elsewhere === ''
      ? `${rule} sends nowhere, so no denied launch there reaches ${home}.`
      : `${rule} sends to ${elsewhere}, and not to the event bus of the home stack.`,
    `${now}.`,
    command,
  );
}

/** Only what is deployed knows its role and its queue: without a target there is none to take over. */
function putTarget(
  { name }: Sender,
  old: Target | undefined,
  busArn: string,
  place: Place,
): string | null {
  if (old === undefined || old.roleArn === null || old.deadLetterArn === null) return null;
  const target = {
    Id: old.id,
    Arn: busArn,
    RoleArn: old.roleArn,
    DeadLetterConfig: { Arn: old.deadLetterArn },
  };
  return awsCli(
    'events put-targets',
    [
      ['rule', name],
      ['targets', JSON.stringify([target])],
    ],
    place,
  );
}
