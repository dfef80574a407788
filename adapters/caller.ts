// command → [caller]: who is asking, as STS names it.
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Connection } from './connection';

/** Bounds for one request, so that a hanging endpoint costs one try and not the whole timeout. */
const BOUNDS = { connectionTimeout: 2_000, requestTimeout: 4_000, throwOnRequestTimeout: true };

/**
 * Asks whose credentials these are; resolves to an ARN, and throws what the AWS SDK throws. Nobody
 * needs a permission for it.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export async function callerArn(connection: Connection): Promise<string> {
  const client = new STSClient({ requestHandler: BOUNDS, ...connection });
  return (await client.send(new GetCallerIdentityCommand())).Arn ?? '';
}
