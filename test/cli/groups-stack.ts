// A stack that the commands on groups can ask: its table, and the address that local mode serves.
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { groupTable } from '../../adapters/group-table';
import type { Groups } from '../../core/group/stored';
import { startCommandsEndpoint } from '../../local/commands-endpoint';
import { type Loopback, type Reply, startLoopback } from '../../local/wire/loopback';
import { startTable, type TableStandIn } from '../adapters/group-table/stand-in';
import { type Run, run } from './command';

/** When the stack was deployed. */
const DEPLOYED_AT = '2026-10-01T00:00:00.000Z';

export const CALLER = 'arn:aws:sts::111122223333:assumed-role/oncall/me';

/** Credentials and a Region, as a reader's environment has them. */
const AWS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
  AWS_REGION: 'eu-west-1',
  AWS_MAX_ATTEMPTS: '1',
};

/** The running stack. */
export interface GroupsStack {
  readonly table: TableStandIn;
  /** Answers in place of AWS. */
  readonly url: string;
  /** Opens the table as the function does. */
  groups(): Groups;
  /** Runs a command against local mode's address. */
  local(...args: readonly string[]): Promise<Run>;
  /** Runs a command as if AWS were at the address. */
  deployed(args: readonly string[], env?: Record<string, string>): Promise<Run>;
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the table and the address. */
export async function startGroupsStack(): Promise<GroupsStack> {
  const environment = { ...process.env };
  const table = await startTable();
  const dynamodbUrl = process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
  let endpoint: Loopback | undefined;
  const url = () => endpoint?.url ?? '';
  return {
    table,
    get url() {
      return url();
    },
    groups: () =>
      groupTable({ tableName: table.tableName, retentionDays: 90, now: () => new Date() }),
    local: (...args) => run([...args, '--local', url()]),
    deployed: (args, env = {}) => run(args, { env: { ...AWS, AWS_ENDPOINT_URL: url(), ...env } }),
    async reset() {
      await table.reset();
      await endpoint?.stop();
      endpoint = await startCommandsEndpoint({
        dynamodbUrl,
        stackName: 'LaunchDenied',
        addressBook: { version: '0.1.0', tableName: table.tableName, retentionDays: 30 },
        callerArn: CALLER,
        deployedAt: DEPLOYED_AT,
      });
    },
    async stop() {
      await endpoint?.stop();
      await table.stop();
      process.env = environment;
    },
  };
}

/** Starts an address where one reply answers everything. */
export function startReplying(reply: Reply): Promise<Loopback> {
  return startLoopback(async () => reply);
}

/** An error of SSM. */
export function ssmError(code: string, message = code): Reply {
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  return { status: 400, headers, body: JSON.stringify({ __type: code, message }) };
}

/** An address where nothing listens. */
export async function deadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return `http://127.0.0.1:${port}`;
}
