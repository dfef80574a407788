// Stands in for the CloudWatch console around one widget, in a real browser.
import type { Page } from 'playwright-core';
import { consolePage } from './console-page';

/** What the dashboard is set to. */
export interface DashboardSettings {
  readonly theme: 'light' | 'dark';
  /** In milliseconds. */
  readonly timeRange: { readonly start: number; readonly end: number };
  /** In pixels. */
  readonly width: number;
}

/** A widget in the console; its page has `#widget`, `#popup`, and the number of answers in `drawn`. */
export interface ShownWidget {
  /** What somebody was asked to confirm; the answer is yes. */
  readonly confirmed: readonly string[];
  /** Draws the widget with these parameters, as the dashboard does when it is opened. */
  draw(params: object): Promise<void>;
}

/** The function that the page's dashboard names. */
export const ENDPOINT = 'arn:aws:lambda:eu-west-1:111122223333:function:customWidget-LaunchDenied';

/** Makes the page one of the console; `invoke` answers as the function does. */
export async function showWidget(
  page: Page,
  invoke: (event: object) => Promise<unknown>,
  { theme, timeRange, width }: DashboardSettings,
): Promise<ShownWidget> {
  const confirmed: string[] = [];
  page.on('dialog', (dialog) => {
    confirmed.push(dialog.message());
    void dialog.accept();
  });
  let original: object = {};
  const call = async (endpoint: string, params: object, all: object): Promise<unknown> => {
    if (endpoint !== ENDPOINT) throw new Error(`nobody may invoke ${endpoint}`);
    const settings = { theme, width, height: 700, timeRange, params: original, forms: { all } };
    return invoke({ ...params, widgetContext: { ...CONTEXT, ...settings } });
  };
  await page.exposeFunction('invoke', call);
  await page.setContent(consolePage(theme));
  return {
    confirmed,
    async draw(params) {
      original = params;
      const html = JSON.stringify(await call(ENDPOINT, params, {}));
      await page.evaluate(`show(${html}, 'widget')`);
    },
  };
}

/** What else the console tells of where the widget is. */
const CONTEXT = {
  dashboardName: 'LaunchDenied-eu-west-1',
  widgetId: 'widget-3',
  accountId: '111122223333',
  locale: 'en',
  timezone: { label: 'UTC', offsetISO: '+00:00', offsetInMinutes: 0 },
  period: 300,
  isAutoPeriod: true,
  linkCharts: true,
  title: 'Causes',
};
