import { type Answer, type Hidden, known } from '../../../core/doctor/check';
import { judgeLegs, notOpened, type Seen } from '../../../core/doctor/legs';
import { testDenial } from '../../../core/doctor/test-denial';

const NONE = { waiting: 0, undelivered: 0, givenUp: 0 };
const LACKING: Hidden = { kind: 'hidden', because: 'not-permitted', right: 'dynamodb:Query' };

const HOME = { account: '111122223333', region: 'eu-west-1', stackName: 'LaunchDenied' };

const seen = (changed: Partial<Seen> = {}): Seen => ({
  bus: { region: 'eu-west-1', account: '111122223333' },
  passage: null,
  sent: known(120),
  before: known(NONE),
  after: known(NONE),
  queuedAt: 900,
  storedAt: known(2_500),
  alertedAt: known(3_000),
  isQuiet: false,
  waitedSeconds: 120,
  ...changed,
});

const statuses = (changed: Partial<Seen>) =>
  judgeLegs(seen(changed)).map(({ name, status }) => `${name} ${status}`);

describe('a test denial', () => {
  test('that came through has each leg with its time', () => {
    expect(
      judgeLegs(seen()).map(({ name, status, milliseconds }) => [name, status, milliseconds]),
    ).toEqual([
      ['event-bus', 'ok', 120],
      ['queue', 'ok', 900],
      ['table', 'ok', 2_500],
      ['alert', 'ok', 3_000],
    ]);
  });

  test('that nobody saw in the queue went through it, where it is stored', () => {
    const [, queue] = judgeLegs(seen({ queuedAt: null }));
    expect(queue).toMatchObject({ status: 'ok', found: expect.stringContaining('taken at once') });
  });

  test('that was not sent has no further legs', () => {
    expect(judgeLegs(seen({ sent: { ...LACKING, right: 'events:PutEvents' } }))).toEqual([
      {
        name: 'event-bus',
        status: 'failed',
        found:
          'The test denial was not put on the event bus of eu-west-1, account 111122223333. These credentials lack events:PutEvents.',
        todo: 'Ask for events:PutEvents, or give another --profile.',
        command: null,
        milliseconds: null,
      },
    ]);
  });

  const LOST = { queuedAt: null, storedAt: known(null), alertedAt: known(null) };

  test('that did not reach the queue names the checks before it', () => {
    const [, queue, table, alert] = judgeLegs(seen(LOST));
    expect(queue).toMatchObject({
      status: 'failed',
      found: 'It was not seen in the queue within 120 seconds.',
      todo: expect.stringContaining('rule, target and queue-policy'),
    });
    expect([table?.status, alert?.status]).toEqual(['not-checked', 'not-checked']);
  });

  test('that EventBridge could not deliver is told of', () => {
    const [, queue] = judgeLegs(seen({ ...LOST, after: known({ ...NONE, undelivered: 1 }) }));
    expect(queue?.found).toContain('EventBridge could not deliver it');
  });

  test('that waits in the queue names the function', () => {
    const [, , table] = judgeLegs(seen({ ...LOST, queuedAt: 1_000 }));
    expect(table).toMatchObject({
      status: 'failed',
      found: 'It was not stored within 120 seconds.',
      todo: expect.stringContaining('function, event-source and errors'),
    });
  });

  test('that the function gave up is told of', () => {
    const after = known({ ...NONE, givenUp: 1 });
    const [, , table] = judgeLegs(seen({ ...LOST, queuedAt: 1_000, after }));
    expect(table?.found).toContain('The function could not work on it');
  });

  test('whose alert did not leave names the errors', () => {
    const [, , , alert] = judgeLegs(seen({ alertedAt: known(null) }));
    expect(alert).toMatchObject({
      status: 'failed',
      found: 'Its alert was not sent within 120 seconds.',
    });
  });

  test('that the settings ignore has no alert', () => {
    const [, , , alert] = judgeLegs(seen({ alertedAt: known(null), isQuiet: true }));
    expect(alert).toMatchObject({
      status: 'not-checked',
      found: expect.stringContaining('ignore'),
    });
  });

  test('is not checked where a right is missing', () => {
    const hidden = { storedAt: LACKING, alertedAt: LACKING, queuedAt: null };
    expect(statuses({ ...hidden, before: LACKING })).toEqual([
      'event-bus ok',
      'queue not-checked',
      'table not-checked',
      'alert not-checked',
    ]);
    expect(statuses({ ...hidden, after: LACKING })[1]).toBe('queue not-checked');
  });
});

