// event → rule → queue → [function] → table, alerts
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  EventSourceMapping,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { AlertTopic } from './alert-topic';
import type { DenialQueue } from './denial-queue';
import type { DenialTable } from './denial-table';
import { grantedPolicy } from './granted-actions';
import { findPackageRoot } from './package-root';
import type { ParsedSettings } from './settings';
import { SynthError } from './synth-error';

/** Longest time for one batch. */
export const FUNCTION_TIMEOUT = Duration.seconds(30);

/** Properties of the function. */
export interface DenialFunctionProps {
  /** Where denials come from. */
  readonly denials: DenialQueue;
  /** Where denials are remembered. */
  readonly table: DenialTable;
  /** Where alerts are published. */
  readonly alerts: AlertTopic;
  /** The settings of the deployment. */
  readonly settings: ParsedSettings;
  /**
   * Folder of the bundle; its `index.js` exports `handler`.
   *
   * @default - dist/lambda/handler of this package
   */
  readonly handlerBundle?: string;
}

/**
 * Explains denials: reads the queue, asks STS, stores in the table, publishes alerts.
 *
 * Concurrency is bounded by the event source mapping and not reserved, because a reservation fails to
 * deploy in an account with a small limit.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
export class DenialFunction extends Construct {
  readonly function: LambdaFunction;
  /** May do what `GRANTED_ACTIONS` lists. */
  readonly role: Role;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: DenialFunctionProps) {
    super(scope, id);
    const { denials, table, alerts, settings, handlerBundle = defaultBundle() } = props;
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = this.createRole(props);
    this.function = new LambdaFunction(this, 'Function', {
      description: 'Explains denied EC2 launches and publishes alerts about them',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: bundleAt(handlerBundle),
      handler: 'index.handler',
      memorySize: 256,
      timeout: FUNCTION_TIMEOUT,
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup: this.logGroup,
      // The CDK would add statements of its own; every grant stands in the table.
      role: this.role.withoutPolicyUpdates(),
      environment: {
        TABLE_NAME: table.table.tableName,
        ALERTS_TOPIC_ARN: alerts.topic.topicArn,
        RETENTION_DAYS: String(settings.retentionDays),
        MAX_RECEIVES: String(denials.maxReceives),
        ACCOUNT_ID: Stack.of(this).account,
        SIMULATE: String(settings.simulate),
      },
    });
    new EventSourceMapping(this, 'Source', {
      target: this.function,
      eventSourceArn: denials.queue.queueArn,
      batchSize: 10,
      reportBatchItemFailures: true,
      maxConcurrency: 5,
    });
  }

  private createRole({ denials, table, alerts, settings }: DenialFunctionProps): Role {
    const role = new Role(this, 'Role', {
      description: 'Launch Denied: decodes, stores and alerts about denied EC2 launches',
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        Granted: grantedPolicy(
          {
            table: table.table.tableArn,
            'alerts-topic': alerts.topic.topicArn,
            queue: denials.queue.queueArn,
            'log-group': this.logGroup.logGroupArn,
          },
          settings,
        ),
      },
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'sts:DecodeAuthorizationMessage and the X-Ray actions have no resource types.',
    });
    if (settings.simulate) acknowledgeSimulation(role);
    return role;
  }
}

function acknowledgeSimulation(role: Role): void {
  for (const kind of ['role', 'user']) {
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:iam::<AWS::AccountId>:${kind}/*]`,
      reason: `Any ${kind} of the account might be denied a launch, and its policies simulated.`,
    });
  }
}

function defaultBundle(): string {
  return join(findPackageRoot().path, 'dist', 'lambda', 'handler');
}

function bundleAt(folder: string): Code {
  if (existsSync(join(folder, 'index.js'))) return Code.fromAsset(folder);
  throw new SynthError(
    'BUNDLE_MISSING',
    `no index.js in ${folder}: run "npm run build" first, or give handlerBundle the folder of a bundle`,
  );
}
