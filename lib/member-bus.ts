// forwarder in a member account → [event bus policy] → rule → queue → function
import { CfnEventBusPolicy } from 'aws-cdk-lib/aws-events';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { DETAIL_TYPE, SOURCES } from './denial-pattern';
import { checkHomeName } from './forwarder/names';
import type { Members } from './settings/members';

/** Properties of the policy. */
export interface MemberBusProps {
  readonly members: Members;
}

/**
 * Lets member accounts send denied launches to the default event bus of this account, and nothing else.
 *
 * What a rule of another account sends needs a role there and this policy here.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html
 */
export class MemberBus extends Construct {
  constructor(scope: Construct, id: string, { members }: MemberBusProps) {
    super(scope, id);
    const { partition, region, account, stackName } = Stack.of(this);
    checkHomeName(stackName);
    const resource = `arn:${partition}:events:${region}:${account}:event-bus/default`;
    new CfnEventBusPolicy(this, 'Policy', {
      statementId: `${stackName}-members`,
      statement: {
        Effect: 'Allow',
        Principal: principalOf(members),
        Action: 'events:PutEvents',
        Resource: resource,
        Condition: {
          StringEquals: {
            'events:source': SOURCES,
            'events:detail-type': DETAIL_TYPE,
            ...(members.kind === 'organization'
              ? { 'aws:PrincipalOrgID': members.organization }
              : {}),
          },
        },
      },
    });
  }
}

function principalOf(members: Members): unknown {
  if (members.kind === 'organization') return '*';
  return { AWS: members.accounts };
}
