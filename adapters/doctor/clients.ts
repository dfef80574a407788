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
import { once } from './once';

/** Bounds for one request, so that a hanging endpoint costs some tries and not minutes. */
const BOUNDS = { connectionTimeout: 2_000, requestTimeout: 6_000, throwOnRequestTimeout: true };

/** A function that assumes fifty roles takes its time. */
const PATIENT = { ...BOUNDS, requestTimeout: 60_000 };

/** The services by name, and those of which several Regions are asked. */
export type AwsClients = ReturnType<typeof awsClients>;

/** Makes the clients; no request leaves before something is asked. */
export function awsClients(connection: Connection) {
  const options = { requestHandler: BOUNDS, ...connection };
  const sts = new STSClient(options);
  // The address of a queue is data, and no place to send signed requests to.
  const queues = { ...options, useQueueUrlAsEndpoint: false };
  return {
    sts,
    iam: new IAMClient(options),
    events: new EventBridgeClient(options),
    sqs: new SQSClient(queues),
    lambda: new LambdaClient(options),
    patientLambda: new LambdaClient({ ...options, requestHandler: PATIENT }),
    logs: new CloudWatchLogsClient(options),
    sns: new SNSClient(options),
    eventsIn: once((region: string) => new EventBridgeClient({ ...options, region })),
    sqsIn: once((region: string) => new SQSClient({ ...queues, region })),
    cloudTrailIn: once((region: string) => new CloudTrailClient({ ...options, region })),
    // This client is older than profiles given as an option, so it borrows the credentials.
    chatbot: new ChatbotClient({
      requestHandler: BOUNDS,
      region: CHAT_REGION,
      ...(connection.endpoint === undefined ? {} : { endpoint: connection.endpoint }),
      credentials: () => sts.config.credentials(),
    }),
  };
}
