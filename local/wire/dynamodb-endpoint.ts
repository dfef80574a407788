// handler → [endpoint] → DynamoDB emulator
import { refusalSentence } from '../policy/refusal';
import { dynamoDbRequests } from './aws-call';
import { type AwsCall, type Caller, startEndpoint } from './endpoint';
import { forward } from './forward';
import type { Loopback, Reply } from './loopback';

/** Where the emulator listens, and how its tables are named in policies. */
export interface DynamoDbUpstream {
  readonly url: string;
  arnOfTable(name: string): string;
}

/** Starts the endpoint before the DynamoDB emulator. */
export function startDynamoDbEndpoint(
  upstream: DynamoDbUpstream,
  caller: Caller,
  record: (call: AwsCall) => void,
): Promise<Loopback> {
  return startEndpoint({
    caller,
    record,
    read: dynamoDbRequests((name) => upstream.arnOfTable(name)),
    refuseStranger: () =>
      jsonError('UnrecognizedClientException', 'The security token included is invalid.'),
    refuse: (request, decision, { arn }) =>
      jsonError('AccessDeniedException', refusalSentence(arn, request, decision)),
    answer: (request) => forward(upstream.url, request),
  });
}

function jsonError(code: string, message: string): Reply {
  return {
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({ __type: `com.amazon.coral.service#${code}`, message }),
  };
}
