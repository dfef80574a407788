// The names of accounts on the deployed way: by the setting, by the table, and without either.
import type { Local } from '../../local/start-local';
import { startLocal } from '../../local/start-local';
import type { Fault } from '../../local/wire/fault';
import { denialEvent, fingerprintOfRole } from './denials';
import { deployed, WITH_CHAT } from './deployed';
import { groupsIn } from './stored';

jest.setTimeout(60_000);

const NAMED = new Map([['111122223333', 'home <b>']]);
let stack: Awaited<ReturnType<typeof deployed>>;
let local: Local;

beforeAll(async () => void (stack = await deployed(WITH_CHAT)));
afterEach(async () => {
  expect(await local.deadLetters()).toEqual([]);
  await local.stop();
});

async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  local = await startLocal(stack, { environment: { SIMULATE: 'false', ...environment } });
  local.setClock('2026-11-20T10:00:00Z');
}

async function deny(role: string): Promise<void> {
  await local.put(denialEvent({ eventId: `e-${role}`, role }));
  await local.settle();
}

async function mailAbout(role: string): Promise<string> {
  const about = (await local.mails()).filter(({ subject }) => subject.includes(role));
  expect(about).toHaveLength(1);
  return about[0]?.text ?? '';
}

const nameOf = async (role: string) =>
  (await groupsIn(local).read(fingerprintOfRole(role)))?.record.shown.accountName;

/** A new process reads the explanation with its first call, and the names with its next, tried so often. */
const onNames = (fault: Fault, tries: number) =>
  local.fault(({ index }) => (index >= 1 && index <= tries ? fault : null));

test('a table that cannot be read for names costs the name and nothing else', async () => {
  await start();
  await groupsIn(local).writeAccountNames(NAMED);
  onNames('refused', 4);
  await deny('nameless');
  local.fault(null);
  expect(await mailAbout('nameless')).toMatch(/^account: +111122223333$/m);
  expect(local.log()).toContain('the names of accounts could not be read');
  expect(local.log()).not.toContain('item failed');
  expect(local.failures()).toEqual([]);
  local.advance(15);
  await deny('named');
  expect(await nameOf('named')).toBe('home <b>');
});

test('a process that dies while it reads the names loses nothing, and tells nothing twice', async () => {
  await start();
  await groupsIn(local).writeAccountNames(NAMED);
  onNames('killed-before', 1);
  await deny('back-again');
  local.fault(null);
  await local.settle();
  expect(local.failures()).toHaveLength(1);
  expect(await mailAbout('back-again')).toMatch(/^account: +home <b> \(111122223333\)$/m);
});

test('the table names an account in the alert and in the group, with one read for all denials', async () => {
  await start();
  await groupsIn(local).writeAccountNames(NAMED);
  for (const role of ['one', 'two', 'three']) await deny(role);
  for (const role of ['one', 'two', 'three']) expect(await nameOf(role)).toBe('home <b>');
  const mail = await mailAbout('two');
  expect(mail).toMatch(/^account: +home <b> \(111122223333\)$/m);
  expect(mail).toMatch(/^console: +sign in to home <b> \(111122223333\) first$/m);
  expect(JSON.stringify(await local.chats())).toContain('Account: home ‹b› (111122223333)');
  const reads = local.calls().filter(({ action }) => action === 'dynamodb:GetItem');
  expect(reads).toHaveLength(2 * 3 + 1);
});

test('the setting goes before the table', async () => {
  await start({ ACCOUNT_NAMES: '{"111122223333":"by the setting"}' });
  await groupsIn(local).writeAccountNames(NAMED);
  await deny('set');
  expect(await nameOf('set')).toBe('by the setting');
});
