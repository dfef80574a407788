import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import { explanation } from '../../core/contract';
import { groupCode } from '../../core/alert/group-name';
import { onMute } from '../../core/group/move';
import type { Group } from '../../core/group/state';
import type { GroupRecord } from '../../core/group/stored';
import { answer, refusal } from '../adapters/group-table/stand-in';
import { FINGERPRINT, occurrence, record, storedExplanation } from '../adapters/group-table/sample';
import { run } from './command';
import {
  CALLER,
  deadUrl,
  type GroupsStack,
  ssmError,
  startGroupsStack,
  startReplying,
} from './groups-stack';

const CODE = groupCode(FINGERPRINT);
const FIRST = '2024-05-06T07:08:09.000Z';
const LAST = '2024-05-06T09:14:00.000Z';
const ANNA = 'arn:aws:iam::111122223333:user/anna';
/** Acts on terminals: colours, a title, a bell, C1 controls, text that runs backwards, nothing. */
const HOSTILE = 'x\u001b[31mred\u001b]0;t\u0007\u009b2J\u202egnp.exe\u200b\r\n- y';
/** Everything of it but the line breaks that our own layout has. */
const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;

jest.setTimeout(60_000);

let stack: GroupsStack;

beforeAll(async () => void (stack = await startGroupsStack()));
beforeEach(async () => stack.reset());
afterAll(async () => stack.stop());

/** A group of long ago, so that no test depends on the day. */
const old = (changed: Partial<Group> = {}, shown: Partial<GroupRecord['shown']> = {}) =>
  record(
    {
      state: 'open',
      count: 42,
      alertedAtCount: 1,
      firstSeen: FIRST,
      lastSeen: LAST,
      lastAlertAt: FIRST,
      heldSince: LAST,
      ...changed,
    },
    shown,
  );

const store = (...args: Parameters<typeof old>) => stack.groups().write(old(...args), null);
const stored = async () => (await stack.groups().read(FINGERPRINT))?.record.group;
const named = (index: number) =>
  `v1:111122223333:role/r${index}:ec2:RunInstances:-:explicit-deny:-:-`;
/** The text without the line breaks of its width. */
const flat = (out: string) => out.replaceAll('\n', ' ');
const codesIn = (out: string) => [...out.matchAll(/^g-\w{12}/gm)].map(([code]) => code);

