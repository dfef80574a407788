// What the doctor says of other Regions and accounts beside what is broken.
import { type Check, known } from '../../../core/doctor/check';
import { judgeRegions } from '../../../core/doctor/regions';
import { type Account, startAccount } from '../../doctor/account';
import { examined, examinedMember, found } from '../../doctor/examining';
import { BOOK, deadUrl, forwarder, healthyMember, MEMBER, TRUST, trail } from '../../doctor/state';

jest.setTimeout(60_000);

let account: Account;

beforeAll(async () => void (account = await startAccount()));
beforeEach(() => account.reset());
afterAll(() => account.stop());

const ELSEWHERE = [
  'regions',
  'forwarders',
  'forwarder-undelivered',
  'forwarder-trails',
  'bus-policy',
  'accounts',
];

const texts = (checks: readonly Check[]) => checks.map(({ found: text }) => text);
const one = async (name: string) => (await found(account, name))[0];

/** Lets the stand-in account have these Regions, and forwarders in those of the settings. */
function enable(regions: readonly string[], listed: readonly string[] = []): void {
  account.state.regions = [...regions];
  account.state.book = { ...BOOK, regions: [...listed] };
}

describe('a home stack', () => {
  test('of an older version says that it knows nothing of forwarders', async () => {
    const { forwarderRuleName: _name, regions: _regions, ...older } = BOOK;
    account.state.book = older;
    const checks = (await examined(account)).filter(({ name }) => ELSEWHERE.includes(name));
    expect(checks.map(({ name, status }) => [name, status])).toEqual(
      ELSEWHERE.map((name) => [name, 'not-checked']),
    );
    expect(new Set(texts(checks))).toEqual(
      new Set(['The stack was deployed by a version that does not list its forwarderRuleName.']),
    );
  });

  test('that is alone in its account has nothing to forward', async () => {
    enable(['eu-west-1']);
    account.state.forwarders.clear();
    const { organization: _none, ...book } = BOOK;
    account.state.book = { ...book, regions: [] };
    const checks = (await examined(account)).filter(({ name }) => ELSEWHERE.includes(name));
    expect(checks.map(({ status, found: text }) => `${status}: ${text}`)).toEqual([
      'ok: No other Region than eu-west-1 is enabled.',
      'ok: The settings list no other Region, and none has a forwarder.',
      'ok: No forwarder has something that it could not deliver.',
      'ok: No other Region has to be covered by a trail.',
      'ok: The settings name no organization and no other accounts.',
      'ok: The settings name no organization and no other accounts.',
    ]);
  });

  test('whose settings list no Region takes each forwarder that is there', async () => {
    enable(['eu-west-1', 'us-east-1', 'ap-south-1']);
    expect((await one('regions'))?.found).toBe(
      'The home stack and forwarders cover each enabled Region.',
    );
    expect(await found(account, 'forwarders')).toMatchObject([{ status: 'ok' }]);
  });

  test('with one forwarder is told of it alone', async () => {
    enable(['eu-west-1', 'us-east-1'], ['us-east-1']);
    expect(texts(await found(account, 'forwarders'))).toEqual([
      'The forwarder in us-east-1 sends denied launches to eu-west-1, and keeps what cannot be delivered.',
    ]);
  });

  test('is told of what works beside what does not', async () => {
    account.state.forwarders.delete('us-east-1');
    const checks = await found(account, 'forwarders');
    expect(checks.map(({ status }) => status)).toEqual(['failed', 'ok']);
    expect(checks[0]?.todo).toBe(
      'Run npx cdk deploy --all, or deploy launch-denied-forwarder.json there as stack LaunchDenied-forwarder.',
    );
  });

  test('whose rule is gone compares forwarders with this version', async () => {
    account.state.rule = null;
    expect(await found(account, 'forwarders')).toMatchObject([{ status: 'ok' }]);
  });

  test('where Regions cannot be listed, those of the settings are asked', async () => {
    account.state.lacking.add('account:ListRegions');
    expect(await found(account, 'regions')).toMatchObject([{ status: 'not-checked' }]);
    expect(await found(account, 'forwarders')).toMatchObject([{ status: 'ok' }]);
  });

  test('where a Region is denied, the others are told of', async () => {
    account.state.denied.add('us-east-1');
    const hidden = 'Nothing is known of us-east-1. These credentials lack';
    expect(texts(await found(account, 'forwarders'))).toEqual([
      `${hidden} events:DescribeRule.`,
      expect.stringMatching(/^The forwarder in ap-south-1 sends/),
    ]);
    expect(texts(await found(account, 'forwarder-undelivered'))).toEqual([
      `${hidden} events:DescribeRule.`,
    ]);
    expect(texts(await found(account, 'forwarder-trails'))).toEqual([
      'Trail management logs write management events of ap-south-1.',
      `${hidden} cloudtrail:DescribeTrails.`,
    ]);
    account.state.trails = [trail({ IsMultiRegionTrail: false })];
    expect((await one('forwarder-trails'))?.found).toMatch(/^No trail covers ap-south-1, so/);
  });

  test('whose settings list no Region leaves out what it may not ask', async () => {
    enable(['eu-west-1', 'us-east-1', 'ap-south-1']);
    account.state.denied.add('us-east-1');
    expect(texts(await found(account, 'regions'))).toEqual([
      'Nothing is known of us-east-1. These credentials lack events:DescribeRule.',
    ]);
  });

  test('whose settings list several Regions that are not enabled names them at once', async () => {
    enable(['eu-west-1'], ['me-south-1', 'af-south-1']);
    expect((await one('regions'))?.found).toBe(
      'The settings list me-south-1 and af-south-1, which are not enabled in this account, so that no forwarder can be there.',
    );
  });

  test('leaves the forwarder of another home stack of its name alone', async () => {
    const target = account.state.forwarders.get('us-east-1')?.targets[0] ?? {};
    target['Arn'] = 'arn:aws:events:eu-central-1:111122223333:event-bus/default';
    const fine = 'The forwarder in ap-south-1 sends denied launches to eu-west-1, and keeps what';
    for (const regions of [['ap-south-1'], []]) {
      account.state.book = { ...BOOK, regions };
      expect(texts(await found(account, 'forwarders'))).toEqual([expect.stringContaining(fine)]);
      expect((await one('regions'))?.found).toMatch(
        /^1 enabled Region is not covered: us-east-1\./,
      );
    }
  });

  test('finds left over what might send home', async () => {
    account.state.book = { ...BOOK, regions: ['ap-south-1'] };
    account.state.lacking.add('events:ListTargetsByRule');
    expect((await one('forwarders'))?.found).toMatch(
      /^The settings do not list us-east-1, and its/,
    );
  });

  test('does not read the queue of what is left over', async () => {
    account.state.book = { ...BOOK, regions: ['ap-south-1'] };
    const queue = account.state.queues.get(deadUrl('us-east-1'));
    Object.assign(queue ?? {}, { ApproximateNumberOfMessages: '3' });
    expect(texts(await found(account, 'forwarder-undelivered'))).toEqual([
      'EventBridge delivered each denial of ap-south-1.',
    ]);
  });

  test('of many Regions names some', async () => {
    const many = Array.from({ length: 12 }, (_none, at) => `eu-test-${at + 1}`);
    enable(['eu-west-1', ...many], many);
    account.state.forwarders = new Map(many.map((region) => [region, forwarder(region)]));
    const [all] = await found(account, 'forwarders');
    expect(all?.found).toContain('and 4 more send denied launches');
  });
});

