// facts → [check] → report: somebody receives the alerts, and confirmed it.
import { type Answer, fault, type Finding, hiddenFinding, ok } from './check';
import { awsCli, type Place } from './command';
import { counted } from './sentence';

/** A subscription as SNS lists it. */
export interface Subscription {
  readonly protocol: string;
  readonly endpoint: string;
  readonly state: 'confirmed' | 'pending' | 'deleted';
}

/** The subscriptions of a topic. */
export interface Subscribed {
  readonly topicArn: string;
  readonly answer: Answer<readonly Subscription[]>;
}

/** An address that did not confirm is a finding of its own. */
export function judgeSubscriptions(
  alerts: Subscribed,
  others: readonly Subscribed[],
  place: Place,
): readonly Finding[] {
  const { answer, topicArn } = alerts;
  if (answer.kind === 'hidden') return [hiddenFinding(answer)];
  const waiting = answer.value.filter(({ state }) => state !== 'confirmed');
  const confirmed = confirmedOf(alerts).length;
  if (waiting.length > 0) return waiting.map((each) => isWaiting(each, topicArn, place));
  if (confirmed > 0)
    return [
      ok(
        `${counted(confirmed, 'subscription receives', 'subscriptions receive')} the alerts, each confirmed.`,
      ),
    ];
  const elsewhere = others.some((topic) => confirmedOf(topic).length > 0);
  return [
    elsewhere
      ? ok('Nobody receives the alerts by e-mail; chat channels or telephones do.')
      : isEmpty(topicArn, place),
  ];
}

function confirmedOf({ answer }: Subscribed): readonly Subscription[] {
  return answer.kind === 'hidden' ? [] : answer.value.filter(({ state }) => state === 'confirmed');
}

/** SNS sends no alert before it is confirmed, and forgets it after two days. @see https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.confirm.html */
function isWaiting({ protocol, endpoint, state }: Subscription, topicArn: string, place: Place) {
  const why = state === 'pending' ? 'did not confirm its subscription' : 'ended its subscription';
  return fault(
    'failed',
    `${endpoint} (${protocol}) ${why} and receives no alerts.`,
    'Have the link opened in the message of AWS Notifications; send that message again with the command.',
    subscribe(topicArn, protocol, endpoint, place),
  );
}

function isEmpty(topicArn: string, place: Place): Finding {
  return fault(
    'warning',
    'Nobody receives the alerts.',
    'Give the setting emails an address and deploy the stack; or subscribe one now, in place of you@example.com.',
    subscribe(topicArn, 'email', 'you@example.com', place),
  );
}

/** The AWS CLI has a name of its own for the parameter `Endpoint`. @see https://docs.aws.amazon.com/cli/latest/reference/sns/subscribe.html */
function subscribe(topicArn: string, protocol: string, endpoint: string, place: Place) {
  return awsCli(
    'sns subscribe',
    [
      ['topic-arn', topicArn],
      ['protocol', protocol],
      ['notification-endpoint', endpoint],
    ],
    place,
  );
}
