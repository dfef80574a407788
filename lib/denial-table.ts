// event → rule → queue → function → [table], alerts
//
// What is stored, <fp> being the fingerprint of a group (who reads and writes it: docs/groups.md):
//
// | item                           | pk                | sk                 |
// |--------------------------------|-------------------|--------------------|
// | a group                        | GROUP#<fp>        | GROUP              |
// | its explanations               | GROUP#<fp>        | SHAPE#<shape>      |
// | its denials                    | SEEN#<fp>         | <time>#<eventID>   |
// | the denials of an hour         | DAY#<date>        | <hour>#<fp>        |
// | the alerts of a minute         | MINUTE#<minute>   | BUDGET             |
// | the last digest of a face      | DIGEST            | <face>             |
// | the names of accounts          | ACCOUNTS          | NAMES              |
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** By what each index finds groups, and by what it sorts them; an item without both is not in it. */
const INDEXES = {
  // `GROUP` is the sort key of every group and of nothing else.
  due: ['sk', 'dueAt'],
  changed: ['sk', 'changedHour'],
  state: ['state', 'seenHour'],
  principal: ['principal', 'seenHour'],
} as const;

type IndexName = keyof typeof INDEXES;

/** The indexes that the way of alerts uses: what waits for the sweep, and what changed last. */
export const WAY_INDEXES = ['due', 'changed'] as const satisfies readonly IndexName[];

/** The indexes that the dashboard uses: groups of a state or a principal, by when they were last seen. */
export const REVIEW_INDEXES = ['due', 'state', 'principal'] as const satisfies readonly IndexName[];

/** Properties of the table. */
export interface DenialTableProps {
  /** Whether the table refuses deletion and outlives the stack. */
  readonly deletionProtection: boolean;
}

/**
 * Remembers denials until they expire.
 *
 * Encrypted with a key that DynamoDB owns, as every table is: a key of KMS would cost a request each
 * time and protect nothing more, since who may read the table is decided by IAM either way.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html
 */
export class DenialTable extends Construct {
  /** The table: string keys `pk` and `sk`; `expiresAt` in epoch seconds. */
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { deletionProtection }: DenialTableProps) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: Object.entries(INDEXES).map(indexOf),
      timeToLiveAttribute: 'expiresAt',
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection,
      // One choice, not two: a stack that may lose its table also cleans it up.
      removalPolicy: deletionProtection ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}

/** What the dashboard reads of a group in one query, as `adapters/group-table` writes it. */
const SHOWN = ['version', 'record'];

/**
 * Holds keys alone, as a write of a group costs such an index nothing while its key stays as it is, and
 * an alert must not be decided by an index that is a moment behind. The list of the dashboard is read in
 * one query, which is worth a write unit for each batch.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html
 */
function indexOf([indexName, [partitionKey, sortKey]]: readonly [
  string,
  readonly [string, string],
]): GlobalSecondaryIndexPropsV2 {
  return {
    indexName,
    partitionKey: { name: partitionKey, type: AttributeType.STRING },
    sortKey: { name: sortKey, type: AttributeType.STRING },
    ...(indexName === 'state'
      ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: SHOWN }
      : { projectionType: ProjectionType.KEYS_ONLY }),
  };
}