describe('a home stack of a smaller partition', () => {
  const partitioned = (partition: string) => {
    account.state.caller = `arn:${partition}:sts::111122223333:assumed-role/oncall/me`;
    account.state.forwarders.clear();
  };

  test('in China says that each Region has a stack of its own', async () => {
    partitioned('aws-cn');
    enable(['eu-west-1', 'us-east-1']);
    expect((await one('regions'))?.todo).toBe(
      'EventBridge sends nothing to event buses in Regions of China, such as eu-west-1: deploy a home stack in each Region where people launch; deny or disable the others.',
    );
  });

  test('finds Regions of the large one that its settings list apart', () => {
    const home = { account: '111122223333', region: 'us-gov-west-1', stackName: 'LaunchDenied' };
    const about = { home, account: home.account, partition: 'aws-us-gov', operations: null };
    const all = { ...about, listed: ['us-gov-east-1', 'us-east-1'], found: [] };
    const [closed, apart] = judgeRegions(known(['us-gov-west-1']), known(all));
    expect([closed?.found, apart?.found]).toEqual([
      expect.stringMatching(/^The settings list us-gov-east-1, which is not enabled/),
      expect.stringMatching(/^The settings list us-east-1, which lies in another partition/),
    ]);
  });

  test('says that other partitions are apart', async () => {
    partitioned('aws-us-gov');
    enable(['eu-west-1']);
    expect((await one('regions'))?.found).toBe(
      'No other Region than eu-west-1 is enabled. Other partitions have accounts and home stacks of their own.',
    );
  });
});

