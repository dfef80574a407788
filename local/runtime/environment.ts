// The environment of a function's process: what the template and Lambda set, and nothing of ours.
import { createHash } from 'node:crypto';
import { devNull } from 'node:os';
import type { FunctionPlan } from '../template/read-function';

/** Where the handler's SDK clients find the endpoints of local mode. */
export interface EndpointUrls {
  readonly sts: string;
  readonly iam: string;
  readonly dynamodb: string;
  readonly sns: string;
  readonly eventBridge: string;
}

/** The invented access key of a function's role, by which the endpoints know who calls. */
export function accessKeyIdOf(functionName: string): string {
  const digest = createHash('sha256').update(functionName).digest('hex');
  return `ASIA${digest.slice(0, 16).toUpperCase()}`;
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
export function functionEnvironment(
  plan: FunctionPlan,
  codeFolder: string,
  endpoints: EndpointUrls,
): Readonly<Record<string, string>> {
  const [, , , region = ''] = plan.arn.split(':');
  return {
    ...plan.environment,
    PATH: process.env.PATH ?? '',
    TZ: ':UTC',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${plan.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: plan.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMegabytes),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_ACCESS_KEY_ID: accessKeyIdOf(plan.name),
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    AWS_SESSION_TOKEN: 'local',
    _HANDLER: plan.handler,
    LAMBDA_TASK_ROOT: codeFolder,
    AWS_ENDPOINT_URL_STS: endpoints.sts,
    AWS_ENDPOINT_URL_IAM: endpoints.iam,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SNS: endpoints.sns,
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.eventBridge,
    // Lambda has no such files; the reader's own profiles must not change what is played.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
