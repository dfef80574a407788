// event → [rule → home event bus] → rule → queue → function: what happened elsewhere comes home
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { EventBus as EventBusTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Aws, Stack, Tags } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { denialPattern } from '../denial-pattern';
import type { LaunchOperation } from '../settings';
import { UndeliveredQueue } from '../undelivered-queue';
import { checkHomeName, forwarderRuleName, type HomePlace } from './names';

/** Properties of a forwarder. */
export interface ForwarderProps {
  /** Where denials are explained. */
  readonly home: HomePlace;
  /** EC2 operations whose denials are sent there. */
  readonly operations: readonly LaunchOperation[];
  /** Whether the rule is enabled: at home events would go in a circle. @default true */
  readonly enabled?: boolean;
}

/**
 * Sends the denied launches of a Region to the default event bus of the home stack.
 *
 * It leaves nothing behind when it is deleted. The rule has a fixed name, by which the doctor finds it.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html
 */
export class Forwarder extends Construct {
  readonly rule: Rule;
  /** What EventBridge assumes to put events on the home event bus. */
  readonly role: Role;
  /** Where EventBridge leaves events it could not deliver there. */
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, id: string, props: ForwarderProps) {
    super(scope, id);
    const { home, operations, enabled = true } = props;
    const { account, region, stackName } = home;
    checkHomeName(stackName);
    const here = Stack.of(this);
    const ruleName = forwarderRuleName(stackName);
    const busArn = `arn:${Aws.PARTITION}:events:${region}:${account}:event-bus/default`;
    this.deadLetterQueue = new UndeliveredQueue(this, 'DeadLetters');
    this.role = this.createRole(busArn, ruleName);
    const bus = EventBus.fromEventBusArn(this, 'Home', busArn);
    this.rule = new Rule(this, 'Rule', {
      ruleName,
      enabled,
      description: `Denied EC2 launches, for Launch Denied in ${region} of ${account}`,
      // What other event buses sent here does not go on to a third one, and would lie among the dead letters.
      eventPattern: denialPattern({ operations, account: here.account, regions: [here.region] }),
      targets: [
        new EventBusTarget(bus, {
          // The CDK would add a statement of its own, without conditions.
          role: this.role.withoutPolicyUpdates(),
          deadLetterQueue: this.deadLetterQueue,
        }),
      ],
    });
    Tags.of(this).add('launch-denied', stackName);
  }

  private createRole(busArn: string, ruleName: string): Role {
    const stack = Stack.of(this);
    const rule = stack.formatArn({ service: 'events', resource: 'rule', resourceName: ruleName });
    return new Role(this, 'Role', {
      description: 'Launch Denied: sends denied EC2 launches to the home event bus',
      assumedBy: new ServicePrincipal('events.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': stack.account },
          ArnEquals: { 'aws:SourceArn': rule },
        },
      }),
      // What is sent is up to the rule, which alone may have the role assumed.
      inlinePolicies: {
        Granted: new PolicyDocument({
          statements: [new PolicyStatement({ actions: ['events:PutEvents'], resources: [busArn] })],
        }),
      },
    });
  }
}