describe('a hub', () => {
  test('for accounts lets each of them send', async () => {
    const accounts = [MEMBER];
    account.state.book = { ...BOOK, organization: undefined, accounts };
    const Principal = { AWS: [`arn:aws:iam::${MEMBER}:root`] };
    const statement = { Effect: 'Allow', Principal, Action: 'events:*', Resource: '*' };
    account.state.busPolicy = JSON.stringify({ Statement: statement });
    expect((await one('bus-policy'))?.found).toBe(
      'The policy of the event bus lets 1 account send, and no stranger.',
    );
    expect((await one('accounts'))?.found).toBe(
      'The functions may assume role LaunchDenied-reader in 1 member account.',
    );
    expect(account.calls.map(({ name }) => name)).not.toContain('organizations:ListAccounts');
  });

  test('for several accounts names all whose denials are refused', async () => {
    account.state.book = { ...BOOK, organization: undefined, accounts: [MEMBER, '777788889999'] };
    account.state.busPolicy = null;
    expect((await one('bus-policy'))?.found).toContain(
      'does not let accounts 444455556666 and 777788889999 send',
    );
  });

  test('without members has nothing to try', async () => {
    account.state.members = [{ Id: '111122223333', Name: 'tools', Status: 'ACTIVE' }];
    expect((await one('accounts'))?.found).toBe('The hub has no member accounts yet.');
    expect(account.calls.map(({ name }) => name)).not.toContain('lambda:InvokeFunction');
  });

  test('of many accounts has fifty of them tried at a time, and names those that lack the role', async () => {
    const ids = Array.from({ length: 70 }, (_none, at) => String(200000000000 + at));
    account.state.members = ids.map((Id) => ({ Id, Name: '', State: 'ACTIVE' }));
    account.state.readers = new Map(ids.slice(1).map((id) => [id, 'assumed']));
    expect(texts(await found(account, 'accounts'))).toEqual([
      expect.stringMatching(/^In 1 account of 70 .*: 200000000000\.$/),
      'The functions may assume role LaunchDenied-reader in 69 member accounts.',
    ]);
    const tried = account.calls.filter(({ name }) => name === 'lambda:InvokeFunction');
    expect(tried.map(({ input }) => (input['accounts'] as string[]).length)).toEqual([50, 20]);
  });

  test('says where STS gave no answer', async () => {
    account.state.readers.set(MEMBER, 'unavailable');
    expect(await found(account, 'accounts')).toMatchObject([
      {
        status: 'not-checked',
        found:
          'STS did not say whether the functions may assume the role in payments (444455556666).',
      },
      { status: 'ok' },
    ]);
  });

  test('whose sweep function answers otherwise is not checked', async () => {
    account.state.readers.set(MEMBER, 'perhaps');
    expect((await one('accounts'))?.found).toMatch(
      /^lambda:InvokeFunction got no answer that helps: the sweep function answered with \{"readers":/,
    );
  });

  test('says who may list the accounts where these credentials may not', async () => {
    account.state.lacking.add('organizations:ListAccounts');
    expect(await found(account, 'accounts')).toMatchObject([
      {
        status: 'not-checked',
        found: expect.stringContaining('Only the management account of the organization'),
        todo: 'Give credentials that have organizations:ListAccounts as --organization-profile.',
      },
    ]);
  });
});

describe('a member account', () => {
  beforeEach(() => void (account.state = healthyMember()));

  const member = (name: string) => examinedMember(account, name);

  test('that may not list Regions is not checked', async () => {
    account.state.lacking.add('account:ListRegions');
    const names = ELSEWHERE.slice(0, 4);
    const checks = await Promise.all(names.map(member));
    expect(texts(checks.flat())).toEqual(
      names.map(() => 'These credentials lack account:ListRegions.'),
    );
  });

  test('lacks a right that its checks name', async () => {
    for (const [right, name] of [
      ['iam:GetRole', 'reader-role'],
      ['iam:GetRole', 'reader-role-decode'],
      ['iam:SimulatePrincipalPolicy', 'reader-role-decode'],
    ] as const) {
      account.state.lacking.clear();
      account.state.lacking.add(right);
      expect(texts(await member(name))).toEqual([`These credentials lack ${right}.`]);
    }
  });

  test('without the role is told so once', async () => {
    account.state.trust = null;
    expect(await member('reader-role')).toMatchObject([{ status: 'failed' }]);
    expect(await member('reader-role-decode')).toMatchObject([
      { status: 'not-checked', found: 'The role is not there.' },
    ]);
  });

  test.each([
    [{ Principal: { AWS: 'arn:aws:iam::111122223333:role/Explain' }, Condition: {} }, 'ok'],
    [{ Principal: '*' }, 'ok'],
    [{ Principal: { Service: 'lambda.amazonaws.com' } }, 'failed'],
    [{ Action: 'sts:TagSession' }, 'failed'],
    [{ Effect: 'Deny' }, 'failed'],
  ])('whose role is trusted with %j: %s', async (changed, status) => {
    const Statement = TRUST.Statement.map((each) => ({ ...each, ...changed }));
    account.state.trust = JSON.stringify({ Statement });
    expect(await member('reader-role')).toMatchObject([{ status }]);
  });
});
