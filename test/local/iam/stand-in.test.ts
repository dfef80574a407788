import {
  GetRoleCommand,
  IAMClient,
  SimulatePrincipalPolicyCommand,
  type SimulatePrincipalPolicyCommandInput,
} from '@aws-sdk/client-iam';
import { type IamStandIn, startIam } from '../../../local/iam/stand-in';
import type { Decision } from '../../../local/policy/evaluate';
import type { AwsCall } from '../../../local/wire/endpoint';

const ACCOUNT = '111122223333';
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/explain-role/explain`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/ci-runner`;
const USER = `arn:aws:iam::${ACCOUNT}:user/anna`;
const INSTANCE = `arn:aws:ec2:us-east-2:${ACCOUNT}:instance/*`;
const VOLUME = `arn:aws:ec2:us-east-2:${ACCOUNT}:volume/*`;
const run = { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: INSTANCE };
const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });

let decision: Decision;
let asked: string[];
let calls: AwsCall[];
let iam: IamStandIn;

beforeEach(async () => {
  decision = 'allowed';
  asked = [];
  calls = [];
  const caller = {
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    session: 'explain-role/explain',
    accountIn: () => ACCOUNT,
    decide: ({ resource }: { readonly resource: string }) => {
      asked.push(resource);
      return decision;
    },
  };
  const policySets = new Map([[ROLE, { identity: [policy(run)] }]]);
  iam = await startIam(caller, (call) => calls.push(call), policySets);
});

afterEach(() => iam.stop());

function client(accessKeyId = 'ASIAIOSFODNN7EXAMPLE'): IAMClient {
  const credentials = { accessKeyId, secretAccessKey: 'secret', sessionToken: 'session' };
  return new IAMClient({ endpoint: iam.url, region: 'us-east-1', credentials });
}

async function simulate(changed: Partial<SimulatePrincipalPolicyCommandInput> = {}, key?: string) {
  const input = {
    PolicySourceArn: ROLE,
    ActionNames: ['ec2:RunInstances'],
    ResourceArns: [INSTANCE],
  };
  const answer = await client(key).send(
    new SimulatePrincipalPolicyCommand({ ...input, ...changed }),
  );
  return { results: answer.EvaluationResults, isTruncated: answer.IsTruncated };
}

