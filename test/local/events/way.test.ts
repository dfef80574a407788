import { type Local, startLocal } from '../../../local/start-local';
import { CALLING, printed, PUT_ITEM, putEvents, tell } from '../calling';
import { tinyStack } from '../tiny-stack';

let local: Local;
afterEach(() => local.stop());

const explained = (Source: string) =>
  putEvents({ Source, DetailType: 'Launch Denial Explained', Detail: JSON.stringify(PUT_ITEM) });
const EVENT = {
  source: 'launch-denied',
  'detail-type': 'Launch Denial Explained',
  detail: PUT_ITEM,
};

test('an event of the function that no rule matches goes nowhere else', async () => {
  local = await startLocal(tinyStack(CALLING));
  await tell(local, explained('launch-denied'));
  expect(local.busEvents()).toMatchObject([{ event: EVENT, matched: false }]);
  expect(await local.queueDepth()).toBe(0);
});

test('an event of the function that its own rule matches comes back to it', async () => {
  const rule = { EventPattern: { source: ['launch-denied'] } };
  local = await startLocal(tinyStack(CALLING, { Rule: rule }));
  await tell(local, explained('launch-denied'));
  expect(local.busEvents()).toMatchObject([{ event: EVENT, matched: true }]);
  expect(printed(local).filter((line) => 'receives' in line).length).toBeGreaterThan(1);
});

test('the role must name the source of an event', async () => {
  local = await startLocal(tinyStack(CALLING));
  const lines = await tell(local, explained('somebody'));
  expect(lines).toContainEqual(expect.objectContaining({ name: 'AccessDeniedException' }));
  expect(local.busEvents()).toEqual([]);
});

test('an event without a time has that of the functions', async () => {
  local = await startLocal(tinyStack(CALLING));
  local.setClock('2026-11-20T09:14:00Z');
  await tell(local, explained('launch-denied'));
  expect(local.busEvents()[0]?.event.time).toMatch(/^2026-11-20T09:1[45]:\d\dZ$/);
});
