import {
  authorizationLink,
  dashboardLink,
  eventLink,
  principalLink,
  reasonLink,
  simulatorLink,
} from '../../../core/render/links';
import type { Principal } from '../../../core/contract';

const event = (region: string, id = 'e-1') => ({ id, region, time: '', account: '111122223333' });

const role: Principal = { kind: 'role-session', arn: null, name: 'web' };

describe('eventLink', () => {
  test.each(['', 'evil.example/', 'eu-west-1.evil.example', 'EU-WEST-1', 'x', 'eu-west-1\n'])(
    'gives no link for the Region %j',
    (region) => {
      expect(eventLink(event(region))).toBeNull();
    },
  );

  test.each([
    [
      'eu-west-1',
      'https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1#/events/e-1',
    ],
    [
      'us-gov-west-1',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/cloudtrailv2/home?region=us-gov-west-1#/events/e-1',
    ],
    [
      'cn-north-1',
      'https://cn-north-1.console.amazonaws.cn/cloudtrailv2/home?region=cn-north-1#/events/e-1',
    ],
    [
      'eusc-de-east-1',
      'https://eusc-de-east-1.console.amazonaws-eusc.eu/cloudtrailv2/home?region=eusc-de-east-1#/events/e-1',
    ],
  ])('opens the console of the partition of %s', (region, link) => {
    expect(eventLink(event(region))).toBe(link);
  });

  test('escapes a hostile event id', () => {
    expect(eventLink(event('eu-west-1', 'a b/<c>'))).toMatch(/#\/events\/a%20b%2F%3Cc%3E$/);
  });
});

describe('principalLink', () => {
  test('gives no link for principals without a page', () => {
    expect(principalLink({ kind: 'root', arn: null, name: 'root' }, event('eu-west-1'))).toBeNull();
    expect(principalLink({ ...role, name: null }, event('eu-west-1'))).toBeNull();
  });

  test('opens the role or the user in the console of the partition', () => {
    expect(principalLink(role, event('cn-north-1'))).toBe(
      'https://console.amazonaws.cn/iam/home#/roles/details/web',
    );
    expect(principalLink({ ...role, kind: 'iam-user', name: 'a@b' }, event('eu-west-1'))).toBe(
      'https://console.aws.amazon.com/iam/home#/users/details/a%40b',
    );
  });
});

test('reasonLink names the page of a code', () => {
  expect(reasonLink('NO_ALLOW')).toMatch(/^https:\/\/.*\/docs\/reasons\/NO_ALLOW\.md$/);
});

describe('principalLink of another account', () => {
  test('is none, since this account has no such role', () => {
    const arn = 'arn:aws:sts::444455556666:assumed-role/web/s';
    expect(principalLink({ ...role, arn }, event('eu-west-1'))).toBeNull();
    const own = 'arn:aws:sts::111122223333:assumed-role/web/s';
    expect(principalLink({ ...role, arn: own }, event('eu-west-1'))).toMatch(
      /roles\/details\/web$/,
    );
  });
});

test('authorizationLink opens the evaluation in the Region of the event', () => {
  expect(authorizationLink('a b', event('eu-west-1'))).toBe(
    'https://eu-west-1.console.aws.amazon.com/iam/home?region=eu-west-1#/authorization-details/a%20b',
  );
  expect(authorizationLink('a', event('nowhere'))).toBeNull();
});

describe('simulatorLink', () => {
  test('opens with the principal chosen, in the commercial partition alone', () => {
    expect(simulatorLink(role, event('eu-west-1'))).toBe(
      'https://policysim.aws.amazon.com/home/index.jsp#roles/web',
    );
    expect(simulatorLink(role, event('us-gov-west-1'))).toBeNull();
    expect(simulatorLink({ ...role, name: null }, event('eu-west-1'))).toBeNull();
  });
});

describe('dashboardLink', () => {
  test('opens the dashboard in the console of the partition', () => {
    expect(dashboardLink('LaunchDenied-eu-west-1', 'eu-west-1')).toBe(
      'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/LaunchDenied-eu-west-1',
    );
    expect(dashboardLink('A', 'cn-north-1')).toContain('cn-north-1.console.amazonaws.cn/');
    expect(dashboardLink('A', 'nowhere')).toBeNull();
  });
});
