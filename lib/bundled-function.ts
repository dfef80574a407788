// One shape for both functions: the same bundle, its own export, role and log group.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { type Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { AlertTopics } from './alert-topic';
import type { DenialTable } from './denial-table';
import { type GrantedRole, grantedPolicy } from './granted-policy';
import { findPackageRoot } from './package-root';
import type { ParsedSettings } from './settings';
import { SynthError } from './synth-error';

/** Properties that both functions share. */
export interface BundledFunctionProps {
  /** Where groups and denials are remembered. */
  readonly table: DenialTable;
  /** Where alerts are published; undefined where the function publishes none. */
  readonly topics: AlertTopics | undefined;
  /** The settings of the deployment. */
  readonly settings: ParsedSettings;
  /**
   * Folder of the bundle; its `index.js` exports `handler` and `sweep`.
   *
   * @default - dist/lambda/handler of this package
   */
  readonly handlerBundle?: string;
}

/** What is different from one function to the other. */
interface Own {
  /** What the bundle exports it as. */
  readonly exported: GrantedRole;
  readonly description: string;
  readonly timeout: Duration;
  /** What its role is for. */
  readonly purpose: string;
  /** @default - the function reads no queue */
  readonly queueArn?: string;
  /** Megabytes. @default 256 */
  readonly memorySize?: number;
  /** @default - CloudFormation finds one */
  readonly functionName?: (self: Construct) => string;
  /** @default - what the way of alerts needs */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A function of the bundle, with what it may do. */
export abstract class BundledFunction extends Construct {
  readonly function: LambdaFunction;
  /** May do what `GRANTED_ACTIONS` lists for the function. */
  readonly role: Role;
  readonly logGroup: LogGroup;

  protected constructor(scope: Construct, id: string, props: BundledFunctionProps, own: Own) {
    super(scope, id);
    const { settings, handlerBundle = bundleFolder('handler') } = props;
    const { memorySize = 256, functionName, environment } = own;
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = this.createRole(props, own);
    this.function = new LambdaFunction(this, 'Function', {
      description: own.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: bundleAt(handlerBundle),
      handler: `index.${own.exported}`,
      memorySize,
      ...(functionName === undefined ? {} : { functionName: functionName(this) }),
      timeout: own.timeout,
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup: this.logGroup,
      // The CDK would add statements of its own; every grant stands in the table.
      role: this.role.withoutPolicyUpdates(),
      environment: environment ?? variables(props, Stack.of(this)),
    });
  }

  private createRole(props: BundledFunctionProps, { exported, purpose, queueArn }: Own): Role {
    const { table, topics, settings } = props;
    const arns = {
      table: table.table.tableArn,
      topics: (topics === undefined ? [] : existing(topics)).map(({ topic }) => topic.topicArn),
      logGroup: this.logGroup.logGroupArn,
      ...(queueArn === undefined ? {} : { queue: queueArn }),
    };
    const role = new Role(this, 'Role', {
      description: `Launch Denied: ${purpose}`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Granted: grantedPolicy(exported, arns, settings) },
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        topics === undefined
          ? 'The X-Ray actions have no resource types.'
          : 'sts:DecodeAuthorizationMessage and the X-Ray actions have no resource types.',
    });
    if (settings.simulate && topics !== undefined) acknowledgeSimulation(role);
    return role;
  }
}

/** The topics that a deployment has. */
export function existing({ alerts, chat, texts }: AlertTopics) {
  return [alerts, chat, texts].filter((topic) => topic !== undefined);
}

function variables({ table, topics, settings }: BundledFunctionProps, stack: Stack) {
  if (topics === undefined) throw new SynthError('INVALID_SETTINGS', 'a function without topics');
  const { alerts, chat, texts } = topics;
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
    // The function knows its Region, which is the rest of the dashboard's name.
    ...(settings.dashboard ? { DASHBOARD_STACK: stack.stackName } : {}),
  };
}

function acknowledgeSimulation(role: Role): void {
  for (const kind of ['role', 'user']) {
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:iam::<AWS::AccountId>:${kind}/*]`,
      reason: `Any ${kind} of the account might be denied a launch, and its policies simulated.`,
    });
  }
}

/** The folder of a bundle that the build writes. */
export function bundleFolder(name: 'handler' | 'widget'): string {
  return join(findPackageRoot().path, 'dist', 'lambda', name);
}

function bundleAt(folder: string): Code {
  if (existsSync(join(folder, 'index.js'))) return Code.fromAsset(folder);
  throw new SynthError(
    'BUNDLE_MISSING',
    `no index.js in ${folder}: run "npm run build" first, or give handlerBundle the folder of a bundle`,
  );
}
