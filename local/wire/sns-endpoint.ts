// handler → [endpoint] → SNS emulator
import { refusalSentence } from '../policy/refusal';
import { queryAction, readSnsRequests } from './aws-call';
import { type AwsCall, type Caller, startEndpoint } from './endpoint';
import { forward } from './forward';
import type { Loopback, Reply, Request } from './loopback';
import { xmlError } from './xml';

const NAMESPACE = 'http://sns.amazonaws.com/doc/2010-03-31/';

/** Starts the endpoint before the SNS emulator, which takes any Subject where SNS does not. */
export function startSnsEndpoint(
  upstream: string,
  caller: Caller,
  record: (call: AwsCall) => void,
): Promise<Loopback> {
  return startEndpoint({
    caller,
    record,
    read: readSnsRequests,
    refuseStranger: () => error(403, 'InvalidClientTokenId', 'The security token is invalid.'),
    refuse: (request, decision, { arn }) =>
      error(403, 'AuthorizationError', refusalSentence(arn, request, decision)),
    answer: async (request) =>
      hasInvalidSubject(request)
        ? error(400, 'InvalidParameter', 'Invalid parameter: Subject')
        : forward(upstream, request),
  });
}

/** @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
function hasInvalidSubject({ body }: Request): boolean {
  const subject = new URLSearchParams(body).get('Subject');
  if (queryAction(body) !== 'Publish' || subject === null) return false;
  return !/^[\x21-\x7e][\x20-\x7e]{0,98}$/.test(subject);
}

function error(status: number, code: string, message: string): Reply {
  return xmlError(NAMESPACE, status, code, message);
}
