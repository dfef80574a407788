// command → [endpoint] → DynamoDB emulator: one address that answers the commands on groups in place of
// AWS, with the formats of SSM, STS and DynamoDB.
import * as v from 'valibot';
import { queryAction } from './wire/aws-call';
import { forward } from './wire/forward';
import { type Loopback, type Reply, type Request, startLoopback } from './wire/loopback';
import { escapeXml, xmlError, xmlResult } from './wire/xml';

/** What the endpoint tells of the local stack. */
export interface CommandsEndpointOptions {
  /** Where the DynamoDB emulator listens. */
  readonly dynamodbUrl: string;
  readonly stackName: string;
  /** What the SSM parameter of the stack holds. */
  readonly addressBook: object;
  /** When the stack was deployed; ISO 8601. @default - nobody says */
  readonly deployedAt?: string;
  /** Who runs the commands. */
  readonly callerArn: string;
}

const STS_NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** Starts the endpoint; signatures are not read. */
export function startCommandsEndpoint(options: CommandsEndpointOptions): Promise<Loopback> {
  return startLoopback(async (request) => {
    if (isForeign(request)) return refused('web pages and other names may not ask here\n');
    const target = String(request.headers['x-amz-target'] ?? '');
    if (target.startsWith('DynamoDB_')) return forward(options.dynamodbUrl, request);
    if (target === 'AmazonSSM.GetParameter') return parameterReply(request, options);
    return callerReply(request, options);
  });
}

/** A web page that somebody visits must not be able to read or change groups here. */
function isForeign({ headers }: Request): boolean {
  return headers.origin !== undefined || !/^127\.0\.0\.1(:\d+)?$/.test(headers.host ?? '');
}

function refused(body: string): Reply {
  return { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

const getParameter = v.pipe(v.string(), v.parseJson(), v.object({ Name: v.string() }));

/** @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html */
function parameterReply(
  { body }: Request,
  { stackName, addressBook, deployedAt }: CommandsEndpointOptions,
): Reply {
  const asked = v.safeParse(getParameter, body);
  const name = `/launch-denied/${stackName}`;
  if (!asked.success) return jsonReply(400, { __type: 'ValidationException' });
  if (asked.output.Name !== name) return jsonReply(400, { __type: 'ParameterNotFound' });
  const value = JSON.stringify(addressBook);
  const modified =
    deployedAt === undefined ? {} : { LastModifiedDate: Date.parse(deployedAt) / 1_000 };
  const parameter = { Name: name, Type: 'String', Value: value, Version: 1, ...modified };
  return jsonReply(200, { Parameter: parameter });
}

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
function callerReply({ body }: Request, { callerArn }: CommandsEndpointOptions): Reply {
  const action = queryAction(body);
  if (action !== 'GetCallerIdentity')
    return xmlError(STS_NAMESPACE, 400, 'InvalidAction', `local mode does not answer ${action}`);
  return xmlResult(STS_NAMESPACE, action, `<Arn>${escapeXml(callerArn)}</Arn>`);
}

function jsonReply(status: number, body: object): Reply {
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  return { status, headers, body: JSON.stringify(body) };
}
