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

/** The indexes of the table: groups that wait for the sweep, and groups by the hour of their latest change. */
export const INDEX_NAMES = ['due', 'changed'] as const;

/** What each index sorts groups by; an item without the attribute is not in it. */
const INDEX_SORT_KEYS = {
  due: 'dueAt',
  changed: 'changedHour',
} as const satisfies Record<(typeof INDEX_NAMES)[number], string>;

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
      globalSecondaryIndexes: INDEX_NAMES.map(indexOf),
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

/**
 * Holds keys alone: a write of a group costs an index nothing while its key stays as it is, and an index
 * that held the group would be a moment behind it.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html
 */
function indexOf(indexName: (typeof INDEX_NAMES)[number]): GlobalSecondaryIndexPropsV2 {
  return {
    indexName,
    // `GROUP` is the sort key of every group and of nothing else.
    partitionKey: { name: 'sk', type: AttributeType.STRING },
    sortKey: { name: INDEX_SORT_KEYS[indexName], type: AttributeType.STRING },
    projectionType: ProjectionType.KEYS_ONLY,
  };
}
