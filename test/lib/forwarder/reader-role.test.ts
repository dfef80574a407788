import {
  ACCOUNT,
  forwarderTemplate,
  FUNCTION_ROLES,
  joined,
  PARTITION,
  READER,
  roleOf,
} from './stacks';

const template = forwarderTemplate({ reader: READER });
const DECODE = { Effect: 'Allow', Action: 'sts:DecodeAuthorizationMessage', Resource: '*' };
const SIMULATE = {
  Effect: 'Allow',
  Action: 'iam:SimulatePrincipalPolicy',
  Resource: ['role', 'user'].map((kind) =>
    joined('arn:', PARTITION, ':iam::', ACCOUNT, `:${kind}/*`),
  ),
};

const statementsOf = (reader: typeof READER) =>
  roleOf(forwarderTemplate({ reader }), 'Reader').Policies.map(
    ({ PolicyDocument }) => PolicyDocument.Statement,
  );

it('is there only where it is wanted', () => {
  forwarderTemplate().resourceCountIs('AWS::IAM::Role', 1);
  template.resourceCountIs('AWS::IAM::Role', 2);
});

it('may be assumed by the functions of the hub alone, and in their organization alone', () => {
  expect(roleOf(template, 'Reader').AssumeRolePolicyDocument.Statement).toEqual([
    {
      Effect: 'Allow',
      Principal: { AWS: joined('arn:', PARTITION, ':iam::111122223333:root') },
      Action: 'sts:AssumeRole',
      Condition: {
        ArnEquals: { 'aws:PrincipalArn': FUNCTION_ROLES },
        StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      },
    },
  ]);
});

it('asks for no organization where the hub has none', () => {
  const { organization: _, ...reader } = READER;
  const { Statement } = roleOf(forwarderTemplate({ reader }), 'Reader').AssumeRolePolicyDocument;
  expect(Statement).toMatchObject([{ Condition: { ArnEquals: expect.anything() } }]);
  expect(JSON.stringify(Statement)).not.toContain('PrincipalOrgID');
});

it('may decode and simulate, and nothing else', () => {
  expect(statementsOf(READER)).toEqual([[DECODE, SIMULATE]]);
  expect(statementsOf({ ...READER, simulate: false })).toEqual([[DECODE]]);
});

it('has the name that the functions know', () => {
  expect(roleOf(template, 'Reader').RoleName).toBe('LaunchDenied-reader');
});
