// What the two functions of the way to an alert have in common: one bundle, its variables, the topics.
import type { Role } from 'aws-cdk-lib/aws-iam';
import { type Duration, Stack, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { AlertTopics } from './alert-topic';
import {
  type Bundle,
  BundledFunction,
  type BundledFunctionProps,
  bundleFolder,
} from './bundled-function';
import { readerRoleName } from './forwarder/names';
import { readerRoleArns, readerRoleOf } from './member-roles';
import { membersOf } from './settings/members';

/** What both functions are given. */
export interface WayFunctionProps extends BundledFunctionProps {
  /** Where alerts are published. */
  readonly topics: AlertTopics;
  /**
   * Folder of the bundle, or the code itself; its `index.js` exports `handler` and `sweep`.
   *
   * @default - dist/lambda/handler of this package
   */
  readonly handlerBundle?: Bundle;
}

/** What is different from one to the other. */
interface Own {
  readonly exported: 'handler' | 'sweep';
  readonly description: string;
  readonly timeout: Duration;
  /** What its role is for. */
  readonly purpose: string;
  /** @default - the function reads no queue */
  readonly queueArn?: string;
}

/** A function on the way to an alert. */
export abstract class WayFunction extends BundledFunction {
  protected constructor(scope: Construct, id: string, props: WayFunctionProps, own: Own) {
    const { topics, settings, handlerBundle = bundleFolder('handler') } = props;
    super(scope, id, props, {
      ...own,
      bundle: handlerBundle,
      memorySize: 256,
      environment: variables(props, Stack.of(scope)),
      topicArns: existing(topics).map(({ topic }) => topic.topicArn),
      readerRoleArns: readerRoleArns(Stack.of(scope), settings),
    });
    if (settings.simulate) acknowledgeSimulation(this.role);
    if (membersOf(settings) !== undefined) acknowledgeMembers(this.role);
  }
}

/** The topics that a deployment has. */
export function existing({ alerts, chat, texts }: AlertTopics) {
  return [alerts, chat, texts].filter((topic) => topic !== undefined);
}

function variables({ table, topics, settings }: WayFunctionProps, stack: Stack) {
  const { alerts, chat, texts } = topics;
  const readerRole = readerRoleOf(stack, settings);
  return {
    TABLE_NAME: table.table.tableName,
    ALERTS_TOPIC_ARN: alerts.topic.topicArn,
    ...(chat === undefined ? {} : { CHAT_TOPIC_ARN: chat.topic.topicArn }),
    ...(texts === undefined ? {} : { SMS_TOPIC_ARN: texts.topic.topicArn }),
    RETENTION_DAYS: String(settings.retentionDays),
    ACCOUNT_ID: stack.account,
    SIMULATE: String(settings.simulate),
    ALERTS_PER_MINUTE: String(settings.alertsPerMinute),
    IGNORED_PRINCIPALS: JSON.stringify(settings.ignoredPrincipals),
    IGNORED_ACTIONS: JSON.stringify(settings.ignoredActions),
    DIGEST: settings.digest === 'off' ? 'off' : JSON.stringify(settings.digest),
    PRIVACY: settings.privacy,
    ...(readerRole === undefined ? {} : { READER_ROLE_NAME: readerRole }),
    ...(Object.keys(settings.accountNames).length === 0
      ? {}
      : { ACCOUNT_NAMES: JSON.stringify(settings.accountNames) }),
    // The function knows its Region, which is the rest of the dashboard's name.
    ...(settings.dashboard ? { DASHBOARD_STACK: stack.stackName } : {}),
  };
}

function acknowledgeMembers(role: Role): void {
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:iam::*:role/${readerRoleName(Stack.of(role).stackName)}]`,
    reason:
      'One role by its name, in whichever account a launch was denied; the role itself trusts this stack alone.',
  });
}

function acknowledgeSimulation(role: Role): void {
  for (const kind of ['role', 'user']) {
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:iam::<AWS::AccountId>:${kind}/*]`,
      reason: `Any ${kind} of the account might be denied a launch, and its policies simulated.`,
    });
  }
}
