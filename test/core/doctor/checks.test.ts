import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../../core/doctor/check';
import { type Account, startAccount } from '../../doctor/account';
import { send } from '../../doctor/cli-command';
import { examined, examinedMember, found, INSTALLED, open } from '../../doctor/examining';
import { BROKEN_ACCOUNTS } from '../../doctor/faults';
import { BOOK, healthyMember, slackChannel, teamsChannel, trail } from '../../doctor/state';

jest.setTimeout(60_000);

let account: Account;

beforeAll(async () => void (account = await startAccount()));
beforeEach(() => account.reset());
afterAll(() => account.stop());

const faulty = (checks: readonly Check[]) => checks.filter(({ status }) => status !== 'ok');

/** A check that is not fine stands before those that are. */
async function first(name: string, isMember = false): Promise<Check> {
  const [check] = await (isMember ? examinedMember(account, name) : found(account, name));
  if (check === undefined) throw new Error(`there is no check ${name}`);
  return check;
}

describe('in an account where all is well', () => {
  test('every check is fine, and nothing is to do', async () => {
    const checks = await examined(account);
    expect(faulty(checks)).toEqual([]);
    expect(checks.map(({ todo, command }) => todo ?? command)).toEqual(checks.map(() => null));
  });

  test('every check of a member account is fine too', async () => {
    account.state = healthyMember();
    const checks = await examinedMember(account);
    expect(faulty(checks)).toEqual([]);
  });

  test('every check has a broken account in these tests', async () => {
    const names = (await examined(account)).map(({ name }) => name.replace(/^sweep-/, ''));
    const ofMembers = (await examinedMember(account)).map(({ name }) => `member ${name}`);
    const held = BROKEN_ACCOUNTS.map(
      ({ check, isMember }) => `${isMember ? 'member ' : ''}${check.replace(/^sweep-/, '')}`,
    );
    expect(new Set([...held, 'installed'])).toEqual(new Set([...names, ...ofMembers]));
  });

  /** What is asked, and what of it twice. */
  function asked() {
    const reading = /:(?:Describe|Get|List|FilterLog|Simulate|DecodeAuthorization|InvokeFunction)/;
    const all = account.calls.map(
      ({ name, region, input }) => `${name} ${region} ${JSON.stringify(input)}`,
    );
    const twice = all.filter((each, at) => all.indexOf(each) !== at);
    return {
      changing: all.filter((each) => !reading.test(each)),
      twice: twice.filter((each) => !each.startsWith('chatbot:')),
    };
  }

  test('the doctor only reads, and asks each thing once', async () => {
    await examined(account);
    expect(asked()).toEqual({ changing: [], twice: [] });
  });

  test('of a member account too', async () => {
    account.state = healthyMember();
    await examinedMember(account);
    expect(asked()).toEqual({ changing: [], twice: [] });
  });

  test('the sweep function is asked to try the reader roles of the members, and nothing else', async () => {
    await examined(account);
    const invoked = account.calls.filter(({ name }) => name === 'lambda:InvokeFunction');
    expect(invoked.map(({ input }) => input)).toEqual([
      {
        FunctionName: 'Sweep',
        launchDenied: 'readers',
        accounts: ['444455556666', '777788889999'],
      },
    ]);
  });
});

describe.each(BROKEN_ACCOUNTS)(
  'where $title',
  ({ check, status, found: said, breaks, command, isMember = false }) => {
    const then = {
      mend: 'its command mends it',
      look: 'its command exists',
      none: 'says what to do',
    };

    test(`the check ${check} catches it, and ${then[command]}`, async () => {
      if (isMember) account.state = healthyMember();
      breaks(account.state);
      let caught = await first(check, isMember);
      expect(caught).toMatchObject({ status, found: expect.stringMatching(said) });
      expect(caught.todo).toMatch(/^[A-Z][^]*\.$/);
      expect(caught.command === null).toBe(command === 'none');
      for (let sent = 0; caught.command !== null && sent < 3; sent += 1) {
        await send(caught.command, account);
        caught = await first(check, isMember);
      }
      expect(caught.status).toBe(command === 'mend' ? 'ok' : status);
    });
  },
);

