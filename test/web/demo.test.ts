// npm start -- --dashboard, as somebody without an account runs it.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { demoHistory } from '../../local/demo-history';
import type { Input } from '../../local/play';
import { denialEvent } from '../local/denials';

const ROOT = join(__dirname, '..', '..');
const NOW = Date.parse('2026-11-23T10:00:00Z');

jest.setTimeout(60_000);

describe('the history of the demo', () => {
  const inputs: readonly Input[] = Array.from({ length: 15 }, (_, at) => ({
    title: `Denial ${at}`,
    event: denialEvent({
      eventId: `0f0f0f0f-0000-4000-8000-00000000${at + 1_000}`,
      role: `r${at}`,
    }),
  }));
  const dated = demoHistory(inputs, NOW).map(({ event }) => JSON.parse(JSON.stringify(event)));
  const times: readonly string[] = dated.map(({ detail }) => detail.eventTime);

  test('lies within two weeks before now, the oldest first', () => {
    expect(times.length).toBeGreaterThan(inputs.length);
    expect(times.toSorted()).toEqual(times);
    for (const time of times) {
      const ago = NOW - Date.parse(time);
      expect([ago > 0, ago < 14.5 * 86_400_000]).toEqual([true, true]);
    }
  });

  test('has every cause, and each event once', () => {
    const ids = dated.map(({ detail }) => detail.eventID);
    expect(new Set(ids).size).toBe(ids.length);
    const roles = dated.map(({ detail }) => detail.userIdentity.sessionContext.sessionIssuer.arn);
    expect(new Set(roles).size).toBe(inputs.length);
  });

  test('leaves alone what is no event', () => {
    const other = { title: 'Other', event: { detail: 'x' } };
    expect(demoHistory([other], NOW)).toEqual([other]);
  });
});

describe('npm start -- --dashboard', () => {
  let child: ChildProcess;
  let printed = '';

  const until = async (words: RegExp): Promise<string> => {
    for (;;) {
      const [, found] = words.exec(printed) ?? [];
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(`ended early: ${printed}`);
      await new Promise((resolve) => void setTimeout(resolve, 50));
    }
  };

  beforeAll(() => {
    const command = ['--import', 'tsx', join('local', 'main.ts'), '--dashboard'];
    child = spawn(process.execPath, command, { cwd: ROOT });
    child.stdout?.on('data', (chunk) => (printed += String(chunk)));
    child.stderr?.on('data', (chunk) => (printed += String(chunk)));
  });
  afterAll(() => child.kill('SIGKILL'));

  const codesOn = async (url: string) => {
    const page = await fetch(`${url}/causes`).then((response) => response.text());
    return [...page.matchAll(/data-row="(g-\w+)"/g)].map(([, code = '']) => code);
  };

  test('shows the demo and what is denied meanwhile, until Ctrl-C', async () => {
    const url = await until(/The dashboard: (http:\/\/127\.0\.0\.1:\d+)/);
    const inbox = await until(/@FILE (http:\/\/127\.0\.0\.1:\d+)/);
    expect(printed).toMatch(
      /\d+ events went in: \d+ alerted, \d+ held back, \d+ ignored, 0 failed\./,
    );
    expect(printed).not.toContain('Subject:');
    const before = await codesOn(url);
    expect(before.length).toBeGreaterThan(5);
    const all = await fetch(`${url}/causes?state=all`).then((response) => response.text());
    for (const state of ['regressed', 'new', 'open', 'muted', 'resolved'])
      expect(all).toContain(`ld-is-${state}"`);

    const listening = new AbortController();
    const stream = await fetch(`${url}/live`, { signal: listening.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let said = '';
    const changes = async (times: number): Promise<void> => {
      while (said.split('event: changed').length <= times)
        said += (await reader?.read())?.value ?? '';
    };
    await changes(1);
    const time = new Date().toISOString();
    const denied = denialEvent({ eventId: 'arrives-now', role: 'newcomer', time });
    await fetch(inbox, { method: 'POST', body: JSON.stringify(denied) });
    await changes(2);
    listening.abort();
    const after = await codesOn(url);
    const [code = ''] = after.filter((one) => !before.includes(one));
    const page = await fetch(`${url}/causes/${code}`).then((response) => response.text());
    expect(page).toContain('newcomer');
    expect(printed).not.toContain('Subject:');

    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await ended;
    await expect(fetch(url)).rejects.toThrow();
  });
});
