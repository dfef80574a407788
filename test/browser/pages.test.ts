import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { groupCode } from '../../core/alert/group-name';
import { type Demo, eventsOf, NOW, startDemo } from './demo';
import { hostileEvent, HOSTILE_TEXTS } from './hostile';
import { launchBrowser } from './launch';

jest.setTimeout(60_000);

/** Pictures to look at; not kept with the code. */
const PICTURES = join(__dirname, '..', '..', 'reports', 'pictures');

let browser: Browser;
let demo: Demo;
let context: BrowserContext | undefined;
let said: string[];

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => void (demo = await startDemo()));
afterEach(async () => {
  await context?.close();
  await demo.dashboard.close();
});

type Options = NonNullable<Parameters<Browser['newContext']>[0]>;

async function open(path: string, options: Options = {}): Promise<Page> {
  said = [];
  context = await browser.newContext({ baseURL: demo.dashboard.url, ...options });
  const page = await context.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(path);
  return page;
}

const rows = (page: Page) => page.locator('.ld-row');
const firstCode = async () => {
  const { items } = await demo.groups.list();
  return groupCode(items[0]?.record.group.fingerprint ?? '');
};

/** Waits until something is so; a test that waits in vain ends at its time. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const start = Date.now(); !(await isSo());) {
    if (Date.now() - start > 15_000) throw new Error('it did not come about');
    await new Promise((resolve) => void setTimeout(resolve, 20));
  }
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: readonly axe.Result[] }>(
    // Best practices are advice; the rules of WCAG are what is held.
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([360, 820, 1280])('every view can be read by everybody, %d wide', async (width) => {
    const code = await firstCode();
    const paths = ['/causes', `/causes/${code}`, '/overview', '/causes?state=muted', '/nothing'];
    const viewport = { width, height: 900 };
    const page = await open('/causes', { colorScheme, viewport, bypassCSP: true });
    for (const [at, path] of paths.entries()) {
      await page.goto(path);
      expect([path, await faultsOf(page)]).toEqual([path, []]);
      const scrolled = await page.evaluate('document.documentElement.scrollWidth');
      expect([path, scrolled]).toEqual([path, width]);
      await page.screenshot({
        path: join(PICTURES, `${at}-${colorScheme}-${width}.png`),
        fullPage: true,
      });
    }
    expect(said.filter((text) => !text.includes('404'))).toEqual([]);
  });
});

test('the list follows what is typed, and the address with it', async () => {
  const page = await open('/causes');
  const all = await rows(page).count();
  await page.getByLabel('Filter', { exact: true }).pressSequentially('PASSROLE');
  await until(async () => (await rows(page).count()) < all);
  expect(await rows(page).first().textContent()).toContain('iam:PassRole');
  expect(new URL(page.url()).search).toBe('?q=PASSROLE');
  expect(await page.evaluate('document.activeElement.name')).toBe('q');
  await page.reload();
  expect(await page.getByLabel('Filter', { exact: true }).inputValue()).toBe('PASSROLE');
  expect(await rows(page).count()).toBeLessThan(all);
  expect(said).toEqual([]);
});

test('a cause opens without loading the page, and back leads to the list where it was', async () => {
  const page = await open('/causes', { viewport: { width: 1280, height: 400 } });
  await page.evaluate('window.isSame = true');
  const last = rows(page).last().locator('.ld-title');
  await last.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate<number>('scrollY');
  const title = await last.textContent();
  await last.click();
  await page.locator('h1', { hasText: title ?? '' }).waitFor();
  expect(page.url()).toContain('/causes/g-');
  expect(await page.title()).toContain(title);
  await page.goBack();
  await page.locator('h1', { hasText: 'Causes of denied launches' }).waitFor();
  await until(async () => (await page.evaluate<number>('scrollY')) === scrolled);
  expect(await page.evaluate('window.isSame')).toBe(true);
  await page.goForward();
  await page.locator('h1', { hasText: title ?? '' }).waitFor();
  await page.reload();
  expect(await page.locator('h1').textContent()).toBe(title);
  expect(said).toEqual([]);
});

test('a cause is muted, resolved, and comes back by itself with the next denial', async () => {
  const passRole = eventsOf().find((each) => JSON.stringify(each).includes('role/web-profile'));
  const { items } = await demo.groups.list();
  const cause = items.find(({ record }) => record.shown.resource?.includes('web-profile'));
  const page = await open(`/causes/${groupCode(cause?.record.group.fingerprint ?? '')}`);
  const state = page.locator('.ld-head .ld-state');
  const act = async (label: string) => {
    await page.locator('summary', { hasText: label }).click();
    await page.locator('.ld-move[open] button', { hasText: label }).click();
  };
  await page.locator('summary', { hasText: 'Mute' }).click();
  await page.getByLabel('How long').selectOption('7d');
  await page.locator('.ld-move[open] button').click();
  await until(async () => (await state.textContent()) === 'muted');
  expect(await page.locator('.ld-head').textContent()).toContain('until 2026-11-30');
  await act('Resolve');
  await until(async () => (await state.textContent()) === 'resolved');
  expect(await page.locator('.ld-history').textContent()).toContain('assumed-role/oncall/ann');
  // Whoever looks at the page sees the next denial without a click.
  await demo.deny([again(passRole)]);
  await until(async () => (await state.textContent()) === 'regressed');
  await act('Reopen');
  await until(async () => (await state.textContent()) === 'open');
  expect(said).toEqual([]);
});

/** A minute after everything else. */
const LATER = new Date(Date.parse(NOW) + 60_000).toISOString();

