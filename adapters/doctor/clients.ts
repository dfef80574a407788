// doctor → [clients] → AWS: one client for each service that is asked, made when it is first needed.
import { ChatbotClient } from '@aws-sdk/client-chatbot';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import { CHAT_REGION } from '../../core/doctor/chat';
import type { Connection } from '../connection';

/** Bounds for one request, so that a hanging endpoint costs some tries and not minutes. */
const BOUNDS = { connectionTimeout: 2_000, requestTimeout: 6_000, throwOnRequestTimeout: true };

/** The services by name; a trail is asked in the Region that it is of. */
export type AwsClients = ReturnType<typeof awsClients>;

/** Makes the clients; no request leaves before something is asked. */
export function awsClients(connection: Connection) {
  const options = { requestHandler: BOUNDS, ...connection };
  const sts = new STSClient(options);
  return {
    sts,
    iam: new IAMClient(options),
    events: new EventBridgeClient(options),
    // The address of a queue is data, and no place to send signed requests to.
    sqs: new SQSClient({ ...options, useQueueUrlAsEndpoint: false }),
    lambda: new LambdaClient(options),
    logs: new CloudWatchLogsClient(options),
    sns: new SNSClient(options),
    cloudTrailIn: (region: string) => new CloudTrailClient({ ...options, region }),
    // This client is older than profiles given as an option, so it borrows the credentials.
    chatbot: new ChatbotClient({
      requestHandler: BOUNDS,
      region: CHAT_REGION,
      ...(connection.endpoint === undefined ? {} : { endpoint: connection.endpoint }),
      credentials: () => sts.config.credentials(),
    }),
  };
}
