// What a storm costs in the table: the whole way over the emulator, which says what each write consumes.
import { groupTable } from '../../adapters/group-table';
import { itemsOf, manyOf } from '../core/batch/denials';
import { at } from '../core/group/group';
import { World } from '../core/batch/world';
import { startTable, type TableStandIn } from './group-table/stand-in';

const DENIALS = 1_000;
const BATCH = 10;

jest.setTimeout(60_000);

const environment = { ...process.env };
let table: TableStandIn;

beforeAll(async () => void (table = await startTable()));
beforeEach(() => table.reset());
afterAll(async () => {
  await table.stop();
  process.env = environment;
});

/** Denials of one cause, the instance types taking turns, and an hour after them. */
async function storm(shapes: number, denials = DENIALS): Promise<World> {
  const { tableName } = table;
  const now = () => new Date(world.ports.now());
  const groups = groupTable({ tableName, retentionDays: 90, now });
  const world: World = new World({ groups });
  for (let from = 0; from < denials; from += BATCH) {
    const batch = manyOf(Math.min(BATCH, denials), { id: `e-${from}`, time: at(from / 60) }).map(
      (denial, index) => ({
        ...denial,
        session: `build-${from + index}`,
        instanceType: `m${(from + index) % shapes}.large`,
      }),
    );
    expect((await world.handle(itemsOf(batch))).failed).toEqual([]);
    world.minute += BATCH / 60;
  }
  await world.pass(70);
  return world;
}

test.each([
  ['one launch shape', 1, 1.35],
  ['fifty launch shapes', 50, 1.6],
])('a storm in %s stays below 1.6 write units per denial', async (_what, shapes, most) => {
  const world = await storm(shapes);
  const { table: units, indexes } = table.units;
  expect((units + indexes) / DENIALS).toBeLessThanOrEqual(most);
  const { group, recountAfter } = await world.record();
  expect(await world.stored.countOccurrences(group.fingerprint)).toBe(DENIALS);
  expect([group.count, recountAfter]).toEqual([DENIALS, null]);
  expect(world.told()).toEqual(['new 1+0', 'repeated 1000+999']);
});

test('a denial that comes alone costs at most 17 write units', async () => {
  await storm(1, 1);
  const { table: units, indexes } = table.units;
  expect(units + indexes).toBeLessThanOrEqual(17);
});
