// Invented decoded messages for the tests of this folder.
import type { DecodedMessage, KeyValues, MatchedStatement } from '../../../core/evidence';

export const ACCOUNT = '111122223333';

/** A list of keys with their values, in the order given. */
export function keyValues(
  values: Readonly<Record<string, string | readonly string[]>>,
): KeyValues[] {
  return Object.entries(values).map(([key, value]) => ({ key, values: [value].flat() }));
}

/** What every whole context carries. */
export const PSEUDO = {
  'aws:Resource': 'instance/*',
  'aws:Account': ACCOUNT,
  'aws:Region': 'eu-west-1',
  'aws:Service': 'ec2',
  'aws:Type': 'instance',
  'aws:ARN': `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/*`,
};

export function deny(statement: Partial<MatchedStatement> = {}): MatchedStatement {
  return {
    sid: 'Guardrail',
    effect: 'DENY',
    principals: ['AROAEXAMPLE'],
    actions: ['ec2:RunInstances'],
    resources: ['*'],
    conditions: [],
    ...statement,
  };
}

export function decoded(message: Partial<DecodedMessage> = {}): DecodedMessage {
  return {
    explicitDeny: true,
    matchedStatements: [],
    principalId: 'AROAEXAMPLE:deploy-7',
    principalArn: `arn:aws:sts::${ACCOUNT}:assumed-role/deploy-bot/deploy-7`,
    action: 'ec2:RunInstances',
    resource: `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/*`,
    conditions: [],
    ...message,
  };
}

/** A message whose context is whole and has these keys besides. */
export function asking(
  values: Readonly<Record<string, string | readonly string[]>>,
): DecodedMessage {
  return decoded({ conditions: keyValues({ ...PSEUDO, ...values }) });
}
