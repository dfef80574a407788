// The custom widget over the table of the template, with the denials of the demo in it.
import type { Groups } from '../../core/group/stored';
import { groupTable } from '../../adapters/group-table';
import type { customWidget } from '../../lambda/custom-widget';
import { startTable, type TableStandIn } from '../adapters/group-table/stand-in';
import { denyInto, eventsOf } from '../browser/demo';

export const ENDPOINT = 'arn:aws:lambda:eu-west-1:111122223333:function:customWidget-LaunchDenied';

/** Long enough that no test outlives what it stored. */
const RETENTION_DAYS = '3650';

/** The time range of the dashboard: the week of the demo's denials, in milliseconds. */
export const WEEK = {
  start: Date.parse('2026-11-17T00:00:00Z'),
  end: Date.parse('2026-11-24T00:00:00Z'),
};

/** The table, and what it holds. */
export interface WidgetTable {
  readonly standIn: TableStandIn;
  readonly groups: () => Groups;
  /** Empties the table and takes events the way of a batch into it. */
  fill(events?: readonly unknown[]): Promise<void>;
}

/** Starts the table. */
export async function startWidgetTable(): Promise<WidgetTable> {
  const standIn = await startTable();
  const groups = () =>
    groupTable({
      tableName: standIn.tableName,
      retentionDays: Number(RETENTION_DAYS),
      now: () => new Date(WEEK.end),
    });
  return {
    standIn,
    groups,
    async fill(events = eventsOf()) {
      await standIn.reset();
      await denyInto(groups())(events);
      standIn.calls.length = 0;
    },
  };
}

/** Loads the function anew, as Lambda does with this environment. */
export function loadWidget(environment: NodeJS.ProcessEnv): typeof customWidget {
  Object.assign(process.env, { RETENTION_DAYS, ALLOW_CHANGES: 'false', ...environment });
  let loaded: typeof customWidget | undefined;
  jest.isolateModules(() => {
    ({ customWidget: loaded } = jest.requireActual('../../lambda/custom-widget'));
  });
  if (loaded === undefined) throw new Error('the function was not loaded');
  return loaded;
}

/** What CloudWatch tells a widget of where it is. */
export function contextOf(changed: object = {}): object {
  return {
    dashboardName: 'LaunchDenied-eu-west-1',
    widgetId: 'widget-3',
    accountId: '111122223333',
    locale: 'en',
    timezone: { label: 'UTC', offsetISO: '+00:00', offsetInMinutes: 0 },
    period: 300,
    isAutoPeriod: true,
    timeRange: { mode: 'absolute', relativeStart: 604_800_000, ...WEEK },
    theme: 'light',
    linkCharts: true,
    title: 'Causes',
    forms: { all: {} },
    params: {},
    width: 1_200,
    height: 700,
    ...changed,
  };
}
