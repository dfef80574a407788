// What a request to an AWS endpoint asks for, read off the wire.
import * as v from 'valibot';
import type { AskedRequest } from '../policy/evaluate';
import type { Request } from './loopback';

/** Reads the requests a policy is asked about; one call may touch several resources. */
export type ReadRequests = (
  request: Request,
  caller: { readonly account: string; readonly region: string },
) => readonly AskedRequest[];

/** The action of a Query protocol request, as STS and SNS speak it. */
export function queryAction(body: string): string {
  return new URLSearchParams(body).get('Action') ?? '';
}

/** STS: the role to assume is a resource; no other action that local mode knows has resource types. */
export const readStsRequests: ReadRequests = ({ body }) => [
  { action: `sts:${queryAction(body)}`, resource: new URLSearchParams(body).get('RoleArn') ?? '*' },
];

/** SNS: the topic stands in the form. */
export const readSnsRequests: ReadRequests = ({ body }) => {
  const form = new URLSearchParams(body);
  const resource = form.get('TopicArn') ?? form.get('TargetArn') ?? '*';
  // A batch needs the permission of a single message: there is no sns:PublishBatch.
  const action = queryAction(body).replace('PublishBatch', 'Publish');
  return [{ action: `sns:${action}`, resource }];
};

const dynamoDbBody = v.object({
  TableName: v.optional(v.string()),
  IndexName: v.optional(v.string()),
  RequestItems: v.optional(v.record(v.string(), v.unknown())),
});

/** DynamoDB: JSON with the action in a header and the table, or several, in the body. */
export function dynamoDbRequests(arnOfTable: (name: string) => string): ReadRequests {
  return ({ headers, body }) => {
    const target = String(headers['x-amz-target']);
    const action = `dynamodb:${target.slice(target.indexOf('.') + 1)}`;
    const { TableName, IndexName, RequestItems } = v.parse(dynamoDbBody, JSON.parse(body));
    const tables = TableName === undefined ? Object.keys(RequestItems ?? {}) : [TableName];
    const index = IndexName === undefined ? '' : `/index/${IndexName}`;
    if (tables.length === 0) return [{ action, resource: '*' }];
    return tables.map((name) => ({ action, resource: `${arnOfTable(name)}${index}` }));
  };
}

/** What the signature says of its maker. */
export interface Credential {
  readonly accessKeyId: string;
  readonly region: string;
}

/** Reads the credential of a Signature Version 4 header; null when there is none. */
export function credentialOf(authorization: string | undefined): Credential | null {
  const scope = /Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\//.exec(authorization ?? '');
  return scope ? { accessKeyId: scope[1] ?? '', region: scope[2] ?? '' } : null;
}