describe('a test denial from elsewhere', () => {
  const lost = { queuedAt: null, storedAt: known(null), alertedAt: known(null) };
  const from = (account: string, before: Answer<number>, after: Answer<number>) => {
    const bus = { region: 'us-east-1', account };
    const passage = { name: 'LaunchDenied-forwarder', home: HOME, before, after };
    const [sent, queue] = judgeLegs(seen({ ...lost, bus, passage }));
    return { sent, queue };
  };

  test('names the forwarder to look at where it does not arrive', () => {
    const { sent, queue } = from('111122223333', known(0), known(0));
    expect(sent?.found).toBe(
      'EventBridge took the test denial on the event bus of us-east-1, account 111122223333.',
    );
    expect(queue).toMatchObject({
      status: 'failed',
      found: 'It was not seen in the queue within 120 seconds.',
      todo: 'Look at rule LaunchDenied-forwarder in us-east-1 of account 111122223333: mend what the check forwarders tells. Where nothing is wrong there, mend what the checks rule, target and queue-policy tell.',
    });
  });

  test('is found in the dead-letter queue of the forwarder', () => {
    const { queue } = from('111122223333', known(1), known(2));
    expect(queue).toMatchObject({
      status: 'failed',
      found: expect.stringMatching(
        /could not deliver it to eu-west-1, and left it in the dead-letter queue of rule LaunchDenied-forwarder in us-east-1/,
      ),
      todo: 'Mend what the check forwarders tells: the target of that rule, and its role.',
    });
  });

  test('of a member account might be refused by the event bus of the hub', () => {
    const { queue } = from('444455556666', known(0), known(1));
    expect(queue?.todo).toBe(
      'Mend what the check bus-policy tells, and what launch-denied doctor --member --home 111122223333/eu-west-1 tells there, with credentials of that account.',
    );
  });

  test('says so where the dead-letter queue of the forwarder is not known', () => {
    for (const before of [known(0), LACKING]) {
      const { queue } = from('444455556666', before, LACKING);
      expect(queue?.found).toContain(
        'Nothing is known of the dead-letter queue of rule LaunchDenied-forwarder in us-east-1 of account 444455556666. These credentials lack dynamodb:Query.',
      );
    }
    expect(from('444455556666', LACKING, known(1)).queue?.todo).toMatch(/^Look at rule/);
  });

  test('with a profile that cannot be used is not sent', () => {
    const hidden = { ...LACKING, right: 'sts:GetCallerIdentity' };
    expect(notOpened('nobody', hidden)).toMatchObject({
      name: 'event-bus',
      status: 'failed',
      found:
        'The test denial was not sent: profile nobody cannot be used. These credentials lack sts:GetCallerIdentity.',
      todo: 'Sign in, or give another --from-profile.',
      milliseconds: null,
    });
  });
});

describe('the event of a test', () => {
  const of = {
    eventId: '0a1b2c3d-0000-4000-8000-000000000000',
    time: '2026-11-23T12:00:00.000Z',
    region: 'eu-west-1',
    caller: 'arn:aws-cn:sts::111122223333:assumed-role/oncall/me',
    operation: 'CreateFleet',
  };

  test('makes a group of its own in the account of the reader', () => {
    const { fingerprint, detail, source } = testDenial(of);
    expect(fingerprint).toBe(
      'v1:111122223333:role/launch-denied-test-0a1b2c3d:ec2:CreateFleet:instance/*:implicit-deny:identity-based:-',
    );
    expect(source).toBe('launch-denied.test');
    expect(JSON.parse(detail)).toMatchObject({ eventID: of.eventId, eventName: 'CreateFleet' });
    expect(detail).toContain('arn:aws-cn:ec2:eu-west-1:111122223333:instance/*');
  });

  test('is made without an account too', () => {
    expect(testDenial({ ...of, caller: '' }).fingerprint).toMatch(/^v1:/);
  });
});
