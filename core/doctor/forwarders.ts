// facts → [check] → report: what is known of the forwarders of an account, before it is judged.
import type { Answer } from './check';
import { FORWARDER_FILE, type Home, homeBusArn } from './home';
import type { Queue } from './queue';
import type { Rule } from './rule';
import type { Target } from './target';

/** What is found in a Region where a forwarder might be. */
export interface Forwarder {
  readonly region: string;
  /** Null where the Region has none. */
  readonly rule: Answer<Rule | null>;
  readonly targets: Answer<readonly Target[]>;
  /** What EventBridge could not deliver; null where there is no dead-letter queue to look at. */
  readonly deadLetters: Answer<Queue | null> | null;
}

/** The forwarders of an account. */
export interface Forwarders {
  readonly home: Home;
  /** The account that was asked: that of the home stack, or a member account. */
  readonly account: string;
  readonly partition: string;
  /**
   * Regions other than home that the settings name. Null in a member account, which does not know the
   * settings.
   */
  readonly listed: readonly string[] | null;
  /** Whether the settings name no Region, so that the home stack takes what comes. */
  readonly takesAll: boolean;
  /** The operations that the home rule watches; null where they are not known. */
  readonly operations: readonly string[] | null;
  /** Each Region that was asked. */
  readonly found: readonly Forwarder[];
}

/** How forwarders get what the home stack has. */
export function renewal({ listed }: Pick<Forwarders, 'listed'>): string {
  if (listed === null) return `Deploy ${FORWARDER_FILE} there`;
  return `Run npx cdk deploy --all, or deploy ${FORWARDER_FILE} there`;
}

/** Whether a Region has a forwarder; null where that is not known. */
export function isThere({ rule }: Forwarder): boolean | null {
  return rule.kind === 'hidden' ? null : rule.value !== null;
}

/** The Regions whose forwarders are judged: those of the settings, or all that have one. */
export function judgedOf(all: Forwarders): readonly Forwarder[] {
  const { listed, takesAll, found } = all;
  if (listed === null) return found.filter((each) => isThere(each) === true);
  if (takesAll) return found.filter((each) => isThere(each) === true && isOurs(each, all));
  return found.filter(({ region }) => listed.includes(region));
}

/** Forwarders of this home stack that the settings do not want. */
export function leftOver(all: Forwarders): readonly Forwarder[] {
  const judged = judgedOf(all);
  const others = all.found.filter((each) => !judged.includes(each) && isThere(each) === true);
  return others.filter((each) => isOurs(each, all));
}

/** Another home stack of this name might have one too, which sends elsewhere. */
function isOurs({ targets }: Forwarder, { home, partition }: Forwarders): boolean {
  if (targets.kind === 'hidden' || targets.value.length === 0) return true;
  return targets.value.some(({ arn }) => arn === homeBusArn(home, partition));
}
