// Stands in for the CloudWatch console around one widget, in a real browser.
import type { Browser, Locator, Page } from 'playwright-core';
import type { customWidget } from '../../lambda/custom-widget';
import { consolePage } from './console-page';
import { contextOf, ENDPOINT } from './table';

/** How a widget is opened. */
export interface ConsoleOptions {
  readonly widget: typeof customWidget;
  readonly theme: 'light' | 'dark';
  /** The parameters of the widget, as the dashboard holds them. */
  readonly params: object;
}

/** A widget in the console. */
export interface WidgetConsole {
  readonly page: Page;
  /** What the browser's console says, and every address that is asked for. */
  readonly said: readonly string[];
  /** What somebody was asked to confirm. */
  readonly confirmed: readonly string[];
  /** Everything that can be clicked, also what lies folded. */
  readonly actions: Locator;
  /** Draws the widget anew, as it first was. */
  reload(): Promise<void>;
  /** Clicks, and waits until the answer is shown. */
  act(on: Locator): Promise<void>;
  /** What the page stripped. */
  stripped(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Opens a page with the widget in it. */
export async function openConsole(
  browser: Browser,
  { widget, theme, params }: ConsoleOptions,
): Promise<WidgetConsole> {
  const said: string[] = [];
  const confirmed: string[] = [];
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => said.push(request.url()));
  page.on('dialog', (dialog) => {
    confirmed.push(dialog.message());
    void dialog.accept();
  });
  const call = async (endpoint: string, given: object, all: object): Promise<string> => {
    const widgetContext = contextOf({ theme, params, forms: { all } });
    const answer = await widget({ ...given, widgetContext }, { invokedFunctionArn: endpoint });
    return typeof answer === 'string' ? answer : answer.markdown;
  };
  await page.exposeFunction('invoke', call);
  await page.setContent(consolePage(theme));
  const shown = () => page.evaluate<number>('Number(document.body.dataset.shown ?? 0)');
  const reload = async () => {
    await page.evaluate(`show(${JSON.stringify(await call(ENDPOINT, params, {}))}, 'widget')`);
    await unfold(page);
  };
  await reload();
  return {
    page,
    said,
    confirmed,
    actions: page.locator('[data-action]'),
    reload,
    async act(on) {
      const before = await shown();
      await on.click();
      await page.locator(`body[data-shown="${before + 1}"]`).waitFor();
      await unfold(page);
    },
    stripped: () => page.evaluate('stripped'),
    close: () => page.close(),
  };
}

function unfold(page: Page): Promise<unknown> {
  return page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
}
