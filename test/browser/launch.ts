// A real Chromium for page tests: the machine's where there is one, else the one that npm installed.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { devDependencies } from '../../package.json';

const OF_THE_MACHINE = [
  process.env['CHROME_PATH'],
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].filter((path) => path !== undefined);

/** Starts a browser; whoever starts it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const own = OF_THE_MACHINE.find((path) => existsSync(path));
  const executablePath = own ?? (await unpacked());
  return chromium.launch({ executablePath, args: ['--no-sandbox'], env: { ...process.env } });
}

/** Unpacks the browser with its libraries and fonts, once for each version. */
async function unpacked(): Promise<string> {
  const folder = join(tmpdir(), `launch-denied-chromium-${devDependencies['@sparticuz/chromium']}`);
  mkdirSync(folder, { recursive: true });
  const before = process.env['TMPDIR'];
  // Both are read when the module is loaded: where it unpacks, and that it brings its libraries.
  process.env['TMPDIR'] = folder;
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  delete process.env['AWS_EXECUTION_ENV'];
  findFonts(folder);
  return path;
}

/** Its own list of font folders is that of a Lambda function, and without fonts it ends. */
function findFonts(folder: string): void {
  const fonts = join(folder, 'fonts');
  const folders = [join(fonts, 'fonts'), '/usr/share/fonts'].map((each) => `<dir>${each}</dir>`);
  const config = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.join('')}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`;
  writeFileSync(join(fonts, 'fonts.conf'), config);
}