/** The same denial after the cause was resolved. */
function again(event: unknown): unknown {
  const text = JSON.stringify(event).replace(/"eventTime":"[^"]*"/, `"eventTime":"${LATER}"`);
  return JSON.parse(text.replace(/"eventID":"...../, '"eventID":"again'));
}

test('what somebody types is not taken away by a new denial', async () => {
  const page = await open('/causes');
  await page.getByLabel('Filter', { exact: true }).fill('role');
  await until(async () => page.url().includes('q=role'));
  const [event] = eventsOf();
  await demo.deny([again(event)]);
  await page.locator('#live button').waitFor();
  expect(await page.getByLabel('Filter', { exact: true }).inputValue()).toBe('role');
  await page.locator('#live button').click();
  await until(async () => !(await page.locator('#live').isVisible()));
});

test('everything is reached with the keyboard alone', async () => {
  const page = await open('/causes');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  const title = await rows(page).first().locator('.ld-title').textContent();
  expect(await page.evaluate('document.activeElement.textContent')).toBe(title);
  await page.keyboard.press('/');
  expect(await page.evaluate('document.activeElement.name')).toBe('q');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  expect(await page.locator('dialog').textContent()).toContain('go to the filter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('h1', { hasText: title ?? '' }).waitFor();
  // From the view on, Tab reaches the way back and then the forms.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until(async () => (await page.locator('.ld-head .ld-state').textContent()) === 'muted');
  expect(said).toEqual([]);
});

test('a suggestion is copied as it stands', async () => {
  const page = await open(`/causes?q=web-profile`);
  await context?.grantPermissions(['clipboard-read', 'clipboard-write']);
  await rows(page).first().locator('.ld-title').click();
  const button = page.locator('.ld-form[open] [data-copy]').first();
  await button.click();
  await until(async () => (await button.textContent()) === 'Copied');
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(JSON.parse(copied)).toMatchObject({ Statement: [{ Action: 'iam:PassRole' }] });
});

test('everything can be read without a script, and acted upon', async () => {
  const page = await open('/causes', { javaScriptEnabled: false });
  await page.getByLabel('Filter', { exact: true }).fill('web-profile');
  await page.getByRole('button', { name: 'Filter' }).click();
  expect(await rows(page).count()).toBe(1);
  await rows(page).first().locator('.ld-title').click();
  expect(await page.locator('.ld-copy').first().isVisible()).toBe(false);
  await page.locator('summary', { hasText: 'Resolve' }).click();
  await page.locator('.ld-move[open] button').click();
  expect(await page.locator('.ld-head .ld-state').textContent()).toBe('resolved');
});

test('hostile texts in every field show as text', async () => {
  for (const text of HOSTILE_TEXTS) await demo.deny([hostileEvent(text)]);
  const page = await open('/causes?state=all&span=90d');
  const codes = (await demo.groups.list()).items.map(({ record }) =>
    groupCode(record.group.fingerprint),
  );
  for (const path of [
    '/causes?state=all',
    '/overview',
    ...codes.map((code) => `/causes/${code}`),
  ]) {
    await page.goto(path);
    expect(await page.locator('script:not([src]), img, iframe, [onerror], [onload]').count()).toBe(
      0,
    );
    expect(await page.evaluate('window.isAttacked')).toBe(undefined);
  }
  expect(said).toEqual([]);
});
