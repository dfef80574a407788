import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import type { customWidget } from '../../lambda/custom-widget';
import { hostileEvent, HOSTILE_TEXTS } from '../browser/hostile';
import { launchBrowser } from '../browser/launch';
import { openConsole, type WidgetConsole } from './console';
import { loadWidget, startWidgetTable, type WidgetTable } from './table';

jest.setTimeout(120_000);

/** Pictures to look at; not kept with the code. */
const PICTURES = join(__dirname, '..', '..', 'reports', 'pictures');

let browser: Browser;
let table: WidgetTable;
let opened: WidgetConsole | undefined;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  [browser, table] = await Promise.all([launchBrowser(), startWidgetTable()]);
});
afterAll(async () => {
  await browser.close();
  await table.standIn.stop();
});
afterEach(() => opened?.close());

function load(allowsChanges = true): typeof customWidget {
  const TABLE_NAME = table.standIn.tableName;
  return loadWidget({ TABLE_NAME, ALLOW_CHANGES: String(allowsChanges) });
}

async function open(params: object, theme: 'light' | 'dark' = 'light', widget = load()) {
  return (opened = await openConsole(browser, { widget, theme, params }));
}

async function faultsOf({ page }: WidgetConsole): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: readonly axe.Result[] }>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

const texts = (console: WidgetConsole, selector: string) =>
  console.page.locator(selector).allTextContents();

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  beforeAll(() => table.fill());

  it.each(['causes', 'overview'])('draws the %s so that everybody can read them', async (view) => {
    const console = await open({ view }, theme);
    await console.page.screenshot({ path: join(PICTURES, `widget-${view}-${theme}.png`) });
    expect(await console.page.locator('#widget .ld-widget').getAttribute('data-theme')).toBe(theme);
    expect(await faultsOf(console)).toEqual([]);
    expect(await console.stripped()).toEqual([]);
    expect(console.said).toEqual([]);
  });

  it.each(['causes', 'overview'])('answers each click on the %s with a view', async (view) => {
    const console = await open({ view }, theme);
    const count = await console.actions.count();
    expect(count).toBeGreaterThan(5);
    for (let at = 0; at < count; at += 1) {
      await console.reload();
      await console.act(console.actions.nth(at));
      expect(await texts(console, '.ld-widget h1')).not.toEqual([]);
      expect(await texts(console, '[role=status]')).not.toContain(expect.stringMatching('cannot'));
    }
    expect(console.said).toEqual([]);
  });

  it('opens a cause over the list, where everybody can read it', async () => {
    const console = await open({ view: 'causes' }, theme);
    const title = console.page.locator('.ld-row .ld-title').first();
    const words = await title.textContent();
    await console.act(title);
    expect(await texts(console, '#popup h1')).toEqual([words]);
    expect(await console.page.locator('#widget .ld-row').count()).toBeGreaterThan(5);
    await console.page.screenshot({ path: join(PICTURES, `widget-popup-${theme}.png`) });
    expect(await faultsOf(console)).toEqual([]);
  });

  it('answers each click on a cause, and asks before each change', async () => {
    await table.fill();
    const console = await open({ view: 'causes' }, theme);
    await console.act(console.page.locator('.ld-row .ld-title').first());
    const count = await console.page.locator('#popup [data-action]').count();
    for (let at = 0; at < count; at += 1) {
      await console.reload();
      await console.act(console.page.locator('.ld-row .ld-title').first());
      const action = console.page.locator('#popup [data-action]').nth(at);
      if ((await action.count()) === 0) continue;
      await console.act(action);
      expect(await texts(console, '.ld-widget h1')).not.toEqual([]);
    }
    expect(console.confirmed.length).toBeGreaterThan(0);
    expect(console.said).toEqual([]);
  });
});

it('narrows the list by what stands in the form, and widens it again', async () => {
  await table.fill();
  const console = await open({ view: 'causes' });
  const filter = console.page.getByText('Filter', { exact: true }).last();
  const all = await console.page.locator('.ld-row').count();
  await console.page.getByLabel('Filter', { exact: true }).fill('web-profile');
  await console.act(filter);
  expect(await console.page.locator('.ld-row').count()).toBe(1);
  expect(await console.page.getByLabel('Filter', { exact: true }).inputValue()).toBe('web-profile');
  await console.act(console.page.getByText('Clear', { exact: true }));
  expect(await console.page.locator('.ld-row').count()).toBe(all);
  await console.page.getByLabel('Action', { exact: true }).fill('iam:PassRole');
  await console.act(filter);
  const some = await console.page.locator('.ld-row').count();
  expect([some > 0, some < all]).toEqual([true, true]);
});

it('mutes for as long as is chosen, resolves and reopens', async () => {
  await table.fill();
  const console = await open({ view: 'causes' });
  const state = () => texts(console, '.ld-head .ld-state');
  const press = (label: string) =>
    console.act(console.page.locator('.ld-moves').getByText(label, { exact: true }));
  await console.act(console.page.locator('.ld-row .ld-title').first());
  await console.page.getByLabel('How long').selectOption('forever');
  await press('Mute');
  expect(await state()).toEqual(['muted']);
  expect(await texts(console, '.ld-head')).toEqual([expect.stringContaining('for good')]);
  await press('Resolve');
  expect(await state()).toEqual(['resolved']);
  await press('Reopen');
  expect(await state()).toEqual(['open']);
  expect(console.confirmed).toHaveLength(3);
  expect(await texts(console, '.ld-history')).toEqual([
    expect.stringContaining('CloudWatch dashboard'),
  ]);
  expect(console.said).toEqual([]);
});

it('shows hostile texts in every field as text', async () => {
  await table.fill(HOSTILE_TEXTS.map(hostileEvent));
  const console = await open({ view: 'causes', state: 'all' });
  const rows = await console.page.locator('.ld-row').count();
  expect(rows).toBeGreaterThan(5);
  for (let at = 0; at < rows; at += 1) {
    await console.reload();
    await console.act(console.page.locator('.ld-row .ld-title').nth(at));
    expect(await console.page.locator('script, img, iframe').count()).toBe(1);
  }
  expect(await console.page.evaluate('window.isAttacked')).toBe(undefined);
  expect(await console.stripped()).toEqual([]);
  expect(console.said).toEqual([]);
});