describe('a right that the reader lacks', () => {
  /** All that the doctor asks; who asks needs no right to hear who he is. */
  async function rights(): Promise<readonly string[]> {
    await examined(account);
    const names = new Set(account.calls.map(({ name }) => name));
    account.reset();
    return [...names].filter((name) => name !== 'sts:GetCallerIdentity');
  }

  test('is named by what is not checked without it, and hides nothing else', async () => {
    const all = await rights();
    expect(all).toHaveLength(20);
    for (const right of all.filter((each) => each !== 'sts:DecodeAuthorizationMessage')) {
      account.reset();
      if (right.startsWith('chatbot:')) account.state.slack = [];
      account.state.lacking.add(right);
      const hidden = faulty(await examined(account));
      expect([right, hidden.length > 0]).toEqual([right, true]);
      for (const { status, found: text, todo } of hidden) {
        expect([right, status]).toEqual([right, 'not-checked']);
        expect(text).toContain(`These credentials lack ${right}.`);
        expect(todo).toContain(right);
      }
    }
  });

  test('is told of a service that answers otherwise too', async () => {
    for (const right of await rights()) {
      account.reset();
      if (right.startsWith('chatbot:')) account.state.slack = [];
      account.state.broken.add(right);
      const hidden = faulty(await examined(account));
      expect([right, hidden.length > 0]).toEqual([right, true]);
      for (const { status, found: text } of hidden) {
        expect([right, status]).toEqual([right, 'not-checked']);
        expect(text).toContain(`${right} got no answer that helps: InvalidRequestException`);
      }
    }
  });
});

describe('a trail', () => {
  test('of the organization that a member may not read is not checked', async () => {
    account.state.trails = [
      trail({
        Name: 'org',
        TrailARN: 'arn:aws:cloudtrail:us-east-1:444455556666:trail/org',
        HomeRegion: 'us-east-1',
      }),
    ];
    account.state.lacking.add('cloudtrail:GetEventSelectors');
    expect(await first('trail')).toMatchObject({
      status: 'not-checked',
      found: expect.stringMatching(/organization covers .* lack cloudtrail:GetEventSelectors\.$/),
      todo: expect.stringContaining('management account'),
    });
  });

  test('that logs is enough, whatever others do', async () => {
    account.state.trails.unshift(trail({ Name: 'old', isLogging: false }));
    expect((await first('trail')).status).toBe('ok');
  });

  test('of the organization that logs is enough', async () => {
    const TrailARN = 'arn:aws:cloudtrail:us-east-1:444455556666:trail/org';
    account.state.trails = [trail({ Name: 'org', TrailARN, HomeRegion: 'us-east-1' })];
    expect((await first('trail')).status).toBe('ok');
  });

  test('that the reader can mend is told of before another', async () => {
    const TrailARN = 'arn:aws:cloudtrail:us-east-1:444455556666:trail/org';
    account.state.trails = [
      trail({ TrailARN, HomeRegion: 'us-east-1', isLogging: false }),
      trail({ Name: 'own', isLogging: false }),
    ];
    expect((await first('trail')).found).toContain('Trail own');
  });
});