describe('the stand-in refuses', () => {
  const entry = { ContextKeyName: 'a:b', ContextKeyValues: ['c'] };

  test.each<[string, Partial<SimulatePrincipalPolicyCommandInput>, object]>([
    ['a session', { PolicySourceArn: SESSION }, { name: 'InvalidInputException' }],
    ['a malformed policy', { PolicyInputList: ['{}'] }, { name: 'InvalidInputException' }],
    ['no action', { ActionNames: [] }, { name: 'InvalidInputException' }],
    [
      'an action that is none',
      { ActionNames: ['RunInstances'] },
      { name: 'InvalidInputException' },
    ],
    ['a key without a type', { ContextEntries: [entry] }, { name: 'InvalidInputException' }],
    [
      'a key without a name',
      { ContextEntries: [{ ContextKeyType: 'string', ContextKeyValues: ['c'] }] },
      { name: 'InvalidInputException' },
    ],
    [
      'a role that is not there',
      { PolicySourceArn: `${ROLE}-2` },
      {
        name: 'NoSuchEntityException',
        message: 'The role with name ci-runner-2 cannot be found.',
        $metadata: { httpStatusCode: 404 },
      },
    ],
    [
      'a user that is not there',
      { PolicySourceArn: USER },
      { message: 'The user with name anna cannot be found.' },
    ],
  ])('%s', async (_name, changed, refusal) => {
    await expect(simulate(changed)).rejects.toMatchObject(refusal);
  });

  test('a caller whose role policy does not allow it, in the real words', async () => {
    decision = 'implicit-deny';
    await expect(simulate()).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: ${SESSION} is not authorized to perform: iam:SimulatePrincipalPolicy on resource: ${ROLE} because no identity-based policy allows the iam:SimulatePrincipalPolicy action`,
      $metadata: { httpStatusCode: 403 },
    });
    expect(asked).toEqual([ROLE]);
  });

  test('a session for what it is, whoever asks', async () => {
    decision = 'implicit-deny';
    await expect(simulate({ PolicySourceArn: SESSION })).rejects.toMatchObject({
      name: 'InvalidInputException',
    });
  });

  test('a principal of another account, whoever allows that', async () => {
    const foreign = 'arn:aws:iam::444455556666:role/ci-runner';
    iam.learn(foreign, { identity: [policy(run)] });
    await expect(simulate({ PolicySourceArn: foreign })).rejects.toMatchObject({
      name: 'InvalidInputException',
    });
  });

  test('a caller it does not know', async () => {
    await expect(simulate({}, 'ASIASOMEBODYELSE')).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
    expect(calls).toEqual([]);
  });

  test('an action it does not know', async () => {
    await expect(
      client().send(new GetRoleCommand({ RoleName: 'ci-runner' })),
    ).rejects.toMatchObject({
      name: 'InvalidAction',
    });
  });

  test('policies that are not valid, as soon as it is told of them', () => {
    expect(() => iam.learn(USER, { identity: [policy({ ...run, Effect: 'allow' })] })).toThrow(
      'policy user_anna_policy1 is not valid',
    );
  });
});

describe('the stand-in', () => {
  test('throttles as often as told, and the SDK tries again', async () => {
    iam.throttle(1);
    await expect(simulate()).resolves.toMatchObject({ results: [{ EvalDecision: 'allowed' }] });
    expect(calls.map(({ status }) => status)).toEqual([400, 200]);
  });

  test('records each call with its action, its resource and its end', async () => {
    await simulate();
    expect(calls).toEqual([
      {
        by: 'explain',
        account: ACCOUNT,
        action: 'iam:SimulatePrincipalPolicy',
        resource: ROLE,
        region: 'us-east-1',
        decision: 'allowed',
        status: 200,
      },
    ]);
  });

  test('answers for all resources together, and for each on its own', async () => {
    const small = { ...run, Condition: { StringLike: { 'ec2:InstanceType': ['t3.*'] } } };
    iam.learn(ROLE, {
      identity: [policy(run), policy(small)],
      boundary: policy({ ...run, Resource: '*' }),
      organization: [[policy({ ...run, Resource: '*' })], [policy(run)]],
    });
    const inside = {
      MatchedStatements: [{ SourcePolicyId: 'role_ci-runner_policy1', SourcePolicyType: 'role' }],
      MissingContextValues: ['ec2:InstanceType'],
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: true },
    };
    await expect(simulate({ ResourceArns: [INSTANCE, VOLUME] })).resolves.toEqual({
      isTruncated: false,
      results: [
        {
          ...inside,
          EvalActionName: 'ec2:RunInstances',
          EvalResourceName: 'arn:${Partition}:ec2:${Region}:${Account}:instance/${ResourceId}',
          EvalDecision: 'implicitDeny',
          MatchedStatements: [],
          OrganizationsDecisionDetail: { AllowedByOrganizations: false },
          ResourceSpecificResults: [
            { ...inside, EvalResourceName: INSTANCE, EvalResourceDecision: 'allowed' },
            {
              ...inside,
              EvalResourceName: VOLUME,
              EvalResourceDecision: 'implicitDeny',
              MatchedStatements: [],
              MissingContextValues: [],
            },
          ],
        },
      ],
    });
  });

  test('answers for no resource in particular without results for each', async () => {
    iam.learn(USER, {
      identity: [policy({ ...run, Resource: '*' }, { ...run, Effect: 'Deny', Resource: '*' })],
    });
    await expect(
      simulate({ PolicySourceArn: USER, ResourceArns: undefined }),
    ).resolves.toMatchObject({
      results: [
        {
          EvalResourceName: '*',
          EvalDecision: 'explicitDeny',
          MatchedStatements: [{ SourcePolicyId: 'user_anna_policy1', SourcePolicyType: 'user' }],
          ResourceSpecificResults: [],
        },
      ],
    });
  });

  test('reads each action, the added policies and the context off the wire', async () => {
    const Condition = {
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['team & <co>', 'stage'] },
      NumericLessThan: { 'ec2:VolumeSize': 100 },
    };
    const added = policy({ Effect: 'Allow', Action: 'ec2:CreateTags', Resource: '*', Condition });
    const answer = await simulate({
      ActionNames: ['ec2:CreateTags', 'ec2:RunInstances'],
      ResourceArns: [VOLUME],
      PolicyInputList: [JSON.stringify(policy(run)), JSON.stringify(added)],
      ContextEntries: [
        {
          ContextKeyName: 'aws:TagKeys',
          ContextKeyType: 'stringList',
          ContextKeyValues: ['team & <co>', 'stage'],
        },
        { ContextKeyName: 'ec2:VolumeSize', ContextKeyType: 'numeric', ContextKeyValues: ['8'] },
      ],
    });
    expect(
      answer.results?.map(({ EvalActionName, EvalDecision }) => [EvalActionName, EvalDecision]),
    ).toEqual([
      ['ec2:CreateTags', 'allowed'],
      ['ec2:RunInstances', 'implicitDeny'],
    ]);
    expect(answer.results?.[0]?.MatchedStatements).toEqual([
      { SourcePolicyId: 'PolicyInputList.2', SourcePolicyType: 'none' },
    ]);
  });
});
