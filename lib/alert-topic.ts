// event → rule → queue → function → table, [alerts]
import {
  ArnPrincipal,
  Effect,
  type IRole,
  PolicyStatement,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** Properties of the topic. */
export interface AlertTopicProps {
  /** Addresses to subscribe. */
  readonly emails: readonly string[];
}

/**
 * Carries alerts to people: from the function about denials, from alarms about this stack.
 *
 * Not encrypted with a key of KMS: alarms cannot publish under the AWS managed key `alias/aws/sns`,
 * and a key of our own costs more each month than all the rest, for texts that leave AWS as e-mail.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export class AlertTopic extends Construct {
  /** The topic; whoever may subscribe to it reads every alert. */
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { emails }: AlertTopicProps) {
    super(scope, id);
    // The sender's name in a mail client.
    this.topic = new Topic(this, 'Topic', { displayName: 'Launch Denied', enforceSSL: true });
    for (const email of emails) this.topic.addSubscription(new EmailSubscription(email));
    this.nameAlarmsAsPublishers();
  }

  /** Lets the role publish. */
  nameAsPublisher(role: IRole): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'FunctionPublishesAlerts',
        effect: Effect.ALLOW,
        principals: [new ArnPrincipal(role.roleArn)],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
      }),
    );
  }

  private nameAlarmsAsPublishers(): void {
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
