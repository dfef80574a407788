import type { Check } from '../../../core/doctor/check';
import type { Leg } from '../../../core/doctor/legs';
import { reportOf, testReport } from '../../../core/doctor/report';
import { plainText } from '../../../core/render/plain-text';

const check = (changed: Partial<Check>): Check => ({
  name: 'rule',
  status: 'ok',
  found: 'All is well.',
  todo: null,
  command: null,
  ...changed,
});

const EXAMINED = {
  stackName: 'LaunchDenied',
  region: 'eu-west-1',
  account: '111122223333',
  member: null,
};

const textOf = (checks: readonly Check[]) => plainText(reportOf(checks, EXAMINED), { width: 80 });

describe('the report', () => {
  test('puts the worst first, and what is fine in one list', () => {
    const checks = [
      check({}),
      check({ name: 'trail', status: 'not-checked', found: 'Hidden.', todo: 'Ask.' }),
      check({ name: 'regions', status: 'warning', found: 'Two more.', todo: 'Deploy.' }),
      check({ name: 'version', status: 'warning', found: 'Older.', todo: 'Deploy.' }),
      check({ name: 'chat', status: 'failed', found: 'None.', todo: 'Start.', command: 'aws x y' }),
    ];
    expect(textOf(checks))
      .toBe(`Stack LaunchDenied in eu-west-1, account 111122223333: 1 failed, 2 warnings, 1
not checked and 1 ok.

failed: chat
None. Start.

aws x y

warning: regions
Two more. Deploy.

warning: version
Older. Deploy.

not checked: trail
Hidden. Ask.

ok
- rule: All is well.
`);
  });

  test('of a member account names both accounts', () => {
    const examined = { ...EXAMINED, member: '444455556666' };
    expect(plainText(reportOf([check({})], examined), { width: 80 })).toMatch(
      /^Account 444455556666, member of stack LaunchDenied in eu-west-1, account\n111122223333: 1 ok\.\n/,
    );
  });

  test('of nothing but failures has no list', () => {
    expect(textOf([check({ status: 'failed' })])).not.toContain('\nok');
  });

  test('lets nothing act on the terminal', () => {
    const found = 'x\u001b[2Jy';
    expect(textOf([check({ status: 'failed', found, command: 'aws \u202e' })])).not.toMatch(
      /[\u001b\u202e]/,
    );
  });
});

describe('the report of a test denial', () => {
  const leg = (name: string, changed: Partial<Leg> = {}): Leg => ({
    ...check({ name }),
    milliseconds: 1_240,
    ...changed,
  });
  const shown = (...legs: Leg[]) =>
    plainText(testReport({ legs, code: 'g-abc', bus: null }, ' --region eu-west-1'), {
      width: 80,
    });

  test('has the time of each leg, and how to end its cause', () => {
    expect(shown(leg('event-bus'), leg('queue', { milliseconds: null }), leg('table')))
      .toBe(`Test denial
event-bus: ok after 1.2 s
queue:     ok
table:     ok after 1.2 s

Afterwards
Resolve the cause that the test made.

launch-denied resolve g-abc --region eu-west-1
`);
  });

  test('from elsewhere says from where', () => {
    const bus = { region: 'us-east-1', account: '444455556666' };
    const sections = testReport({ legs: [leg('event-bus')], code: 'g-abc', bus }, '');
    expect(plainText(sections, { width: 80 })).toMatch(
      /^Test denial from us-east-1, account 444455556666\nevent-bus: ok after 1\.2 s\n/,
    );
  });

  test('says of a leg that failed what to do', () => {
    const text = shown(leg('event-bus', { status: 'failed', found: 'No.', todo: 'Ask.' }));
    expect(text).toContain('event-bus: failed\n\nfailed: event-bus\nNo. Ask.\n');
    expect(text).not.toContain('resolve');
  });
});
