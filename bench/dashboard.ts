// The dashboard: the first byte of a list over 10,000 groups, the size of a page, and drawing it.
import { get } from 'node:http';
import {
  CreateTableCommand,
  DynamoDBClient,
  QueryCommand,
  type CreateTableCommandInput,
} from '@aws-sdk/client-dynamodb';
import { groupTable } from '../adapters/group-table';
import { causesView } from '../core/render/html/causes';
import { FIRST_QUERY, rangeOf } from '../core/review/query';
import { loadCauses } from '../core/review/load-causes';
import type { GroupRecord, Groups } from '../core/group/stored';
import { startEmulators } from '../local/emulators/emulators';
import { webFace } from '../web/face';
import { startDashboard } from '../web/server';
import type { Row } from './report';

const GROUPS = 10_000;
const NOW = '2026-11-23T10:00:00.000Z';
const PAGE = 50;
/** Writers at the same time. */
const WRITERS = 16;

/** Measures the dashboard. */
export async function benchDashboard(rounds: number): Promise<readonly Row[]> {
  const emulators = await startEmulators();
  try {
    const connection = {
      endpoint: emulators.urls.dynamodb,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    };
    const client = new DynamoDBClient(connection);
    await client.send(new CreateTableCommand(TABLE));
    const now = () => new Date(NOW);
    const groups = groupTable({ tableName: 'groups', retentionDays: 90, now, connection });
    await fill(groups);
    return [...(await firstByte(groups, client, rounds)), ...(await drawing(groups, rounds))];
  } finally {
    await emulators.stop();
  }
}

const key = (name: string, KeyType: 'HASH' | 'RANGE') => ({ AttributeName: name, KeyType });
const index = (
  IndexName: string,
  hash: string,
  range: string,
  ProjectionType: 'ALL' | 'KEYS_ONLY',
) => ({
  IndexName,
  KeySchema: [key(hash, 'HASH'), key(range, 'RANGE')],
  Projection: { ProjectionType },
});

/** The table as it is deployed, and an index that holds whole groups: the peer asks that one. */
const TABLE: CreateTableCommandInput = {
  TableName: 'groups',
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
  AttributeDefinitions: ['pk', 'sk', 'dueAt', 'changedHour', 'state', 'principal', 'seenHour'].map(
    (AttributeName) => ({ AttributeName, AttributeType: 'S' }),
  ),
  GlobalSecondaryIndexes: [
    index('due', 'sk', 'dueAt', 'KEYS_ONLY'),
    index('changed', 'sk', 'changedHour', 'KEYS_ONLY'),
    index('state', 'state', 'seenHour', 'KEYS_ONLY'),
    index('principal', 'principal', 'seenHour', 'KEYS_ONLY'),
    index('whole', 'state', 'seenHour', 'ALL'),
  ],
};

async function fill(groups: Groups): Promise<void> {
  let next = 0;
  const write = async (): Promise<void> => {
    for (let at = next++; at < GROUPS; at = next++) await groups.write(groupAt(at), null);
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
}

function groupAt(at: number): GroupRecord {
  const seen = new Date(Date.parse(NOW) - at * 60_000).toISOString();
  const principal = `role/team-${at % 40}/deploy-${at}`;
  return {
    group: {
      fingerprint: `v1:111122223333:${principal}:ec2:RunInstances:instance/*:implicit-deny:identity-based:-`,
      state: at % 50 === 0 ? 'new' : 'open',
      count: 1 + ((at * 7_919) % 3_000),
      countBefore: 0,
      firstSeen: seen,
      lastSeen: seen,
      alertedAtCount: 1,
      lastAlertAt: seen,
      heldSince: null,
      pending: null,
      muted: null,
      resolvedAt: null,
      regressedAt: null,
      history: [{ at: seen, by: 'the rules', from: null, to: 'new', note: '' }],
    },
    shown: {
      account: '111122223333',
      principal,
      action: 'ec2:RunInstances',
      summary: `Role deploy-${at} may not perform ec2:RunInstances on instance/* (implicit deny, no identity-based policy allows it)`,
      reasonCode: 'IDENTITY_BASED_POLICY_NO_ALLOW',
      regions: ['eu-west-1'],
      sessions: [`build-${at}`],
      shapes: ['types=t3.large:images=ami-0abc1234def567890'],
      resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
      messageStatus: 'truncated',
      days: [[seen.slice(0, 10), at % 30]],
    },
    sending: null,
    countedAt: seen,
    recountAfter: null,
    refineAfter: null,
  };
}

async function firstByte(
  groups: Groups,
  client: DynamoDBClient,
  rounds: number,
): Promise<readonly Row[]> {
  const dashboard = await startDashboard({
    groups,
    caller: () => Promise.resolve(''),
    source: 'bench',
    script: '',
    failureWords: String,
    now: () => NOW,
  });
  const query = new QueryCommand({
    TableName: 'groups',
    IndexName: 'whole',
    KeyConditionExpression: '#state = :open',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':open': { S: 'open' } },
    ScanIndexForward: false,
    Limit: PAGE,
  });
  const page = () => firstByteOf(`${dashboard.url}/causes?state=open`);
  const peer = () => client.send(query);
  const mixed = () => firstByteOf(`${dashboard.url}/causes`);
  const bytes = await sizeOf(`${dashboard.url}/causes`);
  const rows: readonly Row[] = [
    {
      what: 'first byte of causes of one state, 10,000 groups ÷ one query of the page',
      value: await ratio(page, peer, rounds * 5),
      limit: 3,
    },
    {
      what: 'first byte of causes to review, 10,000 groups ÷ one query of the page',
      value: await ratio(mixed, peer, rounds * 5),
      limit: 3,
    },
    { what: 'a page of 50 causes, KB', value: bytes / 1_000, limit: 100 },
  ];
  await dashboard.close();
  return rows;
}

function firstByteOf(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      response.once('data', () => resolve());
      response.resume();
    }).once('error', reject);
  });
}

async function sizeOf(url: string): Promise<number> {
  return (await (await fetch(url)).arrayBuffer()).byteLength;
}

/** The median of pairwise ratios of wall times, in turn. */
async function ratio(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  rounds: number,
): Promise<number> {
  const timed = async (run: () => Promise<unknown>): Promise<number> => {
    const start = process.hrtime.bigint();
    await run();
    return Number(process.hrtime.bigint() - start);
  };
  for (let warm = 0; warm < 10; warm += 1) await timed(one).then(() => timed(other));
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    ratios.push((await timed(one)) / (await timed(other)));
  return ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN;
}

/** A page is drawn as often as takes long enough to be measured. */
const DRAWN = 200;

async function drawing(groups: Groups, rounds: number): Promise<readonly Row[]> {
  const causes = await loadCauses(groups, FIRST_QUERY, rangeOf('30d', NOW));
  const face = webFace({ now: NOW, token: 'token', onCause: () => undefined });
  const draw = () => Buffer.byteLength(causesView(causes, face).toString());
  // As many pieces as the page has tags and texts.
  const pieces = causesView(causes, face)
    .toString()
    .split(/(?=[<>])/);
  const concatenate = () => {
    let text = '';
    for (const piece of pieces) text += piece;
    return Buffer.byteLength(text);
  };
  const often = (run: () => number) => async () => {
    for (let turn = 0; turn < DRAWN; turn += 1) run();
  };
  return [
    {
      what: 'drawing a page of 50 causes ÷ concatenating its pieces',
      value: await ratio(often(draw), often(concatenate), rounds * 2),
      limit: 4,
    },
  ];
}
