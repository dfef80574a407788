// facts → [check] → report: the event bus of a hub takes denials of its members, and of nobody else.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { awsCli, type Place } from './command';
import { DETAIL_TYPE, SOURCES } from './event-pattern';
import { type Home, homeBusArn } from './home';
import { policyAnswer, type PolicyRequest, writtenStatements } from './policy-statements';
import { counted, listed } from './sentence';

/** Whose denials come to a hub. */
export type Members =
  | { readonly kind: 'organization'; readonly organization: string }
  | { readonly kind: 'accounts'; readonly accounts: readonly string[] };

/** The default event bus of a hub. */
export interface HubBus {
  readonly home: Home;
  readonly partition: string;
  readonly members: Members;
  /** JSON; null where the event bus has no policy. */
  readonly policy: string | null;
}

/** Null where the stack is no hub. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html */
export function judgeBusPolicy(answer: Answer<HubBus | null>, place: Place): readonly Finding[] {
  return ofKnown(answer, (bus) => [bus === null ? NO_HUB : judge(bus, place)]);
}

/** Said by each check of a hub where the stack is none. */
export const NO_HUB = ok('The settings name no organization and no other accounts.');

const EMPTY = '{"Statement":[]}';

function judge(bus: HubBus, place: Place): Finding {
  const policy = bus.policy ?? EMPTY;
  const asked = requestsOf(bus).map(({ who, request }) => ({
    who,
    said: policyAnswer(policy, request),
  }));
  const unread = asked.find(({ said }) => said.kind === 'not-readable');
  if (unread !== undefined)
    return fault(
      'warning',
      'The policy of the event bus has a form that the doctor does not read.',
      'Run launch-denied doctor --send-test --from-profile with credentials of a member account, which tells whether a denial arrives.',
    );
  for (const { said } of asked)
    if (said.kind === 'denied' || said.kind === 'unsure') return isDenied(said);
  const left = asked.filter(({ said }) => said.kind === 'not-allowed').map(({ who }) => who);
  if (left.length > 0) return isNotAllowed(left, bus, place);
  if (policyAnswer(policy, strangerOf(bus)).kind === 'allowed') return isOpen();
  return ok(`The policy of the event bus lets ${whoAre(bus.members)} send, and no stranger.`);
}

function whoAre(members: Members): string {
  return members.kind === 'organization'
    ? `organization ${members.organization}`
    : counted(members.accounts.length, 'account');
}

interface Asked {
  readonly who: string;
  readonly request: PolicyRequest;
}

/** An organization is asked about as one: any of its accounts might send. */
function requestsOf(bus: HubBus): readonly Asked[] {
  const { members } = bus;
  if (members.kind === 'organization') {
    const { organization: who } = members;
    return [{ who, request: requestOf(bus, [], { 'aws:principalorgid': who }) }];
  }
  return members.accounts.map((who) => ({
    who,
    request: requestOf(bus, [who, `arn:${bus.partition}:iam::${who}:root`], {
      'aws:principalaccount': who,
    }),
  }));
}

/** Somebody of an organization and an account that are nobody’s. */
function strangerOf(bus: HubBus): PolicyRequest {
  return requestOf(bus, [], { 'aws:principalorgid': 'o-', 'aws:principalaccount': '' });
}

function requestOf(
  { home, partition }: HubBus,
  forms: readonly string[],
  context: PolicyRequest['context'],
): PolicyRequest {
  return {
    action: 'events:putevents',
    resource: homeBusArn(home, partition),
    principals: { AWS: ['*', ...forms] },
    context: {
      'events:source': 'aws.ec2',
      'events:detail-type': DETAIL_TYPE,
      'events:eventbusinvocation': 'true',
      ...context,
    },
  };
}

function isDenied({ kind, sid }: { readonly kind: 'denied' | 'unsure'; readonly sid: string }) {
  return kind === 'denied'
    ? fault(
        'failed',
        `Statement "${sid}" in the policy of the event bus denies what members send.`,
        'Take what forwarders send out of that Deny.',
      )
    : fault(
        'warning',
        `Statement "${sid}" in the policy of the event bus might deny what members send.`,
        'Look at its conditions; launch-denied doctor --send-test --from-profile tells whether a denial arrives.',
      );
}

function isNotAllowed(left: readonly string[], bus: HubBus, place: Place): Finding {
  const one = bus.members.kind === 'organization' ? 'organization' : 'account';
  const who = `${one}${left.length === 1 ? '' : 's'} ${listed(left)}`;
  const statements = [...(writtenStatements(bus.policy) ?? []), allowing(left, bus)];
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return fault(
    'failed',
    `The policy of the event bus does not let ${who} send, so denials from there are refused.`,
    'Deploy the stack again, or set the policy now.',
    awsCli(
      'events put-permission',
      [
        ['event-bus-name', 'default'],
        ['policy', policy],
      ],
      place,
    ),
  );
}

/** As `lib/member-bus.ts` deploys it. */
function allowing(left: readonly string[], { home, partition, members }: HubBus): object {
  const isOrganization = members.kind === 'organization';
  return {
    Sid: 'LaunchDeniedMembersSend',
    Effect: 'Allow',
    Principal: isOrganization ? '*' : { AWS: left.map((id) => `arn:${partition}:iam::${id}:root`) },
    Action: 'events:PutEvents',
    Resource: homeBusArn(home, partition),
    Condition: {
      StringEquals: {
        'events:source': SOURCES,
        'events:detail-type': DETAIL_TYPE,
        ...(isOrganization ? { 'aws:PrincipalOrgID': members.organization } : {}),
      },
    },
  };
}

function isOpen(): Finding {
  return fault(
    'warning',
    'The policy of the event bus lets every account of AWS send events that look like denials.',
    'Give the statement with the principal * a condition, such as on aws:PrincipalOrgID, or remove it with aws events remove-permission.',
  );
}
