import { type Local, startLocal } from '../../local/start-local';
import { tinyStack } from './tiny-stack';

const TELLING = `
  const loaded = new Date();
  class Own extends Date {}
  const tell = async () => console.log(JSON.stringify({
    now: Date.now(), made: new Date().valueOf(), loaded: loaded.valueOf(), own: new Own().valueOf(),
    text: Date.parse(Date()), given: new Date(5).valueOf(), parts: Date.UTC(2026, 0),
    isDate: new Date() instanceof Date, isIso: new Date().toISOString().startsWith('20'),
  }));
  exports.handler = tell;
  exports.sweep = tell;`;

const MINUTE = 60_000;

let local: Local;
afterEach(() => local.stop());

async function start(changed = {}): Promise<void> {
  local = await startLocal(tinyStack(TELLING, changed));
}

/** What the function told last. */
function told(): Readonly<Record<string, number | boolean>> {
  return JSON.parse(local.log().trim().split('\n').at(-1) ?? '');
}

async function handle() {
  await local.enqueue('{}');
  await local.settle();
  return told();
}

/** Cold starts and slow machines take their time, and never half a minute. */
function expectNear(time: number | boolean | undefined, expected: number): void {
  expect(Math.abs(Number(time) - expected)).toBeLessThan(30_000);
}

test('the functions see the real time at first', async () => {
  await start();
  expectNear((await handle()).now, Date.now());
});

test('both functions see the time moved on, by so much in all', async () => {
  await start();
  local.advance(60);
  local.advance(30);
  for (const seen of [await handle(), await local.sweep().then(told)]) {
    const expected = Date.now() + 90 * MINUTE;
    for (const field of ['now', 'made', 'loaded', 'own', 'text']) expectNear(seen[field], expected);
    expect(seen).toMatchObject({ given: 5, parts: Date.UTC(2026, 0), isDate: true, isIso: true });
  }
});

test('a function that runs already sees it too, and no other date of its own', async () => {
  await start();
  const before = await handle();
  local.advance(24 * 60);
  const after = await handle();
  expectNear(after.now, Date.now() + 24 * 60 * MINUTE);
  expect(after.loaded).toBe(before.loaded);
});

test('the time can be set, and goes on from there', async () => {
  await start();
  local.advance(5);
  local.setClock('2026-11-20T09:14:03Z');
  expectNear((await handle()).now, Date.parse('2026-11-20T09:14:03Z'));
  local.advance(60);
  expectNear((await handle()).now, Date.parse('2026-11-20T10:14:03Z'));
});

test('a text that is no time is refused', async () => {
  await start();
  expect(() => local.setClock('tomorrow')).toThrow('tomorrow is no time');
});

test('the time that is left for an invocation is real', async () => {
  const answering = tinyStack(`exports.handler = async (event, { getRemainingTimeInMillis }) =>
    console.log(getRemainingTimeInMillis());`);
  local = await startLocal(answering);
  local.advance(60);
  await local.enqueue('{}');
  await local.settle();
  expect(Number(local.log())).toBeGreaterThan(0);
});
