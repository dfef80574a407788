// Policies that somebody sane might write.
import type { PolicyDocument, PolicyStatement } from '../../../core/suggestion';

export const RUN_INSTANCES: PolicyStatement = {
  Sid: 'RunInstances',
  Effect: 'Allow',
  Action: ['ec2:RunInstances', 'ec2:CreateTags'],
  Resource: [
    'arn:aws:ec2:eu-west-1:111122223333:instance/*',
    'arn:aws:ec2:eu-west-1:111122223333:volume/*',
  ],
  Condition: {
    StringEquals: {
      'aws:RequestedRegion': 'eu-west-1',
      'aws:ResourceTag/team': ['${aws:PrincipalTag/team}', "it's"],
    },
  },
};

export const PASS_ROLE: PolicyStatement = {
  Sid: 'PassRole',
  Effect: 'Allow',
  Action: 'iam:PassRole',
  Resource: 'arn:aws:iam::111122223333:role/web',
};

export function policyOf(...statements: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

/** A statement of more than this many characters. */
export function largeStatement(characters: number): PolicyStatement {
  return { ...PASS_ROLE, Resource: `arn:aws:iam::111122223333:role/${'x'.repeat(characters)}` };
}
