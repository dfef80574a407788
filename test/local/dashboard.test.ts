import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { join } from 'node:path';
import * as v from 'valibot';
import { demoHistory, onceMore } from '../../local/demo-history';

jest.setTimeout(60_000);

const detailed = v.object({ detail: v.object({ eventID: v.string(), eventTime: v.string() }) });
const NOW = Date.parse('2026-11-23T10:00:00Z');
const event = (name: string) => ({
  title: name,
  event: {
    source: 'aws.ec2',
    detail: { eventID: `0f1e2d3c-${name}`, eventTime: '2020-01-01T00:00:00Z', name },
  },
});

describe('the demo of the dashboard', () => {
  test('happened within two weeks before now, oldest first, each event with an id of its own', () => {
    const played = demoHistory(['a', 'b', 'c'].map(event), NOW);
    const details = played.map(({ event: one }) => v.parse(detailed, one).detail);
    const times = details.map(({ eventTime }) => Date.parse(eventTime));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times[0]).toBeGreaterThan(NOW - 14 * 86_400_000);
    expect(times.at(-1)).toBeLessThan(NOW);
    expect(new Set(details.map(({ eventID }) => eventID)).size).toBe(details.length);
  });

  test('leaves alone what is no event', () => {
    const input = { title: 'x', event: { nothing: 1 } };
    expect(demoHistory([input], NOW)).toEqual([input]);
    expect(onceMore([{ title: 'x', event: 'platform-deploy' }], NOW)).toEqual([]);
  });

  test('brings one cause back', () => {
    const [back, ...others] = onceMore(['a', 'platform-deploy'].map(event), NOW);
    expect(others).toEqual([]);
    expect(back).toMatchObject({ event: { detail: { eventTime: '2026-11-23T10:00:00Z' } } });
  });

  test('is served until Ctrl-C, with a cause in each state that people make', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', '--dashboard'], {
      cwd: join(__dirname, '..', '..'),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    let text = '';
    for await (const chunk of child.stdout) {
      text += String(chunk);
      if (text.includes('Ctrl-C')) break;
    }
    const [, url = ''] = /The dashboard: (http:\S+)/.exec(text) ?? [];
    const page = await body(`${url}/causes?state=all`);
    for (const state of ['regressed', 'new', 'open', 'muted', 'resolved'])
      expect(page).toContain(`ld-is-${state}"`);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
  });
});

function body(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => resolve(text));
    }).once('error', reject);
  });
}
