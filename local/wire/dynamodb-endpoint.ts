// handler → [endpoint] → DynamoDB emulator
import { refusalSentence } from '../policy/refusal';
import { dynamoDbRequests } from './aws-call';
import { type AwsCall, type Callers, startEndpoint } from './endpoint';
import type { AnsweredFault } from './fault';
import { forward } from './forward';
import { jsonError } from './json';
import type { Loopback, Reply } from './loopback';

/** Errors that every service of this protocol has. */
const FAULTS_OF_ALL = new Set(['UnrecognizedClientException', 'AccessDeniedException']);

/** Where the emulator listens, and how its tables are named in policies. */
export interface DynamoDbUpstream {
  readonly url: string;
  arnOfTable(name: string): string;
}

/** Starts the endpoint before the DynamoDB emulator. */
export function startDynamoDbEndpoint(
  upstream: DynamoDbUpstream,
  callers: Callers,
  record: (call: AwsCall) => void,
): Promise<Loopback> {
  return startEndpoint({
    callers,
    record,
    read: dynamoDbRequests((name) => upstream.arnOfTable(name)),
    refuseStranger: () =>
      error(400, 'UnrecognizedClientException', 'The security token included is invalid.'),
    refuse: (request, decision, { arn }) =>
      error(400, 'AccessDeniedException', refusalSentence(arn, request, decision)),
    fail: failed,
    answer: (request) => forward(upstream.url, request),
  });
}

function failed(fault: AnsweredFault): Reply {
  return fault === 'throttled'
    ? error(400, 'ProvisionedThroughputExceededException', 'The level of throughput is exceeded.')
    : error(500, 'InternalServerError', 'The request failed due to an internal error.');
}

function error(status: number, code: string, message: string): Reply {
  const namespace = FAULTS_OF_ALL.has(code)
    ? 'com.amazon.coral.service'
    : 'com.amazonaws.dynamodb.v20120810';
  return jsonError('1.0', status, `${namespace}#${code}`, message);
}
