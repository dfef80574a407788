import { iamSimulator } from '../../adapters/iam-simulator';
import type { SimulationAnswer, SimulationQuery } from '../../core/simulate/simulator';
import { type IamStandIn, startIam } from '../../local/iam/stand-in';
import { simulateLocally } from '../../local/iam/simulate';
import { type Loopback, startLoopback } from '../../local/wire/loopback';
import { xmlError, xmlResult } from '../../local/wire/xml';

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/ci-runner`;
const INSTANCE = `arn:aws:ec2:us-east-2:${ACCOUNT}:instance/*`;
const SUBNET = `arn:aws:ec2:us-east-2:${ACCOUNT}:subnet/subnet-0abc`;
const VOLUME = `arn:aws:ec2:us-east-2:${ACCOUNT}:volume/*`;
const NAMESPACE = 'https://iam.amazonaws.com/doc/2010-05-08/';
const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
  AWS_MAX_ATTEMPTS: '1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
};

const allow = { Effect: 'Allow', Action: 'ec2:*', Resource: INSTANCE };
const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });

const QUERY: SimulationQuery = {
  principalArn: ROLE,
  action: 'ec2:RunInstances',
  resources: [INSTANCE],
  context: [],
  addedPolicies: [],
};

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

function ask(url: string, query: SimulationQuery = QUERY): Promise<SimulationAnswer> {
  Object.assign(process.env, ENVIRONMENT, { AWS_ENDPOINT_URL_IAM: url });
  return iamSimulator('us-east-2')(query);
}

describe('the simulator of IAM', () => {
  let iam: IamStandIn;
  let isAllowed: boolean;

  beforeEach(async () => {
    isAllowed = true;
    iam = await startIam(
      {
        accessKeyId: ENVIRONMENT.AWS_ACCESS_KEY_ID,
        session: 'launch-denied/function',
        accountIn: () => ACCOUNT,
        decide: () => (isAllowed ? 'allowed' : 'implicit-deny'),
      },
      () => undefined,
    );
  });
  afterEach(() => iam.stop());

  test('may not be asked by everybody', async () => {
    isAllowed = false;
    expect(await ask(iam.url)).toEqual({ kind: 'refused', because: 'not-permitted' });
  });

  test('does not know a role that is not there', async () => {
    expect(await ask(iam.url)).toEqual({ kind: 'refused', because: 'not-found' });
  });

  test('does not take a session', async () => {
    const principalArn = `arn:aws:sts::${ACCOUNT}:assumed-role/ci-runner/build-7`;
    expect(await ask(iam.url, { ...QUERY, principalArn })).toEqual({
      kind: 'refused',
      because: 'not-valid',
    });
  });

  test('might be asked too often', async () => {
    iam.throttle(9);
    expect(await ask(iam.url)).toEqual({ kind: 'refused', because: 'throttled' });
  });

  test('says over the wire what the policies say without it', async () => {
    const Condition = {
      StringEquals: { 'aws:RequestTag/team': 'ci "&" <build>' },
      Bool: { 'ec2:Encrypted': 'true' },
      NumericLessThan: { 'ec2:VolumeSize': '100' },
      DateLessThan: { 'aws:CurrentTime': '2026-12-01' },
      IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
      'ForAllValues:StringLike': { 'aws:TagKeys': ['t*', 's*'] },
      Null: { 'aws:userid': 'true' },
    };
    const set = {
      identity: [policy(allow)],
      boundary: policy({ ...allow, Resource: '*' }),
      organization: [[policy({ ...allow, Resource: '*' })]],
    };
    const query: SimulationQuery = {
      ...QUERY,
      resources: [VOLUME, INSTANCE, SUBNET],
      addedPolicies: [JSON.stringify(policy({ ...allow, Resource: VOLUME, Condition }))],
      context: [
        { key: 'aws:RequestTag/team', type: 'string', values: ['ci "&" <build>'] },
        { key: 'ec2:Encrypted', type: 'boolean', values: ['true'] },
        { key: 'ec2:VolumeSize', type: 'numeric', values: ['8'] },
        { key: 'aws:CurrentTime', type: 'date', values: ['2026-11-20T09:14:03Z'] },
        { key: 'aws:SourceIp', type: 'ip', values: ['203.0.113.9'] },
        { key: 'aws:TagKeys', type: 'stringList', values: ['team', 'stage'] },
      ],
    };
    iam.learn(ROLE, set);
    const answer = await ask(iam.url, query);
    expect(answer).toEqual(await simulateLocally(new Map([[ROLE, set]]))(query));
    const decisions = answer.kind === 'decided' ? answer.decisions : [];
    expect(decisions.map(({ decision }) => decision)).toEqual([
      'allowed',
      'allowed',
      'implicit-deny',
    ]);
  });

  test('names the organization for a resource only where that follows', async () => {
    iam.learn(ROLE, {
      identity: [policy({ ...allow, Resource: '*' })],
      organization: [[policy(allow)]],
    });
    const allowedBy = async (...resources: readonly string[]) => {
      const answer = await ask(iam.url, { ...QUERY, resources });
      return answer.kind === 'decided'
        ? answer.decisions.map(({ allowedByOrganization }) => allowedByOrganization)
        : answer;
    };
    expect(await allowedBy(VOLUME)).toEqual([false]);
    expect(await allowedBy(INSTANCE)).toEqual([true]);
    expect(await allowedBy(VOLUME, INSTANCE)).toEqual([null, true]);
  });
});

describe('an answer of IAM', () => {
  const servers: Loopback[] = [];
  let bodies: URLSearchParams[];
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

  /** Answers the calls one after the other. */
  async function askWhere(replies: readonly ReturnType<typeof xmlError>[], query = QUERY) {
    bodies = [];
    const server = await startLoopback(async ({ body }) => {
      bodies.push(new URLSearchParams(body));
      return (
        replies[bodies.length - 1] ?? xmlError(NAMESPACE, 400, 'InvalidInput', 'asked once more')
      );
    });
    servers.push(server);
    return ask(server.url, query);
  }

  const page = (results: string, more = '<IsTruncated>false</IsTruncated>') =>
    xmlResult(
      NAMESPACE,
      'SimulatePrincipalPolicy',
      `${more}<EvaluationResults>${results}</EvaluationResults>`,
    );
  const result = (inner: string) =>
    `<member><EvalActionName>ec2:RunInstances</EvalActionName>${inner}</member>`;
  const top = (name: string, decision: string, inner = '') =>
    result(
      `<EvalResourceName>${name}</EvalResourceName><EvalDecision>${decision}</EvalDecision>${inner}`,
    );
  const matched = (...ids: readonly string[]) =>
    `<MatchedStatements>${ids.map((id) => `<member><SourcePolicyId>${id}</SourcePolicyId></member>`).join('')}<member/></MatchedStatements>`;

  test.each([
    ['AccessDenied', 'not-permitted'],
    ['AccessDeniedException', 'not-permitted'],
    ['NoSuchEntity', 'not-found'],
    ['Throttling', 'throttled'],
    ['ThrottlingException', 'throttled'],
    ['RequestLimitExceeded', 'throttled'],
    ['InvalidInput', 'not-valid'],
    ['PolicyEvaluation', 'not-valid'],
    ['ValidationError', 'not-valid'],
    ['ServiceFailure', 'fault'],
    ['InvalidClientTokenId', 'fault'],
    ['toString', 'fault'],
  ])('%s means %s', async (code, because) => {
    const refusal = xmlError(NAMESPACE, 400, code, 'in words');
    expect(await askWhere([refusal, refusal])).toEqual({ kind: 'refused', because });
  });

  test('that does not come is a fault', async () => {
    expect(await ask('http://127.0.0.1:9')).toEqual({ kind: 'refused', because: 'fault' });
  });

  test('in pages is read to its end', async () => {
    const next = '<IsTruncated>true</IsTruncated><Marker>page 2</Marker>';
    const replies = [page(top(INSTANCE, 'allowed'), next), page(top(VOLUME, 'explicitDeny'))];
    const answer = await askWhere(replies, { ...QUERY, resources: [INSTANCE, VOLUME] });
    expect(answer).toMatchObject({
      decisions: [
        { resource: INSTANCE, decision: 'allowed' },
        { resource: VOLUME, decision: 'explicit-deny' },
      ],
    });
    expect(bodies.map((body) => body.get('Marker'))).toEqual([null, 'page 2']);
  });

  test('without results decides nothing', async () => {
    expect(await askWhere([page('')])).toEqual({ kind: 'decided', decisions: [] });
    const empty = xmlResult(NAMESPACE, 'SimulatePrincipalPolicy', '');
    expect(await askWhere([empty])).toEqual({ kind: 'decided', decisions: [] });
  });

  test('about all resources together says of one what it says of all', async () => {
    const detail =
      '<OrganizationsDecisionDetail><AllowedByOrganizations>false</AllowedByOrganizations></OrganizationsDecisionDetail>' +
      '<PermissionsBoundaryDecisionDetail><AllowedByPermissionsBoundary>true</AllowedByPermissionsBoundary></PermissionsBoundaryDecisionDetail>' +
      '<MissingContextValues><member>ec2:InstanceType</member></MissingContextValues>';
    const inner = `${matched('limits', 'limits', 'more')}${detail}`;
    expect(await askWhere([page(top('arn:${Partition}:ec2', 'explicitDeny', inner))])).toEqual({
      kind: 'decided',
      decisions: [
        {
          resource: INSTANCE,
          decision: 'explicit-deny',
          allowedByOrganization: false,
          allowedByBoundary: true,
          policies: ['limits', 'more'],
          missingKeys: ['ec2:InstanceType'],
        },
      ],
    });
  });

  test('about several resources together says of each only what is allowed', async () => {
    const query = { ...QUERY, resources: [INSTANCE, VOLUME] };
    expect(await askWhere([page(top('*', 'allowed'))], query)).toMatchObject({
      decisions: [{ resource: INSTANCE }, { resource: VOLUME }],
    });
    expect(await askWhere([page(top('*', 'implicitDeny'))], query)).toEqual({
      kind: 'decided',
      decisions: [],
    });
  });

  test('without a resource or without a decision is left out', async () => {
    const results = (inner: string) =>
      top('*', 'allowed', `<ResourceSpecificResults>${inner}</ResourceSpecificResults>`);
    const nameless = '<member><EvalResourceDecision>allowed</EvalResourceDecision></member>';
    const undecided = `<member><EvalResourceName>${INSTANCE}</EvalResourceName></member>`;
    for (const body of [results(nameless), results(undecided), result('')])
      expect(await askWhere([page(body)])).toEqual({ kind: 'decided', decisions: [] });
  });
});

test('a profile without credentials is a fault', async () => {
  const { AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE } = ENVIRONMENT;
  const shared = { AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE };
  process.env = { ...before, ...shared, AWS_EC2_METADATA_DISABLED: 'true' };
  expect(await iamSimulator('cn-north-1', { profile: 'nobody' })(QUERY)).toEqual({
    kind: 'refused',
    because: 'fault',
  });
});
