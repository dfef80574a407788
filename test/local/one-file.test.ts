// The way from end to end over the one file that people deploy without the CDK.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFile } from '../../lib/one-file';
import { startLocal } from '../../local/start-local';
import type { SynthesizedStack } from '../../local/synthesize';
import { readTemplateFile } from '../../local/template-file';
import { event } from './launches';
import { testWholeWay } from './whole-way';

const FOLDER = mkdtempSync(join(tmpdir(), 'launch-denied-test-'));

let stack: SynthesizedStack;

jest.setTimeout(60_000);

beforeAll(async () => {
  stack = await readTemplateFile(writeFile('home', { outdir: FOLDER }).file);
});

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

testWholeWay(() => stack);

/** What each receiver has of one denial, and what the rule says of it. */
async function endWith(parameters: Readonly<Record<string, string>>) {
  const local = await startLocal(stack, { parameters });
  try {
    const { matched } = await local.put(event('denied'));
    await local.settle();
    const { environment } = local.function;
    const mails = parameters.Email === undefined ? [] : await local.received(parameters.Email);
    return { matched, environment, mails: mails.length, chats: (await local.chats()).length };
  } finally {
    await local.stop();
  }
}

describe('the parameters of the file', () => {
  test('name who receives alerts', async () => {
    const Email = 'oncall@example.com';
    expect(await endWith({ Email })).toMatchObject({ mails: 1, chats: 0 });
  });

  test('add a chat channel', async () => {
    const chat = { SlackWorkspaceId: 'T0123ABCD', SlackChannelId: 'C0123ABCD' };
    expect(await endWith(chat)).toMatchObject({ matched: true, chats: 1 });
  });

  test('say which operations match, how long groups are kept, and what may be simulated', async () => {
    const given = { Operations: 'CreateFleet', RetentionDays: '14', Simulate: 'false' };
    const { matched, environment } = await endWith(given);
    expect(matched).toBe(false);
    expect(environment).toMatchObject({ RETENTION_DAYS: '14' });
    expect(environment.SIMULATE).not.toBe('true');
  });

  test('are refused where the file does not know or allow them', async () => {
    await expect(endWith({ Mail: 'x' })).rejects.toThrow('the template has no parameter Mail');
    await expect(endWith({ Simulate: 'yes' })).rejects.toThrow('is "yes", which is not allowed');
  });
});
