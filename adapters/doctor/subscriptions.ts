// doctor → [subscriptions]: who receives what a topic sends.
import { paginateListSubscriptionsByTopic } from '@aws-sdk/client-sns';
import type { Answer } from '../../core/doctor/check';
import type { Subscription } from '../../core/doctor/subscriptions';
import { ask } from './ask';
import type { AwsClients } from './clients';

/** What SNS writes in place of an ARN. @see https://docs.aws.amazon.com/sns/latest/api/API_Subscription.html */
const STATES: Readonly<Record<string, Subscription['state']>> = {
  PendingConfirmation: 'pending',
  Deleted: 'deleted',
};

/** @see https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html */
export function askSubscriptions(
  { sns: client }: AwsClients,
  topicArn: string,
): Promise<Answer<readonly Subscription[]>> {
  return ask('sns:ListSubscriptionsByTopic', async () => {
    const all: Subscription[] = [];
    const wanted = { TopicArn: topicArn };
    for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client }, wanted))
      for (const { Protocol = '', Endpoint = '', SubscriptionArn = '' } of Subscriptions) {
        const state = STATES[SubscriptionArn] ?? 'confirmed';
        all.push({ protocol: Protocol, endpoint: Endpoint, state });
      }
    return all;
  });
}
