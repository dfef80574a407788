import { Template } from 'aws-cdk-lib/assertions';
import { Stack } from 'aws-cdk-lib/core';
import { DenialTable } from '../../lib';

function tableWith(deletionProtection: boolean): Template {
  const stack = new Stack();
  new DenialTable(stack, 'Denials', { deletionProtection });
  return Template.fromStack(stack);
}

it('can be deleted with its stack where protection is off', () => {
  tableWith(false).hasResource('AWS::DynamoDB::GlobalTable', {
    DeletionPolicy: 'Delete',
    Properties: { Replicas: [{ DeletionProtectionEnabled: false }] },
  });
});

it('refuses deletion and outlives its stack where protection is on', () => {
  tableWith(true).hasResource('AWS::DynamoDB::GlobalTable', {
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: { Replicas: [{ DeletionProtectionEnabled: true }] },
  });
});

it('has the keys of the access patterns, on demand, with expiry and point-in-time recovery', () => {
  tableWith(true).hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    BillingMode: 'PAY_PER_REQUEST',
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    Replicas: [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
  });
});

it('has an index for each order of groups, of keys alone but that of the list, and no other', () => {
  const indexOf = (name: string, partitionKey: string, sortKey: string) => ({
    IndexName: name,
    KeySchema: [
      { AttributeName: partitionKey, KeyType: 'HASH' },
      { AttributeName: sortKey, KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType: 'KEYS_ONLY' },
  });
  tableWith(true).hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    GlobalSecondaryIndexes: [
      indexOf('due', 'sk', 'dueAt'),
      indexOf('changed', 'sk', 'changedHour'),
      {
        ...indexOf('state', 'state', 'seenHour'),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['version', 'record'] },
      },
      indexOf('principal', 'principal', 'seenHour'),
    ],
  });
});
