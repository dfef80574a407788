// explained → [suggested] → alert: whom to ask, and how to find out, where no statement helps.
import type { Principal } from '../contract';
import { principalName } from '../explain/names';
import { POLICY_TYPE_NAMES } from '../explain/sentences';
import type { LaunchPair, Suggestion } from '../suggestion';
import { targetOf } from './places';
import { ASK, ASKED, CAUSES } from './sentences';
import type { Suggestible } from './suggestible';

type Asked = Pick<Suggestion, 'what'> & Partial<Suggestion>;

function ask({ facts }: Suggestible, asked: Asked): Suggestion {
  const { place, who } = targetOf(facts);
  return {
    kind: 'ask',
    appliesTo: place,
    who,
    confidence: 'may-be-wrong',
    wrongIf: [],
    verifiedBy: null,
    ...asked,
  };
}

/** The action is in the encoded message, so no statement can be written. */
export function askAboutAction(known: Suggestible): Suggestion {
  return ask(known, { what: ASK.action });
}

/** Service-linked roles, AWS services and the root user have no policy that a statement fits into. */
export function askAboutService(known: Suggestible): Suggestion {
  const { principal } = known.facts;
  const who = principalName(principal);
  if (principal.kind === 'root') return ask(known, { who: ASKED.organization, what: ASK.root });
  return ask(known, {
    who: ASKED.administrator,
    what: principal.serviceLinked === true ? ASK.serviceLinked(who) : ASK.service(who),
  });
}

const SIMULATOR = 'https://policysim.aws.amazon.com/';

/** The likeliest causes in order, and how to find out. */
export function askForCause(known: Suggestible): Suggestion {
  const { policyType } = known.facts;
  if (policyType !== null)
    return ask(known, { what: ASK.policy(POLICY_TYPE_NAMES[policyType].name) });
  return ask(known, {
    what: ASK.undetermined,
    steps: [...causesOf(known), ...waysToFindOut(known)],
  });
}

function causesOf({ facts, pairs }: Suggestible): readonly string[] {
  const { principal } = facts;
  const who = principalName(principal);
  const what = facts.action ?? facts.operation ?? 'the request';
  const found = pairs.filter(({ state }) => state === 'missing' || state === 'denied');
  return [
    ...(found.length > 0 ? [CAUSES.found(found.map(pairName).join(', '))] : []),
    CAUSES.noAllow(who, what),
    ...(hasBoundary(principal) ? [CAUSES.boundary(who)] : []),
    CAUSES.organization,
    ...(principal.kind === 'role-session' ? [CAUSES.session(who)] : []),
  ];
}

function waysToFindOut({ facts, launch, pairs }: Suggestible): readonly string[] {
  const { status } = facts.encodedMessage;
  const isLost = status === 'truncated' || status === 'damaged';
  const isSimulated = pairs.some(({ state }) => state !== 'not-checked');
  const isTaken = hasBoundary(facts.principal) && launch.scope.partition === 'aws';
  return [
    ...(isLost ? [CAUSES.decode] : []),
    ...(isTaken && !isSimulated ? [CAUSES.simulate(SIMULATOR)] : []),
  ];
}

function pairName({ action, resource }: LaunchPair): string {
  return `${action} on ${resource}`;
}

/** IAM users and roles alone have boundaries, and alone are simulated. */
function hasBoundary({ kind }: Principal): boolean {
  return kind === 'iam-user' || kind === 'role-session';
}
