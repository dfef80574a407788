// npm run pictures: takes the pictures of the README from the demo.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../test/browser/launch';

const ROOT = join(__dirname, '..');
const FOLDER = join(ROOT, 'docs', 'pictures');

/** What is taken: the path, or the text of the link that leads there from the list. */
const SHOTS = [
  { name: 'causes', path: '/causes?state=all', height: 720 },
  { name: 'cause', path: '/causes?q=web-profile', follow: '.ld-title', height: 900 },
  { name: 'overview', path: '/overview', height: 860 },
] as const;

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const demo = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', '--dashboard'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await launchBrowser();
  try {
    const url = await addressIn(demo.stdout);
    for (const scheme of ['light', 'dark'] as const) await take(browser, url, scheme);
  } finally {
    await browser.close();
    demo.kill();
  }
}

/** Reads what the demo prints until it says where the dashboard is. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of output) {
    text += String(chunk);
    const [, url] = /The dashboard: (http:\S+)/.exec(text) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`the demo ended before its dashboard began: ${text}`);
}

async function take(browser: Browser, url: string, colorScheme: 'light' | 'dark'): Promise<void> {
  for (const shot of SHOTS) {
    const page = await browser.newPage({
      baseURL: url,
      colorScheme,
      viewport: { width: 1180, height: shot.height },
    });
    await page.goto(shot.path);
    if ('follow' in shot) {
      await page.locator(shot.follow).first().click();
      await page.locator('.ld-head').waitFor();
    }
    await page.screenshot({ path: join(FOLDER, `${shot.name}-${colorScheme}.png`) });
    await page.close();
  }
}

void main();
