import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { groupTable } from '../../../adapters/group-table';
import type { Groups } from '../../../core/group/stored';
import { FINGERPRINT, record } from './sample';
import { itemBytes, startTable, type TableStandIn } from './stand-in';

jest.setTimeout(60_000);

const environment = { ...process.env };
let table: TableStandIn;
let groups: Groups;

beforeAll(async () => void (table = await startTable()));
beforeEach(async () => {
  await table.reset();
  const { tableName } = table;
  groups = groupTable({ tableName, retentionDays: 90, now: () => new Date() });
});
afterAll(async () => {
  await table.stop();
  process.env = environment;
});

const items = async () =>
  (await table.client.send(new ScanCommand({ TableName: table.tableName }))).Items ?? [];

describe('the names of accounts', () => {
  it.each([
    ['no names', {}],
    ['names that are no packed data', { names: { S: '{}' } }],
    ['names that are damaged', { names: { B: Buffer.from('x') } }],
  ])('cannot be read from an item with %s', async (_what, attributes) => {
    const Item = { pk: { S: 'ACCOUNTS' }, sk: { S: 'NAMES' }, ...attributes };
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item }));
    await expect(groups.accountNames()).rejects.toMatchObject({ code: 'ITEM_UNREADABLE' });
  });

  it('are one item that does not expire, in no index', async () => {
    await groups.writeAccountNames(new Map([['444455556666', 'payments']]));
    const [item, ...others] = await items();
    expect(others).toEqual([]);
    expect(Object.keys(item ?? {}).toSorted()).toEqual(['names', 'pk', 'sk']);
    expect([item?.['pk'], item?.['sk']]).toEqual([{ S: 'ACCOUNTS' }, { S: 'NAMES' }]);
  });

  it('are read in one request', async () => {
    await groups.writeAccountNames(new Map([['444455556666', 'payments']]));
    table.calls.length = 0;
    expect(await groups.accountNames()).toEqual(new Map([['444455556666', 'payments']]));
    expect(table.calls.map(({ operation }) => operation)).toEqual(['GetItem']);
  });

  it('of an organization of 10,000 accounts fit into an item', async () => {
    const names = new Map(
      Array.from({ length: 10_000 }, (_, at) => [
        String(100_000_000_000 + ((at * 7_919_777_777) % 899_999_999_999)),
        `team-${(at * 31) % 997}-${['dev', 'test', 'prod'][at % 3]}-${(at * 2_654_435_761) % 65_537}`,
      ]),
    );
    await groups.writeAccountNames(names);
    expect(await groups.accountNames()).toEqual(names);
    const [item = {}] = await items();
    expect(itemBytes(item)).toBeLessThan(400 * 1_024 * 0.6);
  });
});

test('a group keeps the name of its account', async () => {
  const named = record({}, { account: '444455556666', accountName: 'payments' });
  await groups.write(named, null);
  expect((await groups.read(FINGERPRINT))?.record).toEqual(named);
});
