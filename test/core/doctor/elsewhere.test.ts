// What the doctor says of other Regions and accounts beside what is broken.
import { type Check, known } from '../../../core/doctor/check';
import { patternFor } from '../../../core/doctor/event-pattern';
import { judgeRegions } from '../../../core/doctor/regions';
import { type Account, startAccount } from '../../doctor/account';
import { examined, examinedMember, found } from '../../doctor/examining';
import {
  BOOK,
  BUS_POLICY,
  deadUrl,
  forwarder,
  healthyMember,
  MEMBER,
  TRUST,
  trail,
} from '../../doctor/state';

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

  test.each([{ regions: [] }, { regions: ['eu-west-1'] }])(
    'where Regions cannot be listed and the settings name no other, nothing is known: %j',
    async ({ regions }) => {
      account.state.book = { ...BOOK, regions };
      account.state.lacking.add('account:ListRegions');
      const names = ELSEWHERE.slice(0, 4);
      const checks = await Promise.all(names.map((name) => found(account, name)));
      expect(texts(checks.flat())).toEqual(
        names.map(() => 'These credentials lack account:ListRegions.'),
      );
    },
  );

  test('takes forwarders of older versions, which take what comes to their event bus', async () => {
    const { rule } = account.state.forwarders.get('us-east-1') ?? forwarder('us-east-1');
    rule['EventPattern'] = JSON.stringify(patternFor(['RunInstances', 'CreateFleet']));
    expect(await found(account, 'forwarders')).toMatchObject([{ status: 'ok' }]);
  });

  test('whose forwarder of an older version has to be set anew, gets it as this version has it', async () => {
    const { rule } = account.state.forwarders.get('us-east-1') ?? forwarder('us-east-1');
    rule['EventPattern'] = JSON.stringify(patternFor(['RunInstances']));
    expect((await one('forwarders'))?.command).toContain(
      '"account":["111122223333"],"region":["us-east-1"]',
    );
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

  test('finds left over what the home Region alone leaves out', async () => {
    account.state.book = { ...BOOK, regions: ['eu-west-1'] };
    expect(texts(await found(account, 'forwarders'))).toEqual([
      expect.stringMatching(/^The settings do not list ap-south-1, and its forwarder is left over/),
      expect.stringMatching(/^The settings do not list us-east-1, and its forwarder is left over/),
    ]);
    expect((await one('regions'))?.found).toBe(
      '2 enabled Regions are not covered: ap-south-1 and us-east-1. Denied launches there are not seen.',
    );
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
      'EventBridge sends nothing to event buses in Regions of China, such as eu-west-1: deploy a home stack in each Region where people launch. Deny or disable the other Regions.',
    );
  });

  test('finds Regions of the large one that its settings list apart', () => {
    const home = { account: '111122223333', region: 'us-gov-west-1', stackName: 'LaunchDenied' };
    const who = { home, account: home.account, partition: 'aws-us-gov' };
    const about = { ...who, takesAll: false, operations: null };
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
      'The policy of the event bus lets 1 account send denials, and nobody else.',
    );
    expect((await one('accounts'))?.found).toBe(
      'The sweep function may assume role LaunchDenied-reader in 1 member account; the function behind the queue does not try it.',
    );
    expect(account.calls.map(({ name }) => name)).not.toContain('organizations:ListAccounts');
  });

  /** Adds Allows and Denies of somebody’s own to the policy of the event bus. */
  const also = (...own: readonly object[]) => {
    const [ours] = BUS_POLICY.Statement;
    const { Condition: _none, Sid: _sid, ...open } = { ...ours };
    const all = [ours, ...own.map((each) => ({ ...open, ...each }))];
    account.state.busPolicy = JSON.stringify({ Statement: all });
  };
  const notOurs = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };

  test.each([
    ['another source', { Condition: { StringEquals: { 'events:source': 'shop' } } }],
    ['another detail type', { Condition: { StringEquals: { 'events:detail-type': 'Order' } } }],
    ['the home account', { Principal: { AWS: '111122223333' } }],
    ['a role of the home account', { Principal: { AWS: 'arn:aws:iam::111122223333:role/web' } }],
    [
      'an account of the organization',
      {
        Principal: { AWS: ['999900001111'] },
        Condition: { StringLike: { 'AWS:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      },
    ],
    [
      'a service, for the home account',
      {
        Principal: { Service: 'scheduler.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      },
    ],
    ['nobody', { Principal: { AWS: [] } }],
    ['who reads rules', { Action: 'events:DescribeRule' }],
  ])('takes no denials of strangers where its event bus lets in %s', async (_who, own) => {
    also(own);
    expect(await found(account, 'bus-policy')).toMatchObject([
      {
        status: 'ok',
        found:
          'The policy of the event bus lets organization o-a1b2c3d4e5 send denials, and nobody else.',
      },
    ]);
  });

  test.each([
    [
      { Condition: { StringNotEquals: { 'aws:SourceAccount': '111122223333' } } },
      'might let every',
    ],
    [{ Condition: { StringLike: { 'events:source': 'aws.*' } } }, 'lets every account of AWS'],
    [{ Condition: { StringEquals: { 'events:source': 'launch-denied.test' } } }, 'lets every'],
    [{ Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } } }, 'lets o-* send'],
    [
      { Principal: { AWS: ['111122223333', '999900001111', '888877776666'] } },
      'lets 999900001111 and 888877776666 send',
    ],
    [
      { Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } },
      'might let every account of AWS send',
    ],
  ])('names whom its event bus lets in by %j', async (own, said) => {
    also(own);
    const checks = await found(account, 'bus-policy');
    expect(checks).toMatchObject([{ status: 'warning' }]);
    expect(checks[0]?.found).toContain(
      `A statement without Sid in the policy of the event bus ${said}`,
    );
  });

  test('for accounts names whom else its event bus lets in', async () => {
    account.state.book = { ...BOOK, organization: undefined, accounts: [MEMBER, '777788889999'] };
    also({ Principal: { AWS: [MEMBER, '777788889999'] } });
    expect((await one('bus-policy'))?.found).toBe(
      'Statement "LaunchDenied-members" in the policy of the event bus lets o-a1b2c3d4e5 send events that look like denials, and the settings name 444455556666 and 777788889999 alone.',
    );
  });

  test('whose event bus denies strangers is not open', async () => {
    also({}, { Effect: 'Deny', Condition: notOurs });
    expect(await found(account, 'bus-policy')).toMatchObject([{ status: 'ok' }]);
  });

  test('whose event bus denies some strangers might let in others', async () => {
    const Condition = { StringEquals: { 'aws:PrincipalAccount': '999900001111' } };
    also({}, { Sid: 'Own', Effect: 'Deny', Principal: { AWS: '999900001111' }, Condition });
    expect((await one('bus-policy'))?.found).toContain('might let every account of AWS send');
  });

  test('whose event bus names all but somebody is not read', async () => {
    const { Principal: _all, ...rest } = { ...BUS_POLICY.Statement[0] };
    const own = { ...rest, NotPrincipal: { AWS: MEMBER } };
    account.state.busPolicy = JSON.stringify({ Statement: [...BUS_POLICY.Statement, own] });
    expect((await one('bus-policy'))?.found).toContain('a form that the doctor does not read');
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
      expect.stringMatching(/^The sweep function may assume .* in 69 member accounts;/),
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
          'STS did not say whether the sweep function may assume the role in payments (444455556666).',
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

  const EXPLAIN = 'arn:aws:iam::111122223333:role/Explain';
  const root = { AWS: 'arn:aws:iam::111122223333:root' };

  test.each([
    [{ Principal: { AWS: EXPLAIN }, Condition: {} }, ['ok']],
    [{ Principal: '*' }, ['ok']],
    [{ Principal: { AWS: ['999900001111', '111122223333'] } }, ['ok']],
    [{ Principal: { Service: 'lambda.amazonaws.com' } }, ['failed']],
    [{ Principal: { Service: 'lambda.amazonaws.com' }, Condition: {} }, ['failed', 'failed']],
    [{ Principal: { AWS: [EXPLAIN, '999900001111'] }, Condition: {} }, ['failed']],
    [{ Principal: { AWS: 'arn:aws:iam::111122223333:user/anna' }, Condition: {} }, ['failed']],
    [
      { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } },
      ['failed'],
    ],
    [
      {
        Principal: root,
        Condition: { ArnLike: { 'aws:PrincipalArn': `${EXPLAIN.slice(0, -7)}*` } },
      },
      ['warning'],
    ],
    [
      { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } },
      ['warning'],
    ],
    [{ Action: 'sts:TagSession' }, ['failed']],
    [{ Effect: 'Deny' }, ['failed', 'warning']],
  ])('whose role is trusted with %j: %s', async (changed, statuses) => {
    const Statement = TRUST.Statement.map((each) => ({ ...each, ...changed }));
    account.state.trust = JSON.stringify({ Statement });
    expect((await member('reader-role')).map(({ status }) => status)).toEqual(statuses);
  });

  test('whose role an identity provider may have assumed is told of it', async () => {
    const Federated = 'arn:aws:iam::444455556666:saml-provider/shop';
    const own = { Effect: 'Allow', Principal: { Federated }, Action: 'sts:AssumeRoleWithSAML' };
    account.state.trust = JSON.stringify({ Statement: [...TRUST.Statement, own] });
    expect(texts(await member('reader-role'))).toEqual([
      `The trust policy of role LaunchDenied-reader might let others than roles of account 111122223333 assume it: ${Federated}.`,
    ]);
  });

  test('hears which roles are trusted, and who tells whether they are the functions', async () => {
    const names =
      'The trust policy of role LaunchDenied-reader names roles of account 111122223333';
    const told =
      'Whether these are the functions is told by the check accounts of the doctor at the home stack.';
    const [explain, sweep] = BOOK.functionRoleArns;
    expect(texts(await member('reader-role'))).toEqual([
      `${names} alone: ${explain} and ${sweep}. What it asks of aws:PrincipalOrgID is not looked at. ${told}`,
    ]);
    const Principal = { AWS: 'arn:aws:iam::111122223333:role/Admin' };
    const Statement = { Effect: 'Allow', Principal, Action: 'sts:AssumeRole' };
    account.state.trust = JSON.stringify({ Statement });
    expect(texts(await member('reader-role'))).toEqual([
      `${names} alone: ${Principal.AWS}. ${told}`,
    ]);
  });

  test('whose role has a Deny without a Sid is told of it', async () => {
    const deny = { Effect: 'Deny', Principal: '*', Action: 'sts:*' };
    account.state.trust = JSON.stringify({ Statement: [...TRUST.Statement, deny] });
    expect(texts(await member('reader-role'))).toEqual([
      'A Deny without Sid in the trust policy of role LaunchDenied-reader might deny the functions of the hub.',
    ]);
  });
});
