// facts → [check] → report: a forwarder sends what the home rule matches to the home event bus.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { awsCli, type Place } from './command';
import {
  type Forwarder,
  type Forwarders,
  isThere,
  judgedOf,
  leftOver,
  renewal,
} from './forwarders';
import { forwarderName } from './home';
import { forwarderTargetFault } from './forwarder-target';
import { hiddenIn, type InRegion } from './in-regions';
import { ruleFault } from './rule';
import { listed } from './sentence';

/** Says of each Region what is wrong with its forwarder, and which ones work. */
export function judgeForwarders(answer: Answer<Forwarders>, place: Place): readonly Finding[] {
  return ofKnown(answer, (all) => {
    const judged = judgedOf(all);
    const missing = judged.filter((each) => isThere(each) === false);
    const faults = judged.map((each) => faultOf(each, all, place));
    const findings = [
      ...(missing.length === 0 ? [] : [areMissing(missing, all)]),
      ...faults.filter((each) => each !== null),
      ...leftOver(all).map((each) => isLeftOver(each, all, place)),
      ...hiddenIn(all.found.flatMap(answersOf)),
    ];
    const fine = judged.filter((each, at) => faults[at] === null && isWhollyKnown(each));
    if (fine.length > 0) return [...findings, work(fine, all)];
    return findings.length > 0 ? findings : [areNone(all)];
  });
}

/** Where the rule is hidden, so are its targets. */
function answersOf({ region, rule, targets }: Forwarder): readonly InRegion<Answer<unknown>>[] {
  return [{ region, value: rule.kind === 'hidden' ? rule : targets }];
}

function isWhollyKnown({ rule, targets }: Forwarder): boolean {
  return rule.kind === 'known' && rule.value !== null && targets.kind === 'known';
}

function faultOf({ region, rule, targets }: Forwarder, all: Forwarders, { profile }: Place) {
  if (rule.kind === 'hidden' || rule.value === null) return null;
  const place = { region, profile };
  const { operations, home, account } = all;
  const model = operations === null ? 'the one of this version' : 'the one of the home rule';
  const words = {
    where: ` in ${region}`,
    model,
    renew: renewal(all),
    goal: `there reaches ${home.region}`,
  };
  const own = { account, region };
  const wanted = operations === null ? { own } : { operations, own };
  const broken = ruleFault(rule.value, wanted, words, place);
  if (broken !== null || targets.kind === 'hidden') return broken;
  return forwarderTargetFault({ name: rule.value.name, targets: targets.value }, all, place);
}

function areMissing(missing: readonly Forwarder[], all: Forwarders): Finding {
  const regions = listed(missing.map(({ region }) => region));
  return fault(
    'failed',
    `The settings list ${regions}, and there is no forwarder, so no denied launch there is seen.`,
    `${renewal(all)} as stack ${forwarderName(all.home)}.`,
  );
}

/** CloudFormation deletes nothing that an app does not name any more. */
function isLeftOver({ region }: Forwarder, { home }: Forwarders, { profile }: Place): Finding {
  return fault(
    'warning',
    `The settings do not list ${region}, and its forwarder is left over: a Region that is taken out keeps its stack until somebody deletes it.`,
    'Delete the stack, or list the Region again.',
    awsCli('cloudformation delete-stack', [['stack-name', forwarderName(home)]], {
      region,
      profile,
    }),
  );
}

function work(fine: readonly Forwarder[], { home }: Forwarders): Finding {
  const regions = listed(fine.map(({ region }) => region));
  return ok(
    `The ${fine.length === 1 ? 'forwarder' : 'forwarders'} in ${regions} ${fine.length === 1 ? 'sends' : 'send'} denied launches to ${home.region}, and ${fine.length === 1 ? 'keeps' : 'keep'} what cannot be delivered.`,
  );
}

function areNone(all: Forwarders): Finding {
  const { account, home } = all;
  if (all.listed !== null)
    return ok('The settings list no other Region, and none has a forwarder.');
  return fault(
    'failed',
    `No enabled Region of account ${account} has a forwarder, so no denied launch of this account is seen.`,
    `${renewal(all)} as stack ${forwarderName(home)}, in each Region where people launch.`,
  );
}
