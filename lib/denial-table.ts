// event → rule → queue → function → [table], alerts
//
// Access patterns, each one request, no scans and no transactions:
//
// | who      | wants                        | pk               | sk     | request    |
// |----------|------------------------------|------------------|--------|------------|
// | function | to store a denial once, and  | DENIAL#<eventID> | DENIAL | UpdateItem |
// |          | to mark its alert as sent    |                  |        |            |
//
// <eventID> is the one of CloudTrail: EventBridge and SQS may deliver an event more than once.
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

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
