// The sweep function as Lambda invokes it, with the stand-in of STS behind real clients.
import { sweep } from '../../lambda/sweep';
import {
  HUB,
  Organization,
  PAYMENTS,
  REGION,
  ROLE_NAME,
  SEARCH,
} from '../adapters/members/organization';

const STACK = {
  TABLE_NAME: 'denials',
  ALERTS_TOPIC_ARN: `arn:aws:sns:${REGION}:${HUB}:alerts`,
  RETENTION_DAYS: '90',
  ACCOUNT_ID: HUB,
  SIMULATE: 'true',
  ALERTS_PER_MINUTE: '20',
  IGNORED_PRINCIPALS: '[]',
  IGNORED_ACTIONS: '[]',
  DIGEST: 'off',
  PRIVACY: 'full',
  AWS_REGION: REGION,
};

const before = { ...process.env };
let organization: Organization;
let lines: string[];

beforeEach(async () => {
  lines = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
  organization = new Organization();
  await organization.start();
  Object.assign(process.env, STACK, { READER_ROLE_NAME: ROLE_NAME });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await organization.stop();
  process.env = { ...before };
});

const ask = (...accounts: readonly string[]) =>
  sweep({ launchDenied: 'readers', accounts }, { awsRequestId: 'r-1' });

test('a stack that is no hub assumes nobody, and asks nobody', async () => {
  delete process.env['READER_ROLE_NAME'];
  expect(await ask(PAYMENTS)).toEqual({ readers: [{ account: PAYMENTS, outcome: 'refused' }] });
  expect(organization.calls).toEqual([]);
});

test('the doctor is told whose reader roles can be assumed, and the log line, too', async () => {
  organization.deploy(PAYMENTS);
  const readers = [
    { account: SEARCH, outcome: 'refused' },
    { account: PAYMENTS, outcome: 'assumed' },
    { account: HUB, outcome: 'assumed' },
  ];
  expect(await ask(SEARCH, PAYMENTS, HUB)).toEqual({ readers });
  expect(organization.calls).toHaveLength(2);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { message: 'readers asked', requestId: 'r-1', readers },
  ]);
  expect(lines.join()).not.toMatch(/ASIA|secret|token/i);
});

test('a role that was deployed a moment ago is found', async () => {
  await ask(PAYMENTS);
  organization.deploy(PAYMENTS);
  expect(await ask(PAYMENTS)).toEqual({ readers: [{ account: PAYMENTS, outcome: 'assumed' }] });
});

test('an outage is told as one', async () => {
  organization.deploy(PAYMENTS);
  organization.sts.throttle(9);
  expect(await ask(PAYMENTS)).toEqual({ readers: [{ account: PAYMENTS, outcome: 'unavailable' }] });
});