describe('of a stack', () => {
  test('that lists less, each check says what it lacks', async () => {
    account.state.book = { tableName: 'Table' };
    const texts = faulty(await examined(account));
    expect(new Set(texts.map(({ status }) => status))).toEqual(new Set(['not-checked']));
    expect(texts.find(({ name }) => name === 'rule')?.found).toContain(
      'does not list its ruleName',
    );
  });

  test('without chat, chat is no question', async () => {
    account.state.book = { ...BOOK, chatTopicArn: undefined };
    const names = ['chat', 'chat-guardrail'];
    const checks = (await examined(account)).filter(({ name }) => names.includes(name));
    expect(checks.map(({ found: text }) => text)).toEqual(
      names.map(() => 'The settings name no chat channel.'),
    );
    expect(account.calls.filter(({ name }) => name.startsWith('chatbot:'))).toEqual([]);
  });

  test('without mail, a chat channel that is subscribed is enough', async () => {
    account.state.subscriptions = account.state.subscriptions.map((each) => ({
      ...each,
      TopicArn: BOOK.chatTopicArn,
    }));
    expect(await first('subscriptions')).toMatchObject({
      status: 'ok',
      found: 'Nobody receives the alerts by e-mail; chat channels or telephones do.',
    });
  });

  test('that simulates nothing, the simulator is no question', async () => {
    for (const each of account.state.functions.values()) delete each['Environment'];
    expect((await first('simulate')).found).toBe(
      'The setting simulate is off, so nothing is simulated.',
    );
  });

  test('with a webhook of Amazon Chime, the channel is enough', async () => {
    account.state.slack = [];
    account.state.chime = [{ ...slackChannel(), WebhookDescription: 'hook' }];
    expect((await first('chat')).found).toBe('Amazon Chime channel oncall receives the alerts.');
    expect((await first('chat-guardrail')).status).toBe('ok');
  });

  test('with channels of two kinds, both are named', async () => {
    account.state.teams = [teamsChannel()];
    expect((await first('chat')).found).toBe(
      'Slack channel oncall and Microsoft Teams channel oncall receive the alerts.',
    );
  });

  test('whose function is gone, nothing more is asked of it', async () => {
    account.state.functions.delete('Explain');
    expect(await first('errors')).toMatchObject({
      status: 'not-checked',
      found: 'The function does not exist any more.',
    });
  });
});

describe('of this machine', () => {
  test.each([
    [{ node: '18.20.4' }, 'failed', /oldest supported is 20\.19\.0/],
    [{ cdkCommand: '3.0.0' }, 'failed', /aws-cdk 3\.0\.0 is installed here: a build of April 2025/],
    [{ cdkCommand: '2.170.0' }, 'failed', /older than aws-cdk-lib 2\.276\.0/],
    [{ cdkCommand: '2.276.0' }, 'ok', /aws-cdk 2\.276\.0 can deploy/],
    [{ cdkCommand: null }, 'ok', /^Node\.js 24\.1\.0 can deploy/],
  ])('%j is %s', async (changed, status, text) => {
    const [check] = await found(account, 'installed', { ...INSTALLED, ...changed });
    expect(check).toMatchObject({ status, found: expect.stringMatching(text) });
  });
});

test('a check that ends with an error stops no other', async () => {
  const { examine } = await import('../../../cli/doctor/checks');
  const world = await open(account);
  const broken = { ...world, queue: () => Promise.reject(new Error('a bug\nof ours')) };
  const checks = faulty(await examine(broken));
  expect(checks.map(({ name }) => name)).toEqual([
    'queue-policy',
    'dead-letter-policy',
    'queue-encryption',
    'undelivered',
    'backlog',
    'dead-letters',
  ]);
  expect(checks[0]).toMatchObject({
    status: 'not-checked',
    found: 'The check ended with an error: Error: a bug of ours.',
  });
});

test('texts of AWS are printed as one word that the shell does not change', async () => {
  account.state.trails = [
    trail({
      isLogging: false,
      TrailARN: "arn:aws:cloudtrail:eu-west-1:111122223333:trail/$(date) 'x'",
    }),
  ];
  await send((await first('trail')).command ?? '', account);
  expect((await first('trail')).status).toBe('ok');
});

test('the document lists each check with the rights that it takes', async () => {
  const text = readFileSync(join(__dirname, '../../../docs/doctor.md'), 'utf8');
  const names = (await examined(account)).map(({ name }) => name.replace(/^sweep-/, ''));
  account.state = healthyMember();
  const ofMembers = (await examinedMember(account)).map(({ name }) => name);
  const rows = [...text.matchAll(/^\| `([a-z-]+)` +\| .* \| (.*) \|$/gm)];
  expect(rows.map(([, name]) => name)).toEqual([
    ...new Set(names),
    ...ofMembers.filter((name) => !names.includes(name)),
  ]);
  const told = rows.flatMap(([, , rights = '']) => rights.match(/[a-z]+:\w+/g) ?? []);
  const asked = account.calls.map(({ name }) => name);
  expect(new Set(told)).toEqual(new Set(asked.filter((name) => name !== 'sts:GetCallerIdentity')));
});
