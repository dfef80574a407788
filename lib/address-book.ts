// Where a command finds what a stack deployed, knowing only the stack's name.
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { AlertTopics } from './alert-topic';
import type { ReviewDashboard } from './dashboard';
import type { DenialFunction } from './denial-function';
import type { DenialQueue } from './denial-queue';
import type { DenialRule } from './denial-rule';
import type { DenialTable } from './denial-table';
import { acceptedRegions } from './denial-pattern';
import { forwarderRuleName } from './forwarder/names';
import { readerRoleOf } from './member-roles';
import { findPackageRoot } from './package-root';
import type { ParsedSettings } from './settings';
import type { SweepFunction } from './sweep-function';

/** Properties of the address book: the stages it lists, and what a command has to know of them. */
export interface AddressBookProps {
  readonly rule: DenialRule;
  readonly denials: DenialQueue;
  readonly function: DenialFunction;
  readonly sweep: SweepFunction;
  readonly table: DenialTable;
  readonly topics: AlertTopics;
  readonly settings: ParsedSettings;
  /** Undefined where there is none. */
  readonly dashboard: ReviewDashboard | undefined;
}

/** The name of the SSM parameter that lists what the stack deployed. */
export function addressBookName(stackName: string): string {
  return `/launch-denied/${stackName}`;
}

/**
 * Lists what is deployed in one SSM parameter, as JSON; names of fields are never changed.
 *
 * The only fixed physical name: it holds the stack's name, which is unique in an account and Region.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html
 */
export class AddressBook extends Construct {
  readonly parameter: StringParameter;

  constructor(scope: Construct, id: string, props: AddressBookProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const { alerts, chat, texts } = props.topics;
    const { dashboard } = props;
    this.parameter = new StringParameter(this, 'Parameter', {
      description: 'What Launch Denied deployed, for its command',
      parameterName: addressBookName(stack.stackName),
      // Told, because the stack's name is a token where the stack is nested.
      simpleName: false,
      stringValue: stack.toJsonString({
        version: findPackageRoot().version,
        ruleName: props.rule.rule.ruleName,
        ruleDeadLetterQueueUrl: props.rule.deadLetterQueue.queueUrl,
        queueUrl: props.denials.queue.queueUrl,
        deadLetterQueueUrl: props.denials.deadLetterQueue.queueUrl,
        functionName: props.function.function.functionName,
        sweepFunctionName: props.sweep.function.functionName,
        tableName: props.table.table.tableName,
        retentionDays: props.settings.retentionDays,
        alertsTopicArn: alerts.topic.topicArn,
        ...(chat === undefined ? {} : { chatTopicArn: chat.topic.topicArn }),
        ...(texts === undefined ? {} : { smsTopicArn: texts.topic.topicArn }),
        ...(dashboard === undefined ? {} : { dashboardName: dashboard.dashboard.dashboardName }),
        ...elsewhere(props, stack),
      }),
    });
  }
}

/** What other Regions and accounts have to do with this stack. */
function elsewhere({ settings, function: explain, sweep }: AddressBookProps, stack: Stack) {
  const { organization, accounts } = settings;
  const readerRole = readerRoleOf(stack, settings);
  const hub = {
    readerRoleName: readerRole,
    functionRoleArns: [explain.role.roleArn, sweep.role.roleArn],
    ...(organization === null ? { accounts } : { organization }),
  };
  return {
    forwarderRuleName: forwarderRuleName(stack.stackName),
    regions: acceptedRegions(settings, stack),
    ...(readerRole === undefined ? {} : hub),
  };
}
