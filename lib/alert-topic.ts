// event → rule → queue → function → table, [alerts]
import {
  ArnPrincipal,
  Effect,
  type IRole,
  PolicyStatement,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import {
  SubscriptionFilter,
  SubscriptionProtocol,
  Topic,
  type TopicSubscriptionConfig,
} from 'aws-cdk-lib/aws-sns';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { AlertFilter, AlertSubscription } from './settings/subscriptions';

/** Properties of a topic. */
export interface AlertTopicProps {
  /** The sender's name in a mail client; of a text message its first ten characters. */
  readonly displayName: string;
  /** Whom to subscribe. */
  readonly subscriptions: readonly AlertSubscription[];
}

/** The topics of a deployment, one for each kind of message. */
export interface AlertTopics {
  /** E-mails, and alarms about the stack. */
  readonly alerts: AlertTopic;
  /** Messages to chat channels, where there are any. */
  readonly chat: AlertTopic | undefined;
  /** Text messages, where somebody subscribed to them. */
  readonly texts: AlertTopic | undefined;
}

/**
 * Carries alerts to people: from the functions about denials, from alarms about this stack.
 *
 * Not encrypted with a key of KMS: alarms cannot publish under the AWS managed key `alias/aws/sns`,
 * and a key of our own costs more each month than all the rest, for texts that leave AWS as e-mail.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export class AlertTopic extends Construct {
  /** The topic; whoever may subscribe to it reads every alert. */
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { displayName, subscriptions }: AlertTopicProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName, enforceSSL: true });
    for (const subscription of subscriptions)
      this.topic.addSubscription({ bind: () => configOf(subscription) });
  }

  /** Lets the roles publish. */
  nameAsPublishers(roles: readonly IRole[]): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'FunctionsPublishAlerts',
        effect: Effect.ALLOW,
        principals: roles.map(({ roleArn }) => new ArnPrincipal(roleArn)),
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
      }),
    );
  }

  /** Lets the alarms of this account publish. */
  nameAlarmsAsPublishers(): void {
    const { account } = Stack.of(this);
    const alarms = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccountPublish',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': alarms },
        },
      }),
    );
  }
}

const PROTOCOLS = {
  email: SubscriptionProtocol.EMAIL,
  'email-json': SubscriptionProtocol.EMAIL_JSON,
  https: SubscriptionProtocol.HTTPS,
  sms: SubscriptionProtocol.SMS,
  sqs: SubscriptionProtocol.SQS,
  lambda: SubscriptionProtocol.LAMBDA,
} as const satisfies Record<AlertSubscription['protocol'], SubscriptionProtocol>;

function configOf({ protocol, endpoint, filter }: AlertSubscription): TopicSubscriptionConfig {
  return {
    // An address keeps its subscription when it moves between the two settings that can hold it.
    subscriberId: protocol === 'email' ? endpoint : `${protocol} ${endpoint}`,
    protocol: PROTOCOLS[protocol],
    endpoint,
    ...(filter === undefined ? {} : { filterPolicy: policyOf(filter) }),
  };
}

/** Lets a message pass that has one value of each list among its attributes. */
function policyOf(filter: AlertFilter): Record<string, SubscriptionFilter> {
  return Object.fromEntries(
    Object.entries(filter).map(([name, values]) => [
      name,
      SubscriptionFilter.stringFilter({ allowlist: [...values] }),
    ]),
  );
}
