// The dashboard: the first byte of a list over 10,000 groups, the size of a page, and drawing it.
import { get } from 'node:http';
import { CreateTableCommand, DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { groupTable } from '../adapters/group-table';
import { causesView } from '../core/render/html/causes';
import { FIRST_QUERY, rangeOf } from '../core/review/query';
import { loadCauses } from '../core/review/load-causes';
import type { Groups } from '../core/group/stored';
import { startEmulators } from '../local/emulators/emulators';
import { webFace } from '../web/face';
import { startDashboard } from '../web/server';
import { fill, NOW, TABLE } from './many-groups';
import type { Row } from './report';

const PAGE = 50;

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

const WHOLE_PAGE = {
  TableName: 'groups',
  IndexName: 'whole',
  KeyConditionExpression: '#state = :open',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':open': { S: 'open' } },
  ScanIndexForward: false,
  Limit: PAGE,
};

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
  const page = () => firstByteOf(`${dashboard.url}/causes?state=open`);
  const peer = () => client.send(new QueryCommand(WHOLE_PAGE));
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
  const causes = await loadCauses(groups, FIRST_QUERY, { range: rangeOf('30d', NOW), now: NOW });
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
