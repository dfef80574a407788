import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { hostileEvent, HOSTILE_TEXTS } from '../browser/hostile';
import { launchBrowser } from '../browser/launch';
import { type ShownWidget, showWidget } from './console';
import { startWidgetTable, WEEK, type WidgetTable } from './table';

jest.setTimeout(120_000);

/** Pictures to look at; not kept with the code. */
const PICTURES = join(__dirname, '..', '..', 'reports', 'pictures');

let browser: Browser;
let table: WidgetTable;
let page: Page;
let widget: ShownWidget;
/** What the browser's console says, and every address that is asked for. */
let said: string[];

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  [browser, table] = await Promise.all([launchBrowser(), startWidgetTable()]);
  await table.fill();
});
afterAll(async () => {
  await browser.close();
  await table.standIn.stop();
});
afterEach(async () => {
  expect(await page.evaluate('stripped')).toEqual([]);
  expect(said).toEqual([]);
  await page.close();
});

async function open(params: object, theme: 'light' | 'dark' = 'light'): Promise<void> {
  said = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => said.push(request.url()));
  widget = await showWidget(page, (event) => table.invoke(event), {
    theme,
    timeRange: WEEK,
    width: 1280,
  });
  await draw(params);
}

async function draw(params: object): Promise<void> {
  await widget.draw(params);
  await unfold();
}

/** What lies folded is clicked as well. */
async function unfold(): Promise<void> {
  await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
}

async function click(on: Locator): Promise<void> {
  const before = await page.evaluate<number>('drawn');
  await on.click();
  await page.waitForFunction(`drawn > ${before}`);
  await unfold();
}

const firstTitle = () => page.locator('#widget .ld-row .ld-title').first();
const filterField = () => page.getByLabel('Filter', { exact: true });
const rows = () => page.locator('#widget .ld-row').count();
const texts = (selector: string) => page.locator(selector).allTextContents();

async function faults(): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: readonly axe.Result[] }>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Clicks what can be clicked, one after the other, each time from where `begin` leads. */
async function clickAll(begin: () => Promise<void>, within: string): Promise<void> {
  await begin();
  const actions = page.locator(`${within} [data-action]`);
  const count = await actions.count();
  expect(count).toBeGreaterThan(2);
  for (let at = 0; at < count; at += 1) {
    if (at > 0) await begin();
    await click(actions.nth(at));
    expect(await texts('.ld-widget h1')).not.toEqual([]);
  }
}

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each(['causes', 'overview'])('draws the %s so that everybody can read it', async (view) => {
    await open({ view }, theme);
    await page.screenshot({ path: join(PICTURES, `widget-demo-${view}-${theme}.png`) });
    expect(await page.locator('#widget .ld-widget').getAttribute('data-theme')).toBe(theme);
    expect(await faults()).toEqual([]);
  });

  it('opens a cause over the list, where everybody can read it', async () => {
    await open({ view: 'causes' }, theme);
    const title = await firstTitle().textContent();
    await click(firstTitle());
    await page.screenshot({ path: join(PICTURES, `widget-demo-popup-${theme}.png`) });
    expect(await texts('#popup h1')).toEqual([title]);
    expect(await rows()).toBeGreaterThan(5);
    expect(await faults()).toEqual([]);
  });

  it.each(['causes', 'overview'])('answers each click on the %s with a view', async (view) => {
    await open({ view }, theme);
    await clickAll(() => draw({ view }), '#widget');
  });

  it('answers each click on a cause with a view, and asks before each change', async () => {
    await open({ view: 'causes', state: 'all' }, theme);
    const begin = async () => {
      await draw({ view: 'causes', state: 'all' });
      await click(firstTitle());
    };
    await clickAll(begin, '#popup');
    expect(widget.confirmed.length).toBeGreaterThan(1);
    await table.fill();
  });
});

it('narrows the list by what stands in the form, and widens it again', async () => {
  await open({ view: 'causes' });
  const all = await rows();
  const filter = page.locator('.ld-filter > .ld-button');
  await filterField().fill('web-profile');
  await click(filter);
  expect(await rows()).toBe(1);
  expect(await filterField().inputValue()).toBe('web-profile');
  await click(page.getByText('Clear', { exact: true }));
  expect(await rows()).toBe(all);
  await page.getByLabel('Action', { exact: true }).fill('iam:PassRole');
  await click(filter);
  const some = await rows();
  expect([some > 0, some < all]).toEqual([true, true]);
});

it('mutes for as long as is chosen, resolves and reopens, in the name of the dashboard', async () => {
  await table.fill();
  await open({ view: 'causes' });
  // The cause stays where it was opened, over the list.
  const state = () => texts('#popup .ld-head .ld-state');
  const press = (label: string) => click(page.locator('.ld-moves .ld-button', { hasText: label }));
  await click(firstTitle());
  await page.getByLabel('How long').selectOption('forever');
  await press('Mute');
  expect(await state()).toEqual(['muted']);
  expect(await texts('.ld-head')).toEqual([expect.stringContaining('for good')]);
  await press('Resolve');
  expect(await state()).toEqual(['resolved']);
  await press('Reopen');
  expect(await state()).toEqual(['open']);
  expect(widget.confirmed).toHaveLength(3);
  expect((await texts('.ld-history')).join().match(/CloudWatch dashboard/g)).toHaveLength(3);
});

it('shows hostile texts in every field as text', async () => {
  await table.fill(HOSTILE_TEXTS.map(hostileEvent));
  await open({ view: 'causes', state: 'all' });
  const count = await rows();
  expect(count).toBeGreaterThan(5);
  for (let at = 0; at < count; at += 1) {
    await draw({ view: 'causes', state: 'all' });
    await click(page.locator('#widget .ld-row .ld-title').nth(at));
    expect(await texts('#popup h1')).toHaveLength(1);
    expect(await page.locator('img').count()).toBe(0);
  }
  await draw({ view: 'overview' });
  expect(await page.evaluate('window.isAttacked')).toBe(undefined);
});
