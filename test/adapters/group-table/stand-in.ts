// The table of the template in an emulator, behind an endpoint that counts and meddles.
import type { Server } from 'node:http';
import { App, Stack } from 'aws-cdk-lib/core';
import { Template } from 'aws-cdk-lib/assertions';
import { type AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import * as v from 'valibot';
import { DenialTable } from '../../../lib';
import { createTable, TABLE_TYPES } from '../../../local/template/create-table';
import { resourcesOf, template } from '../../../local/template/template';
import { forward } from '../../../local/wire/forward';
import { type Reply, type Request, startLoopback } from '../../../local/wire/loopback';
import { type Units, unitCounter } from './write-units';

const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
  AWS_REGION: 'us-east-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
};

/** A request to DynamoDB, as it is on the wire. */
export interface Call {
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Answers in place of DynamoDB, or lets a request through, changed or not. */
type Meddle = (call: Call, pass: (changed?: Call['body']) => Promise<Reply>) => Promise<Reply>;

const untouched: Meddle = (_call, pass) => pass();

/** The table, and what happens on the way to it. */
export interface TableStandIn {
  readonly tableName: string;
  /** A client that nobody meddles with. */
  readonly client: DynamoDBClient;
  readonly calls: Call[];
  readonly units: Units;
  meddle(by: Meddle): void;
  /** Creates an empty table; calls, units and meddling begin anew. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** An error of DynamoDB. */
export function refusal(code: string, status = 400): Reply {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${code}`, message: code }),
  };
}

/** An answer of DynamoDB. */
export function answer(body: object): Reply {
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  return { status: 200, headers, body: JSON.stringify(body) };
}

interface State {
  calls: Call[];
  meddle: Meddle;
  count: number;
  units: ReturnType<typeof unitCounter>;
}

/** Starts the emulator and the endpoint, and points the SDK's environment at it. */
export async function startTable(): Promise<TableStandIn> {
  const server = dynalite({ createTableMs: 0 });
  const upstream = await urlOf(server);
  const client = new DynamoDBClient({
    endpoint: upstream,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const resource = tableOfTheTemplate();
  const state: State = { calls: [], meddle: untouched, count: 0, units: unitCounter() };
  const endpoint = await startLoopback((request) => {
    const call = callOf(request);
    state.calls.push(call);
    return state.meddle(call, async (changed = call.body) => {
      const reply = await forward(upstream, measured(request, changed));
      if (reply.status === 200) state.units.add(call, reply);
      return reply;
    });
  });
  Object.assign(process.env, ENVIRONMENT, { AWS_ENDPOINT_URL_DYNAMODB: endpoint.url });
  return {
    get tableName() {
      return `Table${state.count}`;
    },
    client,
    get calls() {
      return state.calls;
    },
    get units() {
      return state.units.units();
    },
    meddle: (by) => void (state.meddle = by),
    async reset() {
      const count = state.count + 1;
      Object.assign(state, { calls: [], meddle: untouched, count, units: unitCounter() });
      await createTable(client, { ...resource, id: `Table${count}` });
    },
    async stop() {
      client.destroy();
      await endpoint.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function urlOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('dynalite has no port');
  return `http://127.0.0.1:${address.port}`;
}

function tableOfTheTemplate() {
  const stack = new Stack(new App(), 'Stack');
  new DenialTable(stack, 'Denials', { deletionProtection: false });
  const parsed = v.parse(template, Template.fromStack(stack).toJSON());
  const [table] = resourcesOf(parsed, ...TABLE_TYPES);
  if (table === undefined) throw new Error('the template has no table');
  return table;
}

function callOf({ headers, body }: Request): Call {
  const target = String(headers['x-amz-target']);
  const parsed = v.parse(v.record(v.string(), v.unknown()), JSON.parse(body));
  return { operation: target.slice(target.indexOf('.') + 1), body: parsed };
}

/** The same request with another body, which also asks what it consumes. */
function measured(request: Request, body: Call['body']): Request {
  const text = JSON.stringify({ ...body, ReturnConsumedCapacity: 'INDEXES' });
  const bytes = Buffer.from(text);
  const headers = { ...request.headers, 'content-length': String(bytes.length) };
  return { ...request, headers, bytes, body: text };
}

/** Bytes of an item as DynamoDB counts them: names and values. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
export function itemBytes(item: Readonly<Record<string, AttributeValue>>): number {
  return Object.entries(item).reduce((sum, [name, value]) => {
    const { S = '', N = '', B } = value;
    const number = N === '' ? 0 : Math.ceil(N.length / 2) + 1;
    return sum + Buffer.byteLength(name) + Buffer.byteLength(S) + number + (B?.length ?? 0);
  }, 0);
}