describe('show lists', () => {
  test('nothing where nothing is stored', async () => {
    expect(await stack.local('show')).toEqual({ status: 0, out: 'No group is stored.\n', err: '' });
  });

  test('each group with its state, count, time, code and first line', async () => {
    await store();
    const { status, out, err } = await stack.local('show');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(
      `${CODE}  open, 42 times, last 2024-05-06 09:14 UTC; 41 more since 2024-05-06 09:14 UTC\n` +
        'Role ci-runner may not pass role web-profile to EC2 (implicit deny)\n',
    );
  });

  test('the latest changed first, and what the states ask for', async () => {
    await store({ fingerprint: named(1), state: 'muted', muted: { forever: true } });
    await store({ fingerprint: named(2), lastSeen: '2024-05-06T09:59:00.000Z' });
    await store({ fingerprint: named(3), state: 'regressed', lastSeen: '2025-01-01T00:00:00Z' });
    const history: Group['history'] = [];
    for (const index of [1, 2, 3]) {
      const found = await stack.groups().read(named(index));
      if (found === null) throw new Error('not stored');
      const group = { ...found.record.group, history };
      await stack.groups().write({ ...found.record, group }, found.version);
    }
    const all = [3, 2, 1].map((index) => groupCode(named(index)));
    expect(codesIn((await stack.local('show')).out)).toEqual(all);
    const some = await stack.local('show', '--state', 'Regressed, muted');
    expect(codesIn(some.out)).toEqual([all[0], all[2]]);
    expect(some.out).toContain('muted for good');
    const none = await stack.local('show', '--state', 'resolved');
    expect(none).toEqual({ status: 0, out: 'No group of these states is stored.\n', err: '' });
  });

  test('what an account has, by its number or by its name', async () => {
    const payments = { account: '444455556666', accountName: 'payments' };
    await store({ fingerprint: named(1) }, payments);
    await store({ fingerprint: named(2), state: 'muted' }, payments);
    await store({ fingerprint: named(3) }, { account: '777788889999', accountName: 'search' });
    await store({ fingerprint: named(4) });
    const codes = [1, 2].map((index) => groupCode(named(index)));
    for (const text of ['444455556666', 'Pay', 'payments (444455556666)']) {
      const { status, out } = await stack.local('show', '--account', text);
      expect([status, codesIn(out).toSorted()]).toEqual([0, codes.toSorted()]);
      expect(flat(out)).toContain('(implicit deny), in payments (444455556666)');
    }
    const { out } = await stack.local('show', '--account', 'payments', '--state', 'muted');
    expect(codesIn(out)).toEqual([codes[1]]);
    const json = JSON.parse((await stack.local('show', '--account', '3333', '--json')).out);
    expect(json.groups).toMatchObject([{ account: '111122223333', accountName: null }]);
    const none = await stack.local('show', '--account', 'nobody');
    expect(none).toEqual({
      status: 0,
      out: 'No group is stored whose account has this in its number or name.\n',
      err: '',
    });
    const both = await stack.local('show', '--account', 'search', '--state', 'muted');
    expect(both.out).toMatch(/^No group of these states is stored whose account/);
  });

  test('25 groups and that there are more, or all', async () => {
    for (let index = 0; index < 25; index += 1) await store({ fingerprint: named(index) });
    expect((await stack.local('show')).out).not.toContain('More groups');
    await store({ fingerprint: named(25) });
    const { out } = await stack.local('show');
    expect(codesIn(out)).toHaveLength(25);
    expect(out).toMatch(/\n\nMore groups than these 25\nTo see them all, give --all\.\n$/);
    const all = await stack.local('show', '--all');
    expect(new Set(codesIn(all.out)).size).toBe(26);
    expect(all.out).not.toContain('More groups');
    const json = JSON.parse((await stack.local('show', '--json')).out);
    expect([json.schemaVersion, json.groups.length, json.hasMore]).toEqual([1, 25, true]);
  });

  test('the other groups where one cannot be read', async () => {
    await store();
    const key = { pk: { S: `GROUP#${named(1)}` }, sk: { S: 'GROUP' }, changedHour: { S: '2024' } };
    const { client, tableName } = stack.table;
    await client.send(new PutItemCommand({ TableName: tableName, Item: key }));
    const { status, out, err } = await stack.local('show');
    expect([status, codesIn(out)]).toEqual([0, [CODE]]);
    expect(err).toContain(`${named(1)}","sk":"GROUP"} cannot be read`);
  });
});

