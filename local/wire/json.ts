// JSON of the AWS JSON protocol, as DynamoDB and EventBridge speak it.
import type { Reply } from './loopback';

/** The version of the protocol that a service speaks. */
export type JsonVersion = '1.0' | '1.1';

/** A successful answer. */
export function jsonResult(version: JsonVersion, result: object): Reply {
  return jsonReply(200, version, result);
}

/** An error answer; the type is a shape, with or without its namespace. */
export function jsonError(
  version: JsonVersion,
  status: number,
  type: string,
  message: string,
): Reply {
  return jsonReply(status, version, { __type: type, message });
}

function jsonReply(status: number, version: JsonVersion, body: object): Reply {
  const headers = { 'content-type': `application/x-amz-json-${version}` };
  return { status, headers, body: JSON.stringify(body) };
}
