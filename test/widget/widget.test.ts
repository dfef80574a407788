import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import fc from 'fast-check';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { groupTable } from '../../adapters/group-table';
import { groupCode } from '../../core/alert/group-name';
import type { Groups } from '../../core/group/stored';
import { customWidget } from '../../lambda/custom-widget';
import { FINGERPRINT, occurrence, record, storedExplanation } from '../adapters/group-table/sample';
import { startTable, type TableStandIn } from '../adapters/group-table/stand-in';
import { at } from '../core/group/group';
import { launchBrowser } from '../browser/launch';
import { showWidget } from './console';

jest.setTimeout(60_000);

const PICTURES = join(__dirname, '..', '..', 'reports', 'pictures');
const CONTEXT = {
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:customWidget-LaunchDenied',
};
const timeRange = {
  mode: 'absolute',
  start: Date.parse(at(0)) - 3_600_000,
  end: Date.parse(at(90)),
};

const environment = { ...process.env };
let table: TableStandIn;
let groups: Groups;
let allowsChanges = false;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  table = await startTable();
  process.env['RETENTION_DAYS'] = '90';
});
beforeEach(async () => {
  await table.reset();
  process.env['TABLE_NAME'] = table.tableName;
  groups = groupTable({ tableName: table.tableName, retentionDays: 90, now: () => new Date() });
  await groups.write(record({ fingerprint: FINGERPRINT }), null);
  await groups.write(
    record({ fingerprint: `${FINGERPRINT}2` }, { principal: 'role/other', summary: 'Role other' }),
    null,
  );
  const stored = storedExplanation();
  await groups.writeExplanation(FINGERPRINT, stored);
  await groups.addOccurrences(FINGERPRINT, [occurrence(1)]);
  await groups.addToHour(at(0), FINGERPRINT, 3);
});
afterAll(async () => {
  await table.stop();
  process.env = environment;
});

/** The widget as a process of its own would see its environment. */
async function invoke(event: unknown): Promise<unknown> {
  process.env['ALLOW_CHANGES'] = String(allowsChanges);
  let answer: unknown;
  await jest.isolateModulesAsync(async () => {
    const widget = await import('../../lambda/custom-widget');
    answer = await widget.customWidget(event, CONTEXT);
  });
  return answer;
}

describe('the function', () => {
  beforeAll(() => void (allowsChanges = false));

  test('describes itself in Markdown', async () => {
    const answer = await customWidget({ describe: true }, CONTEXT);
    expect(answer).toMatchObject({ markdown: expect.stringContaining('```yaml\nview: causes') });
  });

  test('draws the causes of the time of the dashboard', async () => {
    const html = String(await invoke({ view: 'causes', widgetContext: { timeRange } }));
    expect(html).toContain('Role ci-runner may not pass role web-profile to EC2');
    const early = { ...timeRange, end: timeRange.start + 1 };
    expect(String(await invoke({ widgetContext: { timeRange: early } }))).toContain(
      'Nothing to review',
    );
    const zoomed = { ...timeRange, zoom: { start: early.start, end: early.end } };
    expect(String(await invoke({ widgetContext: { timeRange: zoomed } }))).toContain(
      'Nothing to review',
    );
  });

  test('changes nothing unless the stack allows it', async () => {
    const move = { move: 'resolve', fingerprint: FINGERPRINT };
    expect(String(await invoke(move))).toContain('Nothing was changed');
    expect((await groups.read(FINGERPRINT))?.record.group.state).not.toBe('resolved');
  });

  test('says so where there is no such cause', async () => {
    expect(String(await invoke({ view: 'cause', fingerprint: 'v1:none' }))).toContain(
      'does not exist any more',
    );
  });

  test.each([
    ['AccessDeniedException', 'lacks a permission on the table'],
    ['ResourceNotFoundException', 'does not exist any more'],
    ['InternalServerError', 'log of this function'],
  ])('says what to do where the table answers %s', async (name, words) => {
    const refuse = async () => ({
      status: 400,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: JSON.stringify({ __type: name, message: 'no' }),
    });
    table.meddle(refuse);
    expect(String(await invoke({ view: 'causes' }))).toContain(words);
  });

  test('answers any event with HTML that nothing of it becomes markup of', async () => {
    const hostile = fc.constantFrom('<script>x</script>', '" onclick="x', '</cwdb-action>', 'x');
    const value = fc.oneof(hostile, fc.jsonValue());
    const names = [
      'view',
      'state',
      'q',
      'principal',
      'page',
      'fingerprint',
      'shape',
      'move',
      'search',
    ];
    const event = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          ...Object.fromEntries(names.map((name) => [name, value])),
          widgetContext: fc.oneof(
            value,
            fc.record({
              theme: value,
              timeRange: fc.oneof(value, fc.record({ start: fc.double(), end: fc.double() })),
              forms: fc.oneof(
                value,
                fc.record({ all: fc.dictionary(fc.constantFrom('q', 'for'), value) }),
              ),
            }),
          ),
        },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(event, async (given) => {
        const html = await customWidget(given, CONTEXT);
        expect(typeof html).toBe('string');
        expect(html).not.toMatch(/<script|<iframe|<use\b|<[^>"]*\son\w+=/i);
      }),
      { numRuns: 150 },
    );
  });
});

