// Requests of SDK clients to services of three protocols, as one call; answers and errors as replies.
import * as v from 'valibot';
import { jsonError, jsonResult } from '../../local/wire/json';
import type { Reply, Request } from '../../local/wire/loopback';
import { escapeXml, xmlError, xmlResult } from '../../local/wire/xml';

/** One call: `cloudtrail:StartLogging`, the Region and the key it was signed for and with, and what it asks. */
export interface Call {
  readonly name: string;
  readonly key: string;
  readonly region: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** An error that a service answers with. */
export class Fault extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string = code, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const JSON_VERSIONS = {
  events: '1.1',
  cloudtrail: '1.1',
  logs: '1.1',
  organizations: '1.1',
  ssm: '1.1',
  sqs: '1.0',
} as const;

/** Services whose requests are forms and whose answers are XML. */
const XML = ['sts', 'iam', 'sns', 'cloudformation'];

const object = v.record(v.string(), v.unknown());

/** Paths of operations that are told by method and path. */
const ROUTES: readonly (readonly [RegExp, string])[] = [
  [
    /^GET \/2015-03-31\/functions\/(?<FunctionName>[^/]+)\/configuration$/,
    'lambda:GetFunctionConfiguration',
  ],
  [/^POST \/2015-03-31\/functions\/(?<FunctionName>[^/]+)\/invocations$/, 'lambda:InvokeFunction'],
  [/^GET \/2015-03-31\/event-source-mappings$/, 'lambda:ListEventSourceMappings'],
  [/^POST \/2015-03-31\/event-source-mappings$/, 'lambda:CreateEventSourceMapping'],
  [/^PUT \/2015-03-31\/event-source-mappings\/(?<UUID>[^/]+)$/, 'lambda:UpdateEventSourceMapping'],
  [/^POST \/listRegions$/, 'account:ListRegions'],
  [/^POST \/describe-slack-channel-configurations$/, 'chatbot:DescribeSlackChannelConfigurations'],
  [
    /^POST \/list-ms-teams-channel-configurations$/,
    'chatbot:ListMicrosoftTeamsChannelConfigurations',
  ],
  [/^POST \/describe-chime-webhook-configurations$/, 'chatbot:DescribeChimeWebhookConfigurations'],
  [/^POST \/update-slack-channel-configuration$/, 'chatbot:UpdateSlackChannelConfiguration'],
  [
    /^POST \/update-ms-teams-channel-configuration$/,
    'chatbot:UpdateMicrosoftTeamsChannelConfiguration',
  ],
];

/** Reads a call off the wire. */
export function readCall({ headers, method, path, body }: Request): Call {
  const scope = /Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? '');
  const [, key = '', region = '', service = ''] = scope ?? [];
  if (service in JSON_VERSIONS) {
    const target = String(headers['x-amz-target']);
    const operation = target.slice(target.lastIndexOf('.') + 1);
    const input = v.parse(object, JSON.parse(body));
    return { name: `${service}:${operation}`, key, region, input };
  }
  if (XML.includes(service)) {
    const { Action = '', ...input } = Object.fromEntries(new URLSearchParams(body));
    return { name: `${service}:${Action}`, key, region, input };
  }
  return { ...routed(method, new URL(path, 'http://aws'), body), key, region };
}

function routed(
  method: string,
  { pathname, searchParams }: URL,
  body: string,
): Omit<Call, 'key' | 'region'> {
  for (const [pattern, name] of ROUTES) {
    const found = pattern.exec(`${method} ${pathname}`);
    if (found === null) continue;
    const given = body === '' ? {} : v.parse(object, JSON.parse(body));
    const labels = found.groups ?? {};
    return { name, input: { ...Object.fromEntries(searchParams), ...labels, ...given } };
  }
  throw new Error(`the stand-in plays no ${method} ${pathname}`);
}

const NAMESPACE = 'https://stand-in.example.com/doc/';

function serviceOf({ name }: Call): string {
  return name.slice(0, name.indexOf(':'));
}

function versionOf(service: string): '1.0' | '1.1' | null {
  return service in JSON_VERSIONS ? JSON_VERSIONS[service as keyof typeof JSON_VERSIONS] : null;
}

/** Writes an answer in the protocol of the service. */
export function answerTo(call: Call, result: object): Reply {
  const service = serviceOf(call);
  const version = versionOf(service);
  if (version !== null) return jsonResult(version, result);
  if (XML.includes(service))
    return xmlResult(NAMESPACE, call.name.slice(service.length + 1), xmlOf(result));
  const headers = { 'content-type': 'application/json' };
  return { status: 200, headers, body: JSON.stringify(result) };
}

/** Writes an error in the protocol of the service. */
export function errorTo(call: Call, { code, message, status }: Fault): Reply {
  const service = serviceOf(call);
  const version = versionOf(service);
  if (version !== null) return jsonError(version, status, code, message);
  if (XML.includes(service)) return xmlError(NAMESPACE, status, code, message);
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': code };
  return { status, headers, body: JSON.stringify({ message }) };
}

function xmlOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => `<member>${xmlOf(each)}</member>`).join('');
  if (typeof value !== 'object' || value === null) return escapeXml(String(value));
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) => `<${name}>${xmlOf(inner)}</${name}>`)
    .join('');
}
