// A table with 10,000 groups, for the dashboard.
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { GroupRecord, Groups } from '../core/group/stored';

/** When the groups are looked at. */
export const NOW = '2026-11-23T10:00:00.000Z';

const GROUPS = 10_000;
/** Writers at the same time. */
const WRITERS = 16;

const key = (name: string, KeyType: 'HASH' | 'RANGE') => ({ AttributeName: name, KeyType });
const index = (
  IndexName: string,
  hash: string,
  range: string,
  ProjectionType: 'ALL' | 'KEYS_ONLY',
) => ({
  IndexName,
  KeySchema: [key(hash, 'HASH'), key(range, 'RANGE')],
  Projection: { ProjectionType },
});

/** The table as it is deployed, and an index that holds whole groups: the peer asks that one. */
export const TABLE: CreateTableCommandInput = {
  TableName: 'groups',
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
  AttributeDefinitions: ['pk', 'sk', 'dueAt', 'changedHour', 'state', 'principal', 'seenHour'].map(
    (AttributeName) => ({ AttributeName, AttributeType: 'S' }),
  ),
  GlobalSecondaryIndexes: [
    index('due', 'sk', 'dueAt', 'KEYS_ONLY'),
    index('changed', 'sk', 'changedHour', 'KEYS_ONLY'),
    {
      ...index('state', 'state', 'seenHour', 'KEYS_ONLY'),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['version', 'record'] },
    },
    index('principal', 'principal', 'seenHour', 'KEYS_ONLY'),
    index('whole', 'state', 'seenHour', 'ALL'),
  ],
};

/** Writes 10,000 groups, seen a minute apart. */
export async function fill(groups: Groups): Promise<void> {
  let next = 0;
  const write = async (): Promise<void> => {
    for (let at = next++; at < GROUPS; at = next++) await groups.write(groupAt(at), null);
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
}

function groupAt(at: number): GroupRecord {
  const seen = new Date(Date.parse(NOW) - at * 60_000).toISOString();
  const principal = `role/team-${at % 40}/deploy-${at}`;
  return {
    group: {
      fingerprint: `v1:111122223333:${principal}:ec2:RunInstances:instance/*:implicit-deny:identity-based:-`,
      state: at % 50 === 0 ? 'new' : 'open',
      count: 1 + ((at * 7_919) % 3_000),
      countBefore: 0,
      firstSeen: seen,
      lastSeen: seen,
      alertedAtCount: 1,
      lastAlertAt: seen,
      heldSince: null,
      pending: null,
      muted: null,
      resolvedAt: null,
      regressedAt: null,
      history: [{ at: seen, by: 'the rules', from: null, to: 'new', note: '' }],
    },
    shown: {
      account: '111122223333',
      principal,
      action: 'ec2:RunInstances',
      summary: `Role deploy-${at} may not perform ec2:RunInstances on instance/* (implicit deny, no identity-based policy allows it)`,
      reasonCode: 'IDENTITY_BASED_POLICY_NO_ALLOW',
      regions: ['eu-west-1'],
      sessions: [`build-${at}`],
      shapes: ['types=t3.large:images=ami-0abc1234def567890'],
      resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
      messageStatus: 'truncated',
      days: [[seen.slice(0, 10), at % 30]],
    },
    sending: null,
    countedAt: seen,
    recountAfter: null,
    refineAfter: null,
  };
}
