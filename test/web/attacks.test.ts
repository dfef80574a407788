import { onMute } from '../../core/group/move';
import type { Groups } from '../../core/group/stored';
import type { Dashboard } from '../../web/server';
import { FINGERPRINT, record } from '../adapters/group-table/sample';
import { type Answer, ask, CALLER, CODE, NOW, oneGroup, send, start } from './dashboard';

let groups: Groups;
let dashboard: Dashboard;

beforeEach(async () => {
  groups = await oneGroup();
  dashboard = await start({ groups });
});
afterEach(() => dashboard.close());

const stateNow = async () => (await groups.read(FINGERPRINT))?.record.group.state;

describe('another site', () => {
  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1',
    'localhost',
    '127.0.0.1.evil.example',
  ])('reads nothing under the name %j', async (host) => {
    for (const path of ['/causes', '/live', `/causes/${CODE}`, '/']) {
      const { status, body } = await ask(dashboard, path, { headers: { host } });
      expect([400, 403]).toContain(status);
      expect(body).not.toContain('ci-runner');
    }
  });

  test('reads nothing under another port of this machine', async () => {
    const { status } = await ask(dashboard, '/causes', { headers: { host: '127.0.0.1:1' } });
    expect(status).toBe(403);
  });

  test('is told by the headers that it may neither read, frame nor add to a page', async () => {
    const { headers } = await ask(dashboard, '/causes');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('gets the same headers with what is refused', async () => {
    const answers: readonly Answer[] = [
      await ask(dashboard, '/nothing'),
      await ask(dashboard, '/causes', { headers: { host: 'evil.example' } }),
      await ask(dashboard, '/causes', { method: 'PUT' }),
      await ask(dashboard, '/causes', { method: 'POST', body: 'x'.repeat(100_000) }),
      await send(dashboard, 'mute', { token: 'x' }),
    ];
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  test('does not hold the stream of changes', async () => {
    const headers = { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await ask(dashboard, '/live', { headers })).status).toBe(404);
  });
});

describe('a form', () => {
  test.each([
    ['of another origin', { origin: 'http://evil.example' }],
    ['of no origin', { origin: 'null' }],
    ['of this machine under another port', { origin: 'http://127.0.0.1:1' }],
    ['of another scheme', { origin: 'https://127.0.0.1' }],
    ['of another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['of the same site and another origin', { 'sec-fetch-site': 'same-site' }],
  ])('%s changes nothing', async (_name, headers) => {
    const { status } = await send(dashboard, 'resolve', {}, { headers });
    expect([status, await stateNow()]).toEqual([403, 'open']);
  });

  test.each(['', 'x', 'a'.repeat(64), 'é'.repeat(32)])(
    'with the token %j changes nothing',
    async (token) => {
      const { status, body } = await send(dashboard, 'resolve', { token });
      expect([status, await stateNow()]).toEqual([403, 'open']);
      expect(body).toContain('load the page again');
    },
  );

  test('without an origin changes nothing', async () => {
    const { body } = await ask(dashboard, `/causes/${CODE}`);
    const [, token = ''] = /name="token" value="([^"]+)"/.exec(body) ?? [];
    const sent = { method: 'POST', body: `token=${token}` };
    const { status } = await ask(dashboard, `/causes/${CODE}/resolve`, sent);
    expect([status, await stateNow()]).toEqual([403, 'open']);
  });

  test('with the token of another dashboard changes nothing', async () => {
    const other = await start();
    const { body } = await ask(other, `/causes/${CODE}`);
    const [, token = ''] = /name="token" value="([^"]+)"/.exec(body) ?? [];
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect((await send(dashboard, 'resolve', { token })).status).toBe(403);
    await other.close();
  });

  test('that is longer than any form is not read', async () => {
    const { status, body } = await send(dashboard, 'resolve', { for: 'x'.repeat(100_000) });
    expect([status, await stateNow()]).toEqual([413, 'open']);
    expect(body).toContain('<main');
  });

  test('that asks for no change, or for a length that is none, says what is allowed', async () => {
    for (const [move, fields] of [
      ['delete', {}],
      ['mute', {}],
      ['mute', { for: '1000y' }],
      ['mute', { for: '__proto__' }],
    ] as const) {
      const { status, body } = await send(dashboard, move, fields);
      expect([status, await stateNow()]).toEqual([400, 'open']);
      expect(body).toMatch(/allowed are (?:mute, resolve and reopen|1d, 7d, 30d, forever)\./);
    }
  });
});

