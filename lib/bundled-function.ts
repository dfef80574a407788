// One shape for every function: a bundle, its export, a role and a log group of its own.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  type InlineCode,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { DenialTable } from './denial-table';
import { type GrantedRole, grantedPolicy } from './granted-policy';
import { findPackageRoot } from './package-root';
import type { ParsedSettings } from './settings';
import { SynthError } from './synth-error';

/** What every function is given. */
export interface BundledFunctionProps {
  /** Where groups and denials are remembered. */
  readonly table: DenialTable;
  /** The settings of the deployment. */
  readonly settings: ParsedSettings;
}

/** A function's code: the folder of a bundle, or what stands in a template instead of one. */
export type Bundle = string | InlineCode;

/** What is different from one function to the other. */
interface Own {
  /** The `index.js` of it exports the function. */
  readonly bundle: Bundle;
  /** What the bundle exports it as. */
  readonly exported: GrantedRole;
  readonly description: string;
  readonly timeout: Duration;
  /** What its role is for. */
  readonly purpose: string;
  /** Megabytes. */
  readonly memorySize: number;
  readonly environment: Readonly<Record<string, string>>;
  /** ARNs of the topics that it publishes to. @default - none */
  readonly topicArns?: readonly string[];
  /** @default - the function reads no queue */
  readonly queueArn?: string;
  /** ARNs of roles in member accounts that it assumes. @default - none */
  readonly readerRoleArns?: readonly string[];
  /** @default - CloudFormation finds one */
  readonly functionName?: (self: Construct) => string;
}

/** A function of the bundle, with what it may do. */
export abstract class BundledFunction extends Construct {
  readonly function: LambdaFunction;
  /** May do what `GRANTED_ACTIONS` lists for the function. */
  readonly role: Role;
  readonly logGroup: LogGroup;

  protected constructor(scope: Construct, id: string, props: BundledFunctionProps, own: Own) {
    super(scope, id);
    const { exported, description, timeout, memorySize, environment, functionName } = own;
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: props.settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = this.createRole(props, own);
    this.function = new LambdaFunction(this, 'Function', {
      description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: codeOf(own.bundle),
      handler: `index.${exported}`,
      memorySize,
      ...(functionName === undefined ? {} : { functionName: functionName(this) }),
      timeout,
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup: this.logGroup,
      // The CDK would add statements of its own; every grant stands in the table.
      role: this.role.withoutPolicyUpdates(),
      environment,
    });
  }

  private createRole({ table, settings }: BundledFunctionProps, own: Own): Role {
    const { exported, purpose, topicArns = [], queueArn, readerRoleArns = [] } = own;
    const arns = {
      table: table.table.tableArn,
      topics: topicArns,
      logGroup: this.logGroup.logGroupArn,
      readerRoles: readerRoleArns,
      ...(queueArn === undefined ? {} : { queue: queueArn }),
    };
    const role = new Role(this, 'Role', {
      description: `Launch Denied: ${purpose}`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Granted: grantedPolicy(exported, arns, settings) },
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'What is granted on any resource are actions that have no resource types.',
    });
    return role;
  }
}

/** The folder of a bundle that the build writes. */
export function bundleFolder(name: 'handler' | 'widget'): string {
  return join(findPackageRoot().path, 'dist', 'lambda', name);
}

function codeOf(bundle: Bundle): Code {
  return typeof bundle === 'string' ? Code.fromAsset(dirname(bundleFile(bundle))) : bundle;
}

/**
 * The file of a bundle.
 *
 * @throws SynthError `BUNDLE_MISSING`
 */
export function bundleFile(folder: string): string {
  const file = join(folder, 'index.js');
  if (existsSync(file)) return file;
  throw new SynthError(
    'BUNDLE_MISSING',
    `no index.js in ${folder}: run "npm run build" first, or give handlerBundle or widgetBundle the folder of a bundle`,
  );
}