describe('show', () => {
  beforeEach(async () => {
    const pending = { kind: 'repeated', count: 40, heldBack: 38, since: FIRST, at: LAST } as const;
    await store({ pending }, { regions: ['us-east-2', 'eu-west-1'], sessions: ['b-1', 'b-2'] });
    await stack.groups().writeExplanation(FINGERPRINT, storedExplanation());
    const all = Array.from({ length: 12 }, (_, index) => occurrence(index));
    await stack.groups().addOccurrences(FINGERPRINT, all);
  });

  test.each([
    ['fingerprint', FINGERPRINT],
    ['code', CODE],
  ])('tells all that is known of a group by its %s', async (_kind, word) => {
    const { status, out, err } = await stack.local('show', word);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const [lead] = out.split('\n\n');
    expect(lead).toMatch(/^Role ci-runner may not pass role web-profile to EC2[^]*\.$/);
    for (const line of [
      `fingerprint:   ${FINGERPRINT}`,
      `code:          ${CODE}`,
      'state:         open',
      'seen:          42 times',
      'first seen:    2024-05-06 07:08 UTC',
      'held back:     2 more since 2024-05-06 09:14 UTC',
      'last alert:    2024-05-06 07:08 UTC',
      'alert to send: repeated, decided 2024-05-06 09:14 UTC: seen 40 times, 38 held back since 2024-05-06 07:08 UTC',
      'Regions:       us-east-2, eu-west-1',
      'When it speaks up\nAn alert of it waits to be sent.',
      'Next steps\n1. ',
      'Launch shapes, the latest last\n1: types=t3.large',
      'Sessions, the latest last\n- b-1\n- b-2',
      'States, the latest last\n- 2026-11-20 09:14 UTC: new, by the rules',
      `launch-denied mute ${CODE} --for 7d --local http://127.0.0.1:`,
      `launch-denied resolve ${CODE} --local`,
    ])
      expect(out).toContain(line);
    expect(out).not.toContain('launch-denied reopen');
    expect(flat(out).match(/session build-\d+(?=, event)/g)).toEqual(
      Array.from({ length: 10 }, (_, index) => `session build-${11 - index}`),
    );
  });

  test('prints data for programs', async () => {
    const { out } = await stack.local('show', CODE, '--json');
    const data = JSON.parse(out);
    expect(v.parse(explanation, data.explanation)).toEqual(storedExplanation().explanation);
    expect(data).toMatchObject({
      schemaVersion: 1,
      group: { fingerprint: FINGERPRINT, code: CODE, state: 'open', count: 42, heldBack: 2 },
    });
    expect(data.occurrences).toHaveLength(10);
    expect(data.occurrences[0]).toEqual(occurrence(11));
  });

  test('does without an explanation that has expired', async () => {
    await store({ fingerprint: named(1) });
    const { status, out } = await stack.local('show', named(1));
    expect(status).toBe(0);
    expect(out).toMatch(/^Role ci-runner may not pass role web-profile to EC2 \(implicit deny\)\./);
    expect(out).toContain('docs/reasons/IDENTITY_BASED_NO_ALLOW.md');
    expect(out).not.toMatch(/Newest denials|undefined|null/);
  });
});

