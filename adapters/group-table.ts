// explained → [grouped] → alert: the stored groups.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Groups } from '../core/group/stored';
import { counters } from './group-table/counters';
import { explanations } from './group-table/explanations';
import { groupItems } from './group-table/group-items';
import { groupLists } from './group-table/group-lists';
import { occurrences } from './group-table/occurrences';
import { expiryAfter, type Table } from './group-table/table';
import type { TableFailure } from './group-table/table-failure';

/** Bounds for one request, so that a hanging endpoint costs one try and not the whole timeout. */
const BOUNDS = { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true };

/** Where groups are stored, and how long. */
export interface GroupTableOptions {
  readonly tableName: string;
  readonly retentionDays: number;
  readonly now: () => Date;
  /** Hears of groups in a list that cannot be read and are left out. @default - they fail the list */
  readonly onUnreadable?: (failure: TableFailure) => void;
}

/**
 * Opens the table of groups. Its methods throw what the AWS SDK throws, and a `TableFailure` where an
 * item or a page cannot be read (`ITEM_UNREADABLE`, `PAGE_UNREADABLE`) or DynamoDB leaves out a part
 * of a batch again and again (`TABLE_THROTTLED`).
 */
export function groupTable({
  tableName,
  retentionDays,
  now,
  onUnreadable = fail,
}: GroupTableOptions): Groups {
  const table: Table = {
    client: new DynamoDBClient({ requestHandler: BOUNDS }),
    name: tableName,
    expiry: expiryAfter(retentionDays, now),
    onUnreadable,
  };
  return {
    ...groupItems(table),
    ...groupLists(table),
    ...occurrences(table),
    ...explanations(table),
    ...counters(table),
  };
}

function fail(failure: TableFailure): void {
  throw failure;
}
