import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { LaunchDenied, type LaunchDeniedProps } from './launch-denied';

/** Properties of the stack: those of any stack, and those of the construct. */
export interface LaunchDeniedStackProps extends StackProps {
  /**
   * Properties of the construct.
   *
   * @default - every setting has its default
   */
  readonly launchDenied?: LaunchDeniedProps;
}

/**
 * Launch Denied as a stack of its own, the home stack: the construct, and in the outputs what was
 * deployed. Other Regions and accounts send their denials here by way of a `ForwarderStack`.
 */
export class LaunchDeniedStack extends Stack {
  readonly launchDenied: LaunchDenied;

  constructor(
    scope: Construct,
    id: string,
    { launchDenied, ...props }: LaunchDeniedStackProps = {},
  ) {
    super(scope, id, {
      description: 'Launch Denied: tells people why AWS refused their EC2 launch',
      ...props,
    });
    const deployed = new LaunchDenied(this, 'LaunchDenied', launchDenied);
    this.launchDenied = deployed;
    this.output('AlertsTopicArn', deployed.alerts.topic.topicArn, 'Subscribe to receive alerts');
    if (deployed.chat !== undefined)
      this.output('ChatTopicArn', deployed.chat.topic.topicArn, 'What chat channels receive');
    if (deployed.texts !== undefined)
      this.output('SmsTopicArn', deployed.texts.topic.topicArn, 'What telephones receive');
    this.output(
      'TableName',
      deployed.table.table.tableName,
      'Groups and denials, until they expire',
    );
    this.output('QueueUrl', deployed.denials.queue.queueUrl, 'Denials on their way');
    this.output('FunctionName', deployed.function.function.functionName, 'Explains denials');
    this.output('FunctionRoleArn', deployed.function.role.roleArn, 'Decodes encoded messages');
    this.output('SweepFunctionName', deployed.sweep.function.functionName, 'Sends what waits');
    this.output('RuleName', deployed.rule.rule.ruleName, 'Matches denied launches');
    if (deployed.dashboard !== undefined)
      this.output('DashboardUrl', deployed.dashboard.url, 'Review denials here');
    if (deployed.isHub)
      this.output(
        'MemberParameters',
        memberParameters(deployed),
        'For the forwarder in member accounts',
      );
    this.output('AddressBookName', deployed.addressBook.parameter.parameterName, 'Lists all this');
  }

  private output(id: string, value: string, description: string): void {
    new CfnOutput(this, id, { value, description });
  }
}

/**
 * The parameters of the forwarder in member accounts, as JSON that the AWS CLI takes from a file.
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/cloudformation/create-stack-set.html
 */
function memberParameters({ settings, function: explain, sweep }: LaunchDenied): string {
  const stack = Stack.of(explain);
  const { organization, operations, simulate } = settings;
  const values = {
    HomeAccount: stack.account,
    HomeRegion: stack.region,
    HomeStackName: stack.stackName,
    FunctionRoleArns: `${explain.role.roleArn},${sweep.role.roleArn}`,
    ...(organization === null ? {} : { OrganizationId: organization }),
    Operations: operations.join(','),
    Simulate: String(simulate),
  };
  return stack.toJsonString(
    Object.entries(values).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
  );
}
