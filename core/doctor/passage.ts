// test denial → [passage] → legs: a test denial that was put elsewhere and did not come home.
import { type Answer, fault, type Finding, hiddenFinding } from './check';
import type { Home } from './home';

/** The default event bus on which a test denial is put. */
export interface Bus {
  readonly region: string;
  readonly account: string;
}

/** The forwarder that a test denial from elsewhere has to pass. */
export interface Passage {
  /** The name of its rule. */
  readonly name: string;
  readonly home: Home;
  /** How many events it could not deliver, before the test denial and at last. */
  readonly before: Answer<number>;
  readonly after: Answer<number>;
}

/** Says which forwarder to look at; its dead-letter queue tells whether EventBridge tried. */
export function lostOnTheWay(found: string, bus: Bus, passage: Passage): Finding {
  const { name, home, before, after } = passage;
  const rule = `rule ${name} in ${bus.region} of account ${bus.account}`;
  const isMember = bus.account !== home.account;
  const there = isMember
    ? `launch-denied doctor --member --home ${home.account}/${home.region} tells there, with credentials of that account`
    : 'the check forwarders tells';
  if (after.kind === 'hidden')
    return fault(
      'failed',
      `${found} Nothing is known of the dead-letter queue of ${rule}. ${hiddenFinding(after).found}`,
      `Mend what ${there}, and what the checks rule, target and queue-policy tell.`,
    );
  if (before.kind === 'known' && after.value > before.value)
    return fault(
      'failed',
      `${found} EventBridge could not deliver it to ${home.region}, and left it in the dead-letter queue of ${rule}.`,
      isMember
        ? `Mend what the check bus-policy tells, and what ${there}.`
        : `Mend what ${there}: the target of that rule, and its role.`,
    );
  return fault(
    'failed',
    found,
    `Look at ${rule}: mend what ${there}. Where nothing is wrong there, mend what the checks rule, target and queue-policy tell.`,
  );
}
