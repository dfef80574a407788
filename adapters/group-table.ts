// explained → [grouped] → alert: the stored groups.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Groups } from '../core/group/stored';
import type { Connection } from './connection';
import { accountNames } from './group-table/account-names';
import { counters } from './group-table/counters';
import { digests } from './group-table/digests';
import { explanations } from './group-table/explanations';
import { groupItems } from './group-table/group-items';
import { groupLists } from './group-table/group-lists';
import { groupNames } from './group-table/group-names';
import { occurrences } from './group-table/occurrences';
import { expiryAfter, type Table } from './group-table/table';
import type { Failure } from '../core/failure';

/** Bounds for one request, so that a hanging endpoint costs one try and not the whole timeout. */
const BOUNDS = { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true };

/** Where groups are stored, and how long. */
export interface GroupTableOptions {
  readonly tableName: string;
  readonly retentionDays: number;
  readonly now: () => Date;
  /** @default - the SDK's own defaults */
  readonly connection?: Connection;
  /** Hears of groups in a list that cannot be read and are left out. @default - they fail the list */
  readonly onUnreadable?: (failure: Failure) => void;
}

/**
 * Opens the table of groups. Its methods throw what the AWS SDK throws, and a `Failure` where an
 * item or a page cannot be read (`ITEM_UNREADABLE`, `PAGE_UNREADABLE`) or DynamoDB leaves out a part
 * of a batch again and again (`TABLE_THROTTLED`).
 */
export function groupTable({
  tableName,
  retentionDays,
  now,
  connection = {},
  onUnreadable = fail,
}: GroupTableOptions): Groups {
  const table: Table = {
    client: new DynamoDBClient({ requestHandler: BOUNDS, ...connection }),
    name: tableName,
    expiry: expiryAfter(retentionDays, now),
    onUnreadable,
  };
  return {
    ...groupItems(table),
    ...groupLists(table),
    ...groupNames(table),
    ...occurrences(table),
    ...explanations(table),
    ...counters(table),
    ...digests(table),
    ...accountNames(table),
  };
}

function fail(failure: Failure): void {
  throw failure;
}
