// facts → [check] → report: the sweep function of a hub may assume the reader role of each member account.
import type { ReaderOutcome } from '../batch/readers';
import { NO_HUB } from './bus-policy';
import { type Answer, fault, type Finding, hiddenFinding, notChecked, ok } from './check';
import { forwarderName, FORWARDER_FILE, type Home } from './home';
import { counted, listed } from './sentence';

/** A member account. */
export interface Member {
  /** 12 digits. */
  readonly id: string;
  /** Null where nobody tells it. */
  readonly name: string | null;
}

/** What became of the probe in an account. */
export interface Reader extends Member {
  readonly outcome: ReaderOutcome;
}

/** The reader roles of the members of a hub. */
export interface Readers {
  readonly home: Home;
  readonly roleName: string;
  /** Whether the settings name each account; those of an organization come and go. */
  readonly isNamed: boolean;
  readonly readers: readonly Reader[];
}

/** Null where the stack is no hub. Without the role a denial is explained from the other witnesses. */
export function judgeAccounts(answer: Answer<Readers | null>): readonly Finding[] {
  if (answer.kind === 'known') return answer.value === null ? [NO_HUB] : judge(answer.value);
  const finding = hiddenFinding(answer);
  if (answer.because !== 'not-permitted' || answer.right !== LIST) return [finding];
  return [
    notChecked(
      `${finding.found} Only the management account of the organization and delegated administrators may list its accounts.`,
      `Give credentials that have ${LIST} as --organization-profile.`,
    ),
  ];
}

const LIST = 'organizations:ListAccounts';

function judge(all: Readers): readonly Finding[] {
  const { readers, roleName } = all;
  if (readers.length === 0) return [ok('The hub has no member accounts yet.')];
  const of = (outcome: ReaderOutcome) => readers.filter((each) => each.outcome === outcome);
  const [assumed, refused, unavailable] = [of('assumed'), of('refused'), of('unavailable')];
  return [
    ...(refused.length === 0 ? [] : [areRefused(refused, all)]),
    ...(unavailable.length === 0 ? [] : [areUnavailable(unavailable)]),
    ...(assumed.length === 0
      ? []
      : [
          ok(
            `The sweep function may assume role ${roleName} in ${counted(assumed.length, 'member account')}; the function behind the queue does not try it.`,
          ),
        ]),
  ];
}

/** Names stand before numbers, never in their place. */
function named(all: readonly Member[]): string {
  return listed(
    all.map(({ id, name }) => (name === null || name === '' ? id : `${name} (${id})`)),
    20,
  );
}

function areRefused(refused: readonly Reader[], all: Readers): Finding {
  const { home, roleName, isNamed, readers } = all;
  const count = counted(refused.length, 'account');
  const of = refused.length === readers.length ? count : `${count} of ${readers.length}`;
  return fault(
    isNamed ? 'failed' : 'warning',
    `In ${of} the sweep function may not assume role ${roleName}, so encoded messages are not decoded there: ${named(refused)}.`,
    `Deploy ${FORWARDER_FILE} there as stack ${forwarderName(home)}, with the parameters that the output MemberParameters of stack ${home.stackName} gives. Where it is deployed, launch-denied doctor --member --home ${home.account}/${home.region} tells what is wrong with it.`,
  );
}

function areUnavailable(unavailable: readonly Reader[]): Finding {
  return notChecked(
    `STS did not say whether the sweep function may assume the role in ${named(unavailable)}.`,
    'Run the doctor again.',
  );
}
