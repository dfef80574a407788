// handler → [endpoint] → SNS emulator
import { refusalSentence } from '../policy/refusal';
import { readSnsRequests } from './aws-call';
import { type AwsCall, type Callers, startEndpoint } from './endpoint';
import { forward } from './forward';
import type { Loopback, Reply } from './loopback';
import { snsFault } from './sns-limits';
import { xmlError, xmlFault } from './xml';

const NAMESPACE = 'http://sns.amazonaws.com/doc/2010-03-31/';

/** Starts the endpoint before the SNS emulator, which takes messages that SNS does not. */
export function startSnsEndpoint(
  upstream: string,
  callers: Callers,
  record: (call: AwsCall) => void,
): Promise<Loopback> {
  return startEndpoint({
    callers,
    record,
    read: readSnsRequests,
    refuseStranger: () => error(403, 'InvalidClientTokenId', 'The security token is invalid.'),
    refuse: (request, decision, { arn }) =>
      error(403, 'AuthorizationError', refusalSentence(arn, request, decision)),
    fail: (fault) => xmlFault(NAMESPACE, fault, 'InternalError'),
    answer: async (request) => {
      const fault = snsFault(request.body);
      return fault ? error(400, fault.code, fault.message) : forward(upstream, request);
    },
  });
}

function error(status: number, code: string, message: string): Reply {
  return xmlError(NAMESPACE, status, code, message);
}
