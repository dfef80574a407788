// facts → [check] → report: Regions in which people might launch and nothing is seen.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { type Forwarders, isThere, judgedOf, renewal } from './forwarders';
import { FORWARDER_FILE } from './home';
import { hiddenIn } from './in-regions';
import { counted, listed } from './sentence';

/** Says which enabled Regions are covered by the home stack and by forwarders, and which are not. */
export function judgeRegions(
  enabled: Answer<readonly string[]>,
  forwarders: Answer<Forwarders>,
): readonly Finding[] {
  return ofKnown(enabled, (names) =>
    ofKnown(forwarders, (all) => {
      const named = all.listed ?? [];
      const hidden = isNamed(all) ? [] : all.found.filter((each) => isThere(each) === null);
      const known = [...coveredOf(all), ...hidden.map(({ region }) => region)];
      const open = names.filter((each) => !known.includes(each));
      const closed = named.filter((each) => !names.includes(each));
      const findings = [
        ...(open.length === 0 ? [] : [areOpen(open, all)]),
        ...closedFindings(closed, all),
        ...hiddenIn(hidden.map(({ region, rule }) => ({ region, value: rule }))),
      ];
      return findings.length > 0 ? findings : [areCovered(names, all)];
    }),
  );
}

function isNamed({ listed: named, takesAll }: Forwarders): boolean {
  return named !== null && !takesAll;
}

/** A member account has a forwarder in the home Region too. */
function coveredOf(all: Forwarders): readonly string[] {
  const judged = judgedOf(all).map(({ region }) => region);
  if (all.listed === null) return judged;
  return [all.home.region, ...(all.takesAll ? judged : all.listed)];
}

function areOpen(open: readonly string[], all: Forwarders): Finding {
  const count = counted(open.length, 'enabled Region is', 'enabled Regions are');
  return fault(
    'warning',
    `${count} not covered: ${listed(open, 40)}. Denied launches there are not seen.`,
    `${howToCover(all)}. Deny or disable the other Regions.`,
  );
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html */
function howToCover(all: Forwarders): string {
  if (all.partition === 'aws-cn')
    return `EventBridge sends nothing to event buses in Regions of China, such as ${all.home.region}: deploy a home stack in each Region where people launch`;
  if (all.listed === null) return `${renewal(all)}, where people launch`;
  return `List the Regions where people launch in the setting regions, or run launch-denied lookup and set it to all-enabled; then run npx cdk deploy --all, or deploy ${FORWARDER_FILE} there`;
}

/** Partitions by how the names of their Regions begin. @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
const PARTITION = /^(?:cn|us-gov|us-isob?|eusc)-/;

function isForeign(region: string, home: string): boolean {
  return PARTITION.exec(region)?.[0] !== PARTITION.exec(home)?.[0];
}

/** Regions that the settings list and the account does not have. */
function closedFindings(closed: readonly string[], { home }: Forwarders): readonly Finding[] {
  const foreign = closed.filter((each) => isForeign(each, home.region));
  const own = closed.filter((each) => !foreign.includes(each));
  return [...(own.length === 0 ? [] : [areClosed(own)]), ...foreign.map(liesApart)];
}

function areClosed(regions: readonly string[]): Finding {
  const [is, it] = regions.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return fault(
    'warning',
    `The settings list ${listed(regions)}, which ${is} not enabled in this account, so that no forwarder can be there.`,
    `Enable ${it} in the account, or take ${it} out of the setting regions.`,
  );
}

function liesApart(region: string): Finding {
  return fault(
    'warning',
    `The settings list ${region}, which lies in another partition, and nothing is sent from one partition to another.`,
    'Deploy a home stack there, with an account of that partition.',
  );
}

function areCovered(names: readonly string[], all: Forwarders): Finding {
  const { home, listed: named, partition } = all;
  const others = names.filter((each) => each !== home.region);
  // Only who is in one of the smaller partitions is likely to miss the others.
  const apart =
    partition === 'aws' ? '' : ` Other partitions have accounts and home stacks of their own.`;
  if (named === null)
    return ok(`Each of ${counted(names.length, 'enabled Region')} has a forwarder.`);
  if (others.length === 0) return ok(`No other Region than ${home.region} is enabled.${apart}`);
  const rest = all.takesAll ? 'forwarders' : 'the setting regions';
  return ok(`The home stack and ${rest} cover each enabled Region.${apart}`);
}
