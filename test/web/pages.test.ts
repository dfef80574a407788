import fc from 'fast-check';
import { memoryGroups } from '../../adapters/memory-groups';
import { Failure } from '../../core/failure';
import type { Dashboard } from '../../web/server';
import { FINGERPRINT, record } from '../adapters/group-table/sample';
import { ask, CODE, oneGroup, start } from './dashboard';

jest.setTimeout(30_000);

let dashboard: Dashboard;

beforeEach(async () => void (dashboard = await start()));
afterEach(() => dashboard.close());

const get = (path: string) => ask(dashboard, path);

/** What a page loads under names of its own content. */
const filesOf = (body: string) =>
  [...body.matchAll(/(?:href|src)="(\/(?:style|script)\.[^"]+)"/g)].flatMap(
    ([, path]) => path ?? [],
  );

describe('what is no page', () => {
  test.each(['/nothing', '/causes/g-bbbbbbbbbbbb', '/causes/x', '/live/x', '/style.0.css'])(
    '%s is answered with 404, words and the way back',
    async (path) => {
      const { status, body } = await get(path);
      expect(status).toBe(404);
      expect(body).toContain('Not found');
      expect(body).toContain('href="/causes"');
    },
  );

  test.each([
    '//',
    '//[',
    '/causes?%',
    '/%',
    '/causes?page=%ff',
    '*',
    'http://[',
    'http://x/causes',
  ])('%s does not stop the server', async (path) => {
    const { status } = await get(path);
    expect([200, 303, 400, 404]).toContain(status);
    expect((await get('/causes')).status).toBe(200);
  });

  test('a page of a list that nobody gave as next is answered with 400 and what was given', async () => {
    for (const path of ['/causes?page=x%23y', '/causes?q=a&page=zzz']) {
      const { status, body } = await get(path);
      expect(status).toBe(400);
      expect(body).toContain('There is no page');
    }
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    'a %s is answered with 405 and what is allowed',
    async (method) => {
      const { status, headers } = await ask(dashboard, '/causes', { method });
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    },
  );

  test('any query is answered', async () => {
    const query = fc.oneof(
      fc.webQueryParameters(),
      fc
        .dictionary(
          fc.constantFrom(
            'state',
            'span',
            'q',
            'principal',
            'region',
            'page',
            'shape',
            '__proto__',
          ),
          fc.string({ unit: 'grapheme' }),
        )
        .map((fields) => new URLSearchParams(Object.entries(fields)).toString()),
    );
    const path = fc.constantFrom('/causes', `/causes/${CODE}`, '/overview', '/');
    await fc.assert(
      fc.asyncProperty(path, query, async (at, asked) => {
        const { status, body } = await get(`${at}?${asked}`);
        expect([200, 303, 400]).toContain(status);
        expect(body).not.toContain('the table failed');
      }),
    );
  });
});

describe('a page', () => {
  test('is in English, in light and dark, with where the groups come from', async () => {
    const { status, headers, body } = await get('/causes');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(body).toContain('<meta name="color-scheme" content="light dark">');
    expect(body).toContain('demo');
    expect(body).toContain('<a href="/causes" aria-current="page">Causes</a>');
  });

  test('lists the causes, each with the address of its own', async () => {
    const { body } = await get('/causes');
    expect(body).toContain(`href="/causes/${CODE}"`);
    expect(body).toContain('Role ci-runner may not pass role web-profile to EC2 (implicit deny)');
  });

  test('has what it was asked for in its form', async () => {
    const { body } = await get('/causes?state=all&span=7d&q=ci%22%3E');
    expect(body).toContain('name="q" value="ci&quot;&gt;"');
    expect(body).toContain('<input type="hidden" name="state" value="all">');
    expect(body).toContain('<input type="hidden" name="span" value="7d">');
  });

  test('of a cause says why and has a form for each move', async () => {
    const { status, body } = await get(`/causes/${CODE}`);
    expect(status).toBe(200);
    expect(body).toContain('Next steps');
    for (const move of ['mute', 'resolve'])
      expect(body).toContain(`method="post" action="/causes/${CODE}/${move}"`);
  });

  test('of the overview says how the pipeline does, beside the groups too', async () => {
    const other = await start({
      health: async () => [{ name: 'Queue', state: 'ok', found: 'nothing waits in it' }],
    });
    const { body } = await ask(other, '/overview?span=24h');
    expect(body).toContain('nothing waits in it');
    await other.close();
  });

  test('is the list where no view is named', async () => {
    const { status, headers } = await get('/');
    expect([status, headers.location]).toEqual([303, '/causes']);
  });

  test('answers HEAD as GET, without the page', async () => {
    for (const path of ['/causes', '/', '/nothing']) {
      const [head, whole] = [await ask(dashboard, path, { method: 'HEAD' }), await get(path)];
      expect([head.status, head.body]).toEqual([whole.status, '']);
      expect(head.headers['content-length']).toBe(whole.headers['content-length']);
    }
  });

  test('shows what an event says as text', async () => {
    const groups = memoryGroups();
    const hostile = '<script>alert(1)</script>"><img src=x onerror=y>\u202e\u0000';
    const shown = { summary: hostile, principal: hostile, action: hostile, resource: hostile };
    const lastSeen = '2024-05-06T09:14:00.000Z';
    await groups.write(record({ lastSeen, firstSeen: lastSeen }, shown), null);
    const other = await start({ groups, source: hostile });
    for (const path of ['/causes', `/causes/${CODE}`, '/overview']) {
      const { status, body } = await ask(other, path);
      expect(status).toBe(200);
      expect(body).not.toMatch(/<script>|<img|\u202e|\u0000/);
      expect(body).toContain('&lt;script&gt;');
    }
    await other.close();
  });
});

describe('what a page loads', () => {
  test('comes from the same server and may be kept for ever under its name', async () => {
    const files = filesOf((await get('/causes')).body);
    expect(files).toHaveLength(2);
    for (const path of files) {
      const { status, headers, body } = await get(path);
      expect(status).toBe(200);
      expect(headers['cache-control']).toContain('immutable');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(body.length).toBeGreaterThan(0);
    }
  });

  test('is named otherwise where it changed', async () => {
    const other = await start({ script: 'void 1;' });
    const [one, two] = [await get('/causes'), await ask(other, '/causes')];
    const [style, script] = filesOf(two.body);
    expect(filesOf(one.body)[0]).toBe(style);
    expect(filesOf(one.body)[1]).not.toBe(script);
    await other.close();
  });

  test('leaves no script and no style within a page', async () => {
    for (const path of ['/causes', `/causes/${CODE}`, '/overview', '/nothing']) {
      const { body } = await get(path);
      expect(body).not.toMatch(
        /<script(?! src="\/script\.[0-9a-f]+\.js")|<style|\son[a-z]+="|\sstyle="/,
      );
      expect(body).not.toMatch(/(?:src|action)="(?!\/)/);
    }
  });
});

describe('a table that fails', () => {
  test('is a page that says why, with a status of its own', async () => {
    const groups = await oneGroup();
    const broken = async () => {
      throw new Error('no credentials <b>');
    };
    const other = await start({ groups: { ...groups, seen: broken, read: broken } });
    for (const path of ['/causes', `/causes/${CODE}`]) {
      const { status, body } = await ask(other, path);
      expect(status).toBeGreaterThanOrEqual(500);
      expect(body).toContain('The table failed: Error: no credentials &lt;b&gt;');
    }
    await other.close();
  });
});

describe('the server', () => {
  test('does not take a port that another program has', async () => {
    const port = Number(new URL(dashboard.url).port);
    const second = start({ port });
    await expect(second).rejects.toThrow(Failure);
    await expect(second).rejects.toThrow(`port ${port} is taken`);
  });

  test('listens where it says, on this machine alone', async () => {
    expect(dashboard.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const port = Number(new URL(dashboard.url).port);
    await dashboard.close();
    const again = await start({ port });
    expect(again.url).toBe(dashboard.url);
    await again.close();
    await expect(ask(again, '/causes')).rejects.toThrow('ECONNREFUSED');
  });

  test('knows a group that was stored after it started', async () => {
    const groups = await oneGroup();
    const other = await start({ groups });
    const fingerprint = FINGERPRINT.replace('ci-runner', 'deployer');
    const time = '2024-05-06T09:50:00.000Z';
    expect((await ask(other, '/causes')).body.match(/data-row=/g)).toHaveLength(1);
    await groups.write(record({ fingerprint, lastSeen: time, firstSeen: time }), null);
    expect((await ask(other, '/causes')).body.match(/data-row=/g)).toHaveLength(2);
    await other.close();
  });
});