describe('in the console', () => {
  let browser: Browser;
  let context: BrowserContext;
  let said: string[];

  beforeAll(async () => void (browser = await launchBrowser()));
  afterAll(() => browser.close());
  beforeEach(() => void (allowsChanges = true));
  afterEach(() => context.close());

  async function open(theme: 'light' | 'dark', width = 1_200) {
    said = [];
    context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    return { page, widget: await showWidget(page, invoke, { theme, timeRange, width }) };
  }

  const click = async (page: Page, selector: string) => {
    const before = await page.evaluate<number>('window.drawn');
    await page.locator(selector).first().click();
    await page.waitForFunction(`window.drawn > ${before}`);
  };

  const picture = (page: Page, name: string) =>
    page.screenshot({ path: join(PICTURES, `widget-${name}.png`), fullPage: true });

  test.each(['light', 'dark'] as const)(
    'draws every view and clicks every action, in %s',
    async (theme) => {
      const { page, widget } = await open(theme);
      await widget.draw({ view: 'causes' });
      await picture(page, `causes-${theme}`);
      expect(await page.locator('#widget .ld-row').count()).toBe(2);
      await click(page, '#widget .ld-title');
      expect(await page.locator('#popup h1').textContent()).toContain('Role');
      await picture(page, `cause-${theme}`);
      await page.evaluate("document.getElementById('popup').close()");
      await page.locator('#widget input[name=q]').fill('other');
      await click(page, '#widget .ld-filter > .ld-button');
      expect(await page.locator('#widget .ld-row').allTextContents()).toEqual([
        expect.stringContaining('Role other'),
      ]);
      expect(await page.locator('#widget input[name=q]').inputValue()).toBe('other');
      await widget.draw({ view: 'overview' });
      expect(await page.locator('#widget').textContent()).toContain('3 denials');
      await picture(page, `overview-${theme}`);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<axe.AxeResults>(
        `axe.run('#widget', { runOnly: ['wcag2a', 'wcag2aa'] })`,
      );
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(said).toEqual([]);
    },
  );

  test('mutes, resolves and reopens a cause after asking, in the name of the dashboard', async () => {
    const { page, widget } = await open('light', 800);
    const state = () => page.locator('#widget .ld-head .ld-state').textContent();
    await widget.draw({ view: 'cause', fingerprint: FINGERPRINT });
    await page.locator('select[name=for]').selectOption('7d');
    await click(page, '.ld-inline:has(select) .ld-button');
    expect(await state()).toBe('muted');
    await click(page, '.ld-inline .ld-button >> text=Resolve');
    expect(await state()).toBe('resolved');
    await click(page, '.ld-inline .ld-button >> text=Reopen');
    expect(await state()).toBe('open');
    expect(widget.confirmed).toHaveLength(3);
    const { history } = (await groups.read(FINGERPRINT))?.record.group ?? { history: [] };
    expect(history.slice(-3).map(({ by, to }) => [by, to])).toEqual(
      ['muted', 'resolved', 'open'].map((to) => ['CloudWatch dashboard', to]),
    );
    expect(said).toEqual([]);
  });

  test('follows every link of every view', async () => {
    const { page, widget } = await open('dark', 640);
    for (const params of [
      { view: 'causes' },
      { view: 'overview' },
      { view: 'cause', fingerprint: FINGERPRINT },
    ]) {
      await widget.draw(params);
      const links = page.locator('#widget a:not([href])');
      for (let index = (await links.count()) - 1; index >= 0; index -= 1) {
        await widget.draw(params);
        const before = await page.evaluate<number>('window.drawn');
        await links.nth(index).click();
        await page.waitForFunction(`window.drawn > ${before}`);
        await page.evaluate("document.getElementById('popup').close()");
      }
    }
    expect(said).toEqual([]);
  });

  test('names a cause as alerts do', async () => {
    const { page, widget } = await open('light');
    await widget.draw({ view: 'cause', fingerprint: FINGERPRINT });
    expect(await page.locator('#widget').textContent()).toContain(groupCode(FINGERPRINT));
  });
});
