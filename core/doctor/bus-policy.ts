// facts → [check] → report: the event bus of a hub takes denials of its members, and of nobody else.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { strangerFindings } from './bus-strangers';
import { awsCli, type Place } from './command';
import { DETAIL_TYPE, SOURCES } from './event-pattern';
import { homeBusArn } from './home';
import { type HubBus, type Members, sendingTo } from './hub-bus';
import {
  policyAnswer,
  type PolicyRequest,
  readStatements,
  writtenStatements,
} from './policy-statements';
import { counted, listed } from './sentence';

/** Null where the stack is no hub. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html */
export function judgeBusPolicy(answer: Answer<HubBus | null>, place: Place): readonly Finding[] {
  return ofKnown(answer, (bus) => (bus === null ? [NO_HUB] : judge(bus, place)));
}

/** Said by each check of a hub where the stack is none. */
export const NO_HUB = ok('The settings name no organization and no other accounts.');

const EMPTY = '{"Statement":[]}';

function judge(bus: HubBus, place: Place): readonly Finding[] {
  const statements = readStatements(bus.policy ?? EMPTY);
  if (statements === null) return [isNotRead()];
  const findings = [...memberFindings(bus, place), ...strangerFindings(bus, statements)];
  if (findings.length > 0) return findings;
  return [
    ok(`The policy of the event bus lets ${whoAre(bus.members)} send denials, and nobody else.`),
  ];
}

/** Says what keeps members from sending. */
function memberFindings(bus: HubBus, place: Place): readonly Finding[] {
  const asked = requestsOf(bus).map(({ who, request }) => ({
    who,
    said: policyAnswer(bus.policy ?? EMPTY, request),
  }));
  for (const { said } of asked)
    if (said.kind === 'denied' || said.kind === 'unsure') return [isDenied(said)];
  const left = asked.filter(({ said }) => said.kind === 'not-allowed').map(({ who }) => who);
  return left.length > 0 ? [isNotAllowed(left, bus, place)] : [];
}

function isNotRead(): Finding {
  return fault(
    'warning',
    'The policy of the event bus has a form that the doctor does not read.',
    'Run launch-denied doctor --send-test --from-profile with credentials of a member account, which tells whether a denial arrives.',
  );
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
    return [{ who, request: sendingTo(bus, [], { 'aws:principalorgid': who }) }];
  }
  return members.accounts.map((who) => ({
    who,
    request: sendingTo(bus, [who, `arn:${bus.partition}:iam::${who}:root`], {
      'aws:principalaccount': who,
    }),
  }));
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
