// The custom widget over the table of the template, with the denials of the demo in it.
import { groupTable } from '../../adapters/group-table';
import { startTable, type TableStandIn } from '../adapters/group-table/stand-in';
import { denyInto, eventsOf } from '../browser/demo';
import { ENDPOINT } from './console';

/** Long enough that no test outlives what it stored. */
const RETENTION_DAYS = 3_650;

/** The days of the demo's denials, in milliseconds. */
export const WEEK = {
  start: Date.parse('2026-11-17T00:00:00Z'),
  end: Date.parse('2026-11-24T00:00:00Z'),
};

/** The widget with its table. */
export interface WidgetTable {
  readonly standIn: TableStandIn;
  /** Makes the table anew, and takes events the way of a batch into it. */
  fill(events?: readonly unknown[]): Promise<void>;
  /** Invokes the function, which may change states. */
  invoke(event: unknown): Promise<unknown>;
}

/** Starts the table. */
export async function startWidgetTable(): Promise<WidgetTable> {
  const standIn = await startTable();
  return {
    standIn,
    async fill(events = eventsOf()) {
      await standIn.reset();
      const { tableName } = standIn;
      const now = () => new Date(WEEK.end);
      await denyInto(groupTable({ tableName, retentionDays: RETENTION_DAYS, now }))(events);
      Object.assign(process.env, {
        TABLE_NAME: tableName,
        RETENTION_DAYS: String(RETENTION_DAYS),
        ALLOW_CHANGES: 'true',
      });
      jest.resetModules();
    },
    async invoke(event) {
      const { customWidget } = await import('../../lambda/custom-widget');
      return customWidget(event, { invokedFunctionArn: ENDPOINT });
    },
  };
}
