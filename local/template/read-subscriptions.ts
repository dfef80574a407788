// synthesized template → [subscriptions] → topics: who receives what of which topic.
// @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html
import * as v from 'valibot';
import { type FilterPolicy, readFilterPolicy } from '../topics/filter-policy';
import { type Names, resolve } from './intrinsics';
import { resourcesOf, type Template } from './template';

/** One subscription; it is played as if its endpoint had confirmed it. */
export interface SubscriptionPlan {
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly filter: FilterPolicy;
}

const subscriptionProperties = v.object({
  TopicArn: v.string(),
  Protocol: v.string(),
  Endpoint: v.string(),
  FilterPolicy: v.optional(v.unknown()),
  FilterPolicyScope: v.optional(
    v.picklist(['MessageAttributes', 'MessageBody']),
    'MessageAttributes',
  ),
});

/** Reads the subscriptions. */
export function readSubscriptions(template: Template, names: Names): readonly SubscriptionPlan[] {
  return resourcesOf(template, 'AWS::SNS::Subscription')
    .map(({ properties }) => v.parse(subscriptionProperties, resolve(properties, names)))
    .map(({ TopicArn, Protocol, Endpoint, FilterPolicy, FilterPolicyScope }) => ({
      topicArn: TopicArn,
      protocol: Protocol,
      endpoint: Endpoint,
      filter: readFilterPolicy(FilterPolicy, FilterPolicyScope),
    }));
}