describe('mute', () => {
  test('keeps a group quiet until a time, and says what ends it', async () => {
    await store();
    const { status, out, err } = await stack.local(
      'mute',
      CODE,
      '--until',
      '2999-01-31T09:00+02:00',
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(flat(out)).toBe(
      `${CODE} is muted until 2999-01-31 07:00 UTC Role ci-runner may not pass role web-profile to EC2 (implicit deny). Its denials are counted and not alerted; it alerts when the mute ends, if something was held back. `,
    );
    const group = await stored();
    expect(group).toMatchObject({ state: 'muted', muted: { until: '2999-01-31T07:00:00.000Z' } });
    expect(group?.history.at(-1)).toMatchObject({
      by: CALLER,
      from: 'open',
      to: 'muted',
      note: 'muted until 2999-01-31T07:00:00.000Z',
    });
    expect(Date.now() - Date.parse(group?.history.at(-1)?.at ?? '')).toBeLessThan(60_000);
  });

  test('lasts as long as it is told, to the minute', async () => {
    await store();
    const before = Date.now();
    await stack.local('mute', FINGERPRINT, '--for', '2w');
    const muted = (await stored())?.muted;
    if (!muted || !('until' in muted)) throw new Error('not muted until a time');
    const minutes = (Date.parse(muted.until) - before) / 60_000;
    expect(Math.floor(minutes)).toBe(14 * 1_440);
  });

  test.each([
    [['--count', '1000'], { untilCount: 1_000 }, 'muted until its count is 1,000'],
    [['--forever'], { forever: true }, 'muted for good'],
    [
      ['--until', '2999-01-31'],
      { until: '2999-01-31T00:00:00.000Z' },
      'muted until 2999-01-31 00:00 UTC',
    ],
  ])('takes %j', async (args, muted, words) => {
    await store();
    const { out } = await stack.local('mute', ...args, CODE);
    expect(out.split('\n')[0]).toBe(`${CODE} is ${words}`);
    expect((await stored())?.muted).toEqual(muted);
  });

  test('takes the place of another mute, and changes nothing where it is the same', async () => {
    await store();
    await stack.local('mute', CODE, '--count', '1000');
    await stack.local('mute', CODE, '--forever');
    const { status, out } = await stack.local('mute', CODE, '--forever');
    expect(status).toBe(0);
    expect(out).toContain(`${CODE} stays muted for good: nothing was changed`);
    expect((await stack.groups().read(FINGERPRINT))?.version).toBe(3);
  });

  test('gives up an alert that waits, and what it would have told is held back', async () => {
    const pending = { kind: 'repeated', count: 42, heldBack: 41, since: FIRST, at: LAST } as const;
    const sending = { triedAt: LAST, sentTo: [] };
    await stack.groups().write({ ...old({ pending }), sending }, null);
    const { out } = await stack.local('mute', CODE, '--forever');
    expect(flat(out)).toContain('Its alert that waited to be sent is given up');
    const found = await stack.groups().read(FINGERPRINT);
    expect(found?.record).toMatchObject({
      sending: null,
      group: { pending: null, heldSince: FIRST },
    });
  });

  test.each([
    [
      ['--until', '2024-01-01'],
      /the mute ends at "2024-01-01T00:00:00.000Z"; allowed is a time after/,
    ],
    [['--count', '42'], /the mute ends at the count 42; allowed is a count above 42/],
  ])('refuses %j, which would hold nothing back', async (args, said) => {
    await store();
    const { status, out, err } = await stack.local('mute', CODE, ...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(said);
    expect((await stored())?.state).toBe('open');
  });

  test.each([
    [[], 'given: none'],
    [['--for', '7d', '--forever'], 'given: --for, --forever'],
    [['--for', '7'], '--for "7": allowed is'],
    [['--for', '0d'], '--for "0d": allowed is'],
    [['--for', '-7d'], '--for "-7d": allowed is'],
    [['--for', '7y'], '--for "7y": allowed is'],
    [['--until', 'tomorrow'], '--until "tomorrow": allowed is'],
    [['--until', '2999-01-31T09:00'], '--until "2999-01-31T09:00": allowed is'],
    [['--until', '2999-02-31'], '--until "2999-02-31": allowed is'],
    [['--count', '1e3'], '--count "1e3": allowed is'],
    [['--count', '0'], '--count "0": allowed is'],
    [['--forever=yes'], '--forever takes no value'],
    [['--fo', '7d'], '--fo is not an option'],
    [['--for'], '--for needs a value'],
  ])('refuses %j with status 2, before it asks anybody', async (args, said) => {
    const { status, out, err } = await run(['mute', CODE, ...args]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(said);
    expect(err).toMatch(/see launch-denied mute --help\n$/);
  });
});

describe('resolve and reopen', () => {
  test('change the state, who did it and when', async () => {
    await store();
    const resolved = await stack.local('resolve', CODE);
    expect(resolved.out).toMatch(new RegExp(`^${CODE} is resolved\n`));
    expect(flat(resolved.out)).toContain('The next denial makes it regressed and alerts at once.');
    expect(await stored()).toMatchObject({ state: 'resolved', resolvedAt: expect.any(String) });
    const reopened = await stack.local('reopen', FINGERPRINT, '--json');
    expect(JSON.parse(reopened.out)).toMatchObject({
      schemaVersion: 1,
      changed: true,
      group: { code: CODE, state: 'open' },
    });
    expect((await stored())?.history.map(({ by, to }) => [by, to])).toEqual([
      ['the rules', 'new'],
      [CALLER, 'resolved'],
      [CALLER, 'open'],
    ]);
  });

  test.each([
    ['resolve', 'resolved', 'stays resolved: nothing was changed'],
    ['reopen', 'open', 'stays open: nothing was changed'],
    ['reopen', 'new', 'stays new: nothing was changed'],
    ['reopen', 'ignored', 'take its principal or action out of what the settings'],
  ] as const)('%s says of a group that is %s that it %s', async (name, state, said) => {
    await store({ state });
    const { status, out } = await stack.local(name, CODE);
    expect(status).toBe(0);
    expect(flat(out)).toContain(said);
    expect((await stack.groups().read(FINGERPRINT))?.version).toBe(1);
    expect(JSON.parse((await stack.local(name, CODE, '--json')).out).changed).toBe(false);
  });

  test('keep what a handler and a person wrote meanwhile', async () => {
    await store();
    const others = [
      (group: Group) => ({ ...group, count: 43 }),
      (group: Group) => onMute(group, { forever: true }, ANNA, LAST),
    ];
    stack.table.meddle(async ({ operation }, pass) => {
      const change = operation === 'PutItem' ? others.shift() : undefined;
      if (change !== undefined) {
        const found = await stack.groups().read(FINGERPRINT);
        if (found === null) throw new Error('not stored');
        const left = others.splice(0);
        const group = change(found.record.group);
        await stack.groups().write({ ...found.record, group }, found.version);
        others.push(...left);
      }
      return pass();
    });
    expect((await stack.local('resolve', CODE)).status).toBe(0);
    const group = await stored();
    expect(group).toMatchObject({ state: 'resolved', count: 43, muted: null });
    expect(group?.history.map(({ by }) => by)).toEqual(['the rules', ANNA, CALLER]);
  });

  test('give up after five conflicts, with status 1', async () => {
    await store();
    let times = 0;
    stack.table.meddle(async ({ operation }, pass) => {
      if (operation !== 'PutItem') return pass();
      times += 1;
      return refusal('ConditionalCheckFailedException');
    });
    const { status, out, err } = await stack.local('resolve', CODE);
    expect({ status, out, times }).toEqual({ status: 1, out: '', times: 5 });
    expect(err).toContain('others changed the group in each of 5 tries');
  });

  test('keep the item as long as the stack does', async () => {
    await store();
    await stack.local('resolve', CODE);
    const { client, tableName } = stack.table;
    const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
    const days = (Number(Items[0]?.['expiresAt']?.N) * 1_000 - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
  });
});

describe('a group', () => {
  test.each(['show', 'resolve'])(
    'that is not stored is an error of %s with status 2',
    async (name) => {
      await store();
      for (const word of ['v1:other', groupCode('v1:other')]) {
        const { status, out, err } = await stack.local(name, word);
        expect({ status, out }).toEqual({ status: 2, out: '' });
        expect(err).toMatch(
          /^launch-denied: no group has the (fingerprint|code) \S+: it might have expired/,
        );
      }
    },
  );

  test.each([
    [CODE.slice(0, 8), 'is no group'],
    [`${CODE}x`, 'is no group'],
    [CODE.toUpperCase(), 'is no group'],
    ['v1', 'is no group'],
    ['resolve', 'is no group'],
    [`--${CODE}`, `--${CODE} is not an option`],
  ])('is not named by %s', async (word, said) => {
    for (const name of ['show', 'resolve', 'reopen']) {
      const { status, out, err } = await run([name, word]);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toContain(said);
    }
  });

  test('is named by a word after --, and by one word alone', async () => {
    await store();
    expect((await stack.local('show', '--state', 'open', CODE)).err).toContain(
      '--state is for the list',
    );
    expect((await stack.local('show', '--account', 'payments', CODE)).err).toContain(
      '--account is for the list',
    );
    expect((await run(['resolve', CODE, CODE])).err).toContain('one group at a time');
    expect((await run(['resolve'])).err).toContain('the group is missing');
    const { out } = await stack.deployed(['resolve', '--', CODE]);
    expect(out).toContain('is resolved');
  });

  test('is found by its code on any page, without reading groups', async () => {
    for (let index = 0; index < 5; index += 1) await store({ fingerprint: named(index) });
    stack.table.meddle(({ operation, body }, pass) =>
      pass(operation === 'Query' ? { ...body, Limit: 2 } : body),
    );
    for (let index = 0; index < 5; index += 1)
      expect(await stack.groups().named(groupCode(named(index)))).toBe(named(index));
    expect(await stack.groups().named(groupCode('v1:other'))).toBeNull();
    expect(stack.table.calls.map(({ operation }) => operation)).not.toContain('BatchGetItem');
  });
});

describe('text of events', () => {
  test('cannot act on a terminal', async () => {
    const texts = { sessions: [HOSTILE], shapes: [HOSTILE], regions: [HOSTILE] };
    const shown = { summary: HOSTILE, accountName: HOSTILE, ...texts };
    const history = [{ at: HOSTILE, by: HOSTILE, from: null, to: 'new', note: HOSTILE } as const];
    const times = { firstSeen: HOSTILE, lastSeen: LAST, lastAlertAt: HOSTILE };
    await store({ history, ...times }, { ...shown, reasonCode: HOSTILE });
    await stack.groups().addOccurrences(FINGERPRINT, [occurrence(1, { session: HOSTILE })]);
    for (const args of [[], [CODE], ['--json'], [CODE, '--json']]) {
      const { status, out } = await stack.local('show', ...args);
      expect(status).toBe(0);
      expect(out).not.toMatch(ACTING);
      expect(out).toContain('\\u202egnp.exe');
    }
    const { out } = await stack.local('show', CODE, '--json');
    expect(JSON.parse(out).group.summary).toBe(HOSTILE);
    expect((await stack.local('resolve', CODE)).out).not.toMatch(ACTING);
  });

  test('in what AWS answers cannot either', async () => {
    const server = await startReplying(ssmError('AccessDeniedException', HOSTILE));
    const { status, err } = await stack.deployed(['show'], { AWS_ENDPOINT_URL: server.url });
    await server.stop();
    expect(status).toBe(1);
    expect(err).not.toMatch(ACTING);
    expect(err).toContain('AWS refused: x');
  });

  test('has no colours where output is no terminal, with NO_COLOR or without', async () => {
    await store();
    for (const env of [{}, { NO_COLOR: '1' }]) {
      const { out } = await stack.deployed(['show', CODE], env);
      expect(out).not.toContain('\u001b');
    }
  });
});

describe('the stack', () => {
  test('is found by its parameter, and its options are repeated in commands', async () => {
    await store();
    const { status, out } = await stack.deployed(['show', CODE, '--region', 'eu-west-1']);
    expect(status).toBe(0);
    expect(out).toContain(`launch-denied resolve ${CODE} --region eu-west-1\n`);
  });

  test('that is not there fails with the parameter, the Region and status 1', async () => {
    const { status, err } = await stack.deployed(['show', '--stack', 'Other']);
    expect(status).toBe(1);
    expect(err).toBe(
      'launch-denied: no stack Other of Launch Denied in eu-west-1: there is no SSM parameter /launch-denied/Other; give --stack, --region or --profile\n',
    );
  });

  test('is asked in the Region of the profile', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'groups-'));
    const file = join(folder, 'config');
    const keys = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = invented\n';
    writeFileSync(file, `[profile dev]\nregion = eu-north-1\n${keys}`);
    const env = { AWS_CONFIG_FILE: file, AWS_ENDPOINT_URL: stack.url };
    const { status, err } = await run(['show', '--stack', 'Other', '--profile', 'dev'], { env });
    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(err).toContain('in eu-north-1: there is no SSM parameter');
  });

  test('whose parameter holds something else fails with what is wrong', async () => {
    const bodies = [
      ['{"tableName":""}', 'at tableName'],
      ['table', 'JSON'],
      ['{}', 'at tableName'],
    ];
    for (const [Value, said] of bodies) {
      const server = await startReplying({ ...answer({ Parameter: { Value } }) });
      const { status, err } = await stack.deployed(['show'], { AWS_ENDPOINT_URL: server.url });
      await server.stop();
      expect(status).toBe(1);
      expect(err).toContain('the SSM parameter /launch-denied/LaunchDenied cannot be read: ');
      expect(err).toContain(said);
    }
  });

  test.each([
    [['--stack', '../x'], '--stack "../x" is no name of a stack'],
    [['--region', 'evil.example'], '--region "evil.example" is no Region'],
    [['--local', 'https://example.com'], '--local "https://example.com": allowed is'],
    [
      ['--local', 'http://127.0.0.1:1', '--profile', 'dev'],
      '--local asks no AWS, and --profile does',
    ],
    [['--local', 'http://127.0.0.1:1', '--region', 'eu-west-1'], 'and --region does'],
    [['--state', 'closed'], '--state "closed": allowed are new, open, muted'],
    [['--state', ''], '--state "": allowed are'],
    [['--account', ' '], '--account " ": allowed is the number or the name of an account'],
    [['--all=yes'], '--all takes no value'],
  ])('is not asked with %j', async (args, said) => {
    const { status, out, err } = await run(['show', ...args]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(said);
  });
});

describe('AWS', () => {
  const sentence = (action: string) =>
    `User: ${CALLER} is not authorized to perform: ${action} on resource: arn:aws:x because no identity-based policy allows the ${action} action`;

  test('that refuses the parameter makes the command name the permission', async () => {
    const server = await startReplying(
      ssmError('AccessDeniedException', sentence('ssm:GetParameter')),
    );
    const { status, err } = await stack.deployed(['show'], { AWS_ENDPOINT_URL: server.url });
    await server.stop();
    expect(status).toBe(1);
    expect(err).toContain(`AWS refused: ${CALLER} lacks ssm:GetParameter on arn:aws:x; ask for`);
  });

  test('that refuses to write makes the command name that permission', async () => {
    await store();
    stack.table.meddle(async ({ operation }, pass) => {
      if (operation !== 'PutItem') return pass();
      const message = sentence('dynamodb:PutItem');
      return { ...ssmError('com.amazon.coral.service#AccessDeniedException', message) };
    });
    const { status, err } = await stack.local('resolve', CODE);
    expect(status).toBe(1);
    expect(err).toContain(`${CALLER} lacks dynamodb:PutItem`);
    expect((await stored())?.state).toBe('open');
  });

  test.each([
    ['ExpiredTokenException', 'AWS refused the credentials as expired or not valid'],
    ['ThrottlingException', 'AWS is throttling this account'],
    ['InternalServerError', 'AWS answered with InternalServerError: InternalServerError'],
  ])('that answers with %s is quoted in our words', async (code, said) => {
    const server = await startReplying(ssmError(code));
    const { status, err } = await stack.deployed(['show'], { AWS_ENDPOINT_URL: server.url });
    await server.stop();
    expect(status).toBe(1);
    expect(err).toContain(said);
  });

  test('whose table is gone is told so', async () => {
    stack.table.meddle(async () => refusal('ResourceNotFoundException'));
    const { status, err } = await stack.local('show');
    expect(status).toBe(1);
    expect(err).toContain('the table of the stack does not exist any more');
  });

  test('that is out of reach is told apart from local mode that has ended', async () => {
    const url = await deadUrl();
    const aws = await stack.deployed(['show'], { AWS_ENDPOINT_URL: url });
    expect([aws.status, aws.err]).toEqual([
      1,
      expect.stringContaining('AWS could not be reached over the network'),
    ]);
    const local = await run(['show', '--local', url]);
    expect([local.status, local.err]).toEqual([
      1,
      expect.stringContaining(`nothing answers at ${url}; give the address`),
    ]);
  });

  test('is asked with credentials and a Region, or says which is missing', async () => {
    const noRegion = await stack.deployed(['show'], { AWS_REGION: '' });
    expect([noRegion.status, noRegion.err]).toEqual([
      1,
      'launch-denied: no Region was found, or none that AWS has; give --region or set AWS_REGION\n',
    ]);
    expect((await run(['show'], { env: { AWS_REGION: 'eu-west-1' } })).err).toContain(
      'no AWS credentials were found; give --profile or set AWS_PROFILE',
    );
    const other = { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-north-1' };
    expect((await stack.deployed(['show'], other)).status).toBe(0);
  });
});

test.each(['show', 'mute', 'resolve', 'reopen'])('%s --help tells all it takes', async (name) => {
  const { status, out, err } = await run([name, '--help']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(new RegExp(`^Usage: launch-denied ${name} `));
  for (const part of [
    '--stack',
    '--profile',
    '--region',
    '--local',
    '--json',
    'Examples:',
    'Exit status: 0',
  ])
    expect(out).toContain(part);
  expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
});
