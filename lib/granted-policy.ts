// granted actions → [policy] of a function's role
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Aws } from 'aws-cdk-lib/core';
import { REVIEW_INDEXES, WAY_INDEXES } from './denial-table';
import {
  GRANTED_ACTIONS,
  type GrantedAction,
  type GrantedResource,
  type GrantedUser,
} from './granted-actions';
import type { ParsedSettings } from './settings';

/** The resources of one function, by their ARNs. */
export interface GrantedArns {
  readonly table: string;
  readonly topics: readonly string[];
  /** @default - the function reads no queue */
  readonly queue?: string;
  readonly logGroup: string;
  /** Roles of member accounts. @default - the stack is no hub */
  readonly readerRoles?: readonly string[];
}

/** A function with a role of its own. */
export type GrantedRole = Exclude<GrantedUser, 'lambda'>;

/** The indexes that each function queries. */
const INDEXES = {
  handler: WAY_INDEXES,
  sweep: WAY_INDEXES,
  customWidget: REVIEW_INDEXES,
} as const satisfies Record<GrantedRole, readonly string[]>;

/** The roles and users of the account; a simulation takes no sessions. */
const PRINCIPALS = ['role', 'user'].map(
  (kind) => `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:${kind}/*`,
);

const EVENT_BUS = `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/default`;

/** Under no other source may events be put. */
const CONDITIONS: Readonly<Partial<Record<GrantedResource, Record<string, unknown>>>> = {
  'event-bus': { StringEquals: { 'events:source': 'launch-denied' } },
};

/** The policy of a function's role: one statement for each resource. */
export function grantedPolicy(
  role: GrantedRole,
  arns: GrantedArns,
  settings: Pick<ParsedSettings, 'simulate' | 'dashboardChanges'>,
): PolicyDocument {
  const arnsOf = allArns(arns, role);
  const granted: readonly GrantedAction[] = GRANTED_ACTIONS;
  const wanted = granted.filter(
    ({ on, usedBy, onlyWith }) =>
      (usedBy.includes(role) || usedBy.includes('lambda')) &&
      (onlyWith === undefined || settings[onlyWith]) &&
      arnsOf[on].length > 0,
  );
  const resources = [...new Set(wanted.map(({ on }) => on))];
  return new PolicyDocument({
    statements: resources.map(
      (resource) =>
        new PolicyStatement({
          actions: wanted.filter(({ on }) => on === resource).map(({ action }) => action),
          resources: [...arnsOf[resource]],
          conditions: CONDITIONS[resource] ?? {},
        }),
    ),
  });
}

function allArns(
  arns: GrantedArns,
  role: GrantedRole,
): Readonly<Record<GrantedResource, readonly string[]>> {
  const { table, topics, queue, logGroup, readerRoles = [] } = arns;
  return {
    any: ['*'],
    principals: PRINCIPALS,
    'reader-roles': readerRoles,
    table: [table],
    'table-and-indexes': [table, ...INDEXES[role].map((name) => `${table}/index/${name}`)],
    topics,
    'event-bus': [EVENT_BUS],
    queue: queue === undefined ? [] : [queue],
    'log-group': [logGroup],
  };
}