describe('a move', () => {
  test.each([
    ['resolve', {}, 'resolved'],
    ['mute', { for: '7d' }, 'muted'],
    ['mute', { for: 'forever' }, 'muted'],
  ] as const)('%s %j is noted with who made it, and leads back', async (move, fields, state) => {
    const { status, headers, body } = await send(dashboard, move, fields);
    expect([status, headers.location, body]).toEqual([303, `/causes/${CODE}`, '']);
    const group = (await groups.read(FINGERPRINT))?.record.group;
    expect(group?.state).toBe(state);
    expect(group?.history.at(-1)).toMatchObject({ at: NOW, by: CALLER, to: state });
    expect((await ask(dashboard, `/causes/${CODE}`)).body).toContain(`ld-is-${state}`);
  });

  test('reopen opens what was muted', async () => {
    await send(dashboard, 'mute', { for: '1d' });
    expect((await send(dashboard, 'reopen')).status).toBe(303);
    expect(await stateNow()).toBe('open');
  });

  test('mutes from now on', async () => {
    await send(dashboard, 'mute', { for: '30d' });
    const muted = (await groups.read(FINGERPRINT))?.record.group.muted;
    expect(muted).toEqual({ until: '2024-06-05T10:00:00.000Z' });
  });

  test('that changes nothing says so', async () => {
    await send(dashboard, 'resolve');
    const before = await groups.read(FINGERPRINT);
    const { body } = await send(dashboard, 'resolve');
    expect(body).toContain('nothing was changed');
    expect(await groups.read(FINGERPRINT)).toEqual(before);
  });

  test('that others are always quicker than says so', async () => {
    const other = await start({ groups: { ...groups, write: async () => false } });
    const { body } = await send(other, 'resolve');
    expect(body).toContain('this change was not made');
    await other.close();
  });

  test('of somebody else in between is kept', async () => {
    let isFirst = true;
    const write: Groups['write'] = async (next, version) => {
      if (!isFirst) return groups.write(next, version);
      isFirst = false;
      const stored = await groups.read(FINGERPRINT);
      if (stored === null) throw new Error('not stored');
      const muted = onMute(stored.record.group, { forever: true }, 'anna', NOW);
      await groups.write({ ...stored.record, group: muted }, stored.version);
      return false;
    };
    const other = await start({ groups: { ...groups, write } });
    expect((await send(other, 'resolve')).status).toBe(303);
    const history = (await groups.read(FINGERPRINT))?.record.group.history.map(({ to }) => to);
    expect(history?.slice(-2)).toEqual(['muted', 'resolved']);
    await other.close();
  });

  test('without credentials changes nothing and says why', async () => {
    const caller = async () => {
      throw new Error('no credentials');
    };
    const other = await start({ groups, caller });
    const { status, body } = await send(other, 'resolve');
    expect(status).toBeGreaterThanOrEqual(500);
    expect(body).toContain('no credentials');
    expect(await stateNow()).toBe('open');
    await other.close();
  });

  test('of a group that is gone is answered with 404', async () => {
    const gone: Groups = { ...groups, read: async () => null };
    const other = await start({ groups: gone });
    const { body } = await ask(dashboard, `/causes/${CODE}`);
    expect(body).toContain(CODE);
    const { status } = await ask(other, `/causes/${CODE}`);
    expect(status).toBe(404);
    await other.close();
  });

  test('asked for with GET changes nothing', async () => {
    const { status, headers } = await ask(dashboard, `/causes/${CODE}/resolve`);
    expect([status, headers.location, await stateNow()]).toEqual([303, `/causes/${CODE}`, 'open']);
  });

  test('leaves the count of the group to the denials', async () => {
    await send(dashboard, 'resolve');
    expect((await groups.read(FINGERPRINT))?.record.group.count).toBe(
      record({ count: 42 }).group.count,
    );
  });
});
