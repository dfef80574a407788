import { hintsBoundary, isQuarantine } from '../../../core/conditions/policy-hints';
import { QUARANTINED } from '../../../core/conditions/quarantine-actions';
import { deny, keyValues } from './message';

const ALL = Object.entries(QUARANTINED).flatMap(([service, names]) =>
  names.map((name) => `${service}:${name}`),
);

/** As in the first quarantine policy: five services. */
const FIRST = ALL.filter((action) => /^(?:iam|ec2|lambda|lightsail|organizations):/.test(action));

function actionsOf(services: RegExp, count: number): string[] {
  return FIRST.filter((action) => services.test(action)).slice(0, count);
}

/** So many actions of the policy, three of them of other services than IAM. */
function spread(count: number): string[] {
  const others = ['lambda:CreateFunction', 'lightsail:Create*', 'ec2:RunInstances'];
  return [...others, ...actionsOf(/^iam/, count - others.length)];
}

describe('isQuarantine', () => {
  test.each([
    ['an Allow', deny({ effect: 'ALLOW', actions: ALL })],
    ['a statement under a condition', deny({ actions: ALL, conditions: keyValues({ a: 'b' }) })],
    ['a statement on some resources', deny({ actions: ALL, resources: ['*', 'arn:aws:s3:::a'] })],
    ['a statement without actions', deny({ actions: [] })],
    ['one denied action', deny({ actions: ['ec2:RunInstances'] })],
    ['a deny of everything', deny({ actions: ['*'] })],
    [
      'a guardrail on IAM alone',
      deny({ actions: ALL.filter((action) => action.startsWith('iam:')) }),
    ],
    ['three services', deny({ actions: actionsOf(/^(?:iam|ec2|lambda):/, 40) })],
    ['nineteen actions', deny({ actions: spread(19) })],
    [
      'one action written many times',
      deny({ actions: Array.from({ length: 40 }, () => ALL[0] ?? '') }),
    ],
    [
      'a list with many other actions',
      deny({ actions: [...FIRST, ...FIRST.map((action) => `${action}Twice`)] }),
    ],
    [
      'actions spared from a deny for want of MFA',
      deny({
        actions: [
          'iam:ListUsers',
          'iam:ChangePassword',
          'iam:CreateAccessKey',
          'sts:GetSessionToken',
        ],
      }),
    ],
  ])('is not found in %s', (_what, statement) => {
    expect(isQuarantine(statement)).toBe(false);
  });

  test('is not found where more than a tenth of the actions are others', () => {
    const others = ['a:1', 'a:2', 'a:3'];
    expect(isQuarantine(deny({ actions: [...spread(20), ...others] }))).toBe(false);
    expect(isQuarantine(deny({ actions: [...spread(20), ...others.slice(1)] }))).toBe(true);
  });

  test.each([
    ['all actions of the newest policy', ALL],
    ['the services of the first policy', FIRST],
    ['four services', FIRST.filter((action) => !action.startsWith('organizations:'))],
    ['the actions in another case', FIRST.map((action) => action.toUpperCase())],
    ['an action that AWS added since', [...ALL, 'ec2:MadeNextYear']],
  ])('is found by %s', (_what, actions) => {
    expect(isQuarantine(deny({ sid: '', actions }))).toBe(true);
    expect(isQuarantine(deny({ sid: 'Copied', actions, resources: [] }))).toBe(true);
  });
});

describe('QUARANTINED', () => {
  test('holds each action once, and wildcards of Lightsail alone', () => {
    expect(new Set(ALL).size).toBe(ALL.length);
    expect(ALL).toHaveLength(89);
    expect(ALL.every((action) => /^[a-z0-9]+:[A-Z][A-Za-z]+\*?$/.test(action))).toBe(true);
    const withStar = ALL.filter((action) => action.includes('*'));
    expect(withStar.map((action) => action.split(':')[0])).toEqual(withStar.map(() => 'lightsail'));
  });
});

describe('hintsBoundary', () => {
  test.each([[[]], [['AROAEXAMPLE']], [['scope_policy_issuer']]])(
    'is not hinted at by %j',
    (principals) => {
      expect(hintsBoundary(deny({ principals }))).toBe(false);
    },
  );

  test('is hinted at by the principal that stands for it', () => {
    expect(hintsBoundary(deny({ principals: ['AROAEXAMPLE', 'SCOPE_POLICY_ISSUER'] }))).toBe(true);
  });
});
