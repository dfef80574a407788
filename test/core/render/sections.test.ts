import type { Explanation } from '../../../core/contract';
import { explain } from '../../../core/explain/explain';
import { plainText } from '../../../core/render/plain-text';
import { sectionsOf } from '../../../core/render/sections';

const ARN = 'arn:aws:iam::111122223333:user/alice';
const BASE: Explanation = explain({
  decoded: null,
  stated: {
    principalArn: ARN,
    action: 'ec2:RunInstances',
    resource: null,
    verdict: 'implicit-deny',
    policyType: null,
    policyArn: null,
    authorizationId: 'auth-1',
  },
  requested: {
    principal: null,
    operation: 'RunInstances',
    action: 'ec2:RunInstances',
    launch: null,
    event: {
      id: 'e-1',
      time: '2026-11-20T09:14:03Z',
      region: 'eu-west-1',
      account: '111122223333',
    },
  },
  message: { status: 'absent', length: 0 },
});

const shown = (parts: Partial<Explanation> = {}, whole = false) =>
  plainText(sectionsOf({ ...BASE, ...parts }, { whole }), { width: 80 });

describe('sectionsOf', () => {
  test('leaves out what is said already: the operation of the action, the service that is the principal', () => {
    expect(shown()).not.toMatch(/^operation:/m);
    expect(shown({ operation: 'runinstances' })).not.toMatch(/^operation:/m);
    expect(shown({ operation: 'CreateFleet' })).toMatch(/^operation: +CreateFleet$/m);
    const service = 'ec2fleet.amazonaws.com';
    const principal = {
      kind: 'aws-service' as const,
      arn: null,
      name: service,
      invokedBy: service,
    };
    expect(shown({ principal })).not.toMatch(/^made by:/m);
    expect(shown({ principal: { ...principal, kind: 'role-session' } })).toMatch(/^made by:/m);
  });

  test('names the root user by its ARN', () => {
    const arn = 'arn:aws:iam::111122223333:root';
    expect(shown({ principal: { kind: 'root', arn, name: 'root' } })).toMatch(
      new RegExp(`^root user: +${arn}$`, 'm'),
    );
  });

  test('links the evaluation where the event tells the Region, and else names it', () => {
    expect(shown()).toMatch(
      /^evaluation: https:\/\/eu-west-1\..*#\/authorization-details\/auth-1$/m,
    );
    const { event: _event, ...without } = BASE;
    const text = plainText(sectionsOf(without), { width: 80 });
    expect(text).toMatch(/^evaluation: auth-1$/m);
    expect(text).not.toMatch(/^event:/m);
    const { authorizationId: _id, ...plain } = BASE;
    expect(plainText(sectionsOf(plain), { width: 80 })).not.toContain('evaluation');
  });

  test('names the account, and says where links to the console are meant for, if it has a name', () => {
    expect(shown()).toMatch(/^account: +111122223333$/m);
    expect(shown()).not.toMatch(/^console:/m);
    const { event } = BASE;
    if (event === undefined) throw new Error('no event');
    const named = shown({ event: { ...event, accountName: 'pay\u001b[31mments' } });
    expect(named).toMatch(/^account: +pay\\u001b\[31mments \(111122223333\)$/m);
    expect(named).toMatch(
      /^console: +sign in to pay\\u001b\[31mments \(111122223333\) first\nevent: +https:/m,
    );
  });

  test('writes the time to be read, and an odd one as it is', () => {
    expect(shown()).toMatch(/^time: +2026-11-20 09:14:03 UTC$/m);
    const event = { ...BASE.event, id: 'e', region: '', account: '', time: 'yesterday' };
    expect(shown({ event })).toMatch(/^time: +yesterday$/m);
  });

  test('shows the policy with its type, or the type alone', () => {
    const policyType = 'service-control-policy' as const;
    expect(shown({ policyType })).toMatch(/^policy type: +service control policy$/m);
    expect(shown({ policyType, policyArn: 'p-1' })).toMatch(
      /^policy: +service control policy p-1$/m,
    );
  });

  test('shows the request context only to who asks for it', () => {
    const context = [{ key: 'ec2:InstanceType', values: ['t3.micro', 't3.small'] }];
    expect(shown({ context })).not.toContain('Request context');
    expect(shown({ context }, true)).toContain(
      'Request context, as decoded\nec2:InstanceType: t3.micro, t3.small\n',
    );
    expect(shown({}, true)).not.toContain('Request context');
  });

  test('shows the statement that decodes only to whom it helps', () => {
    const message = { status: 'not-permitted', length: 900 } as const;
    const statement = '"Action": "sts:DecodeAuthorizationMessage"';
    const reader = { account: '444455556666', roleName: 'LaunchDenied-reader' };
    expect(shown({ encodedMessage: { ...message, reader } })).not.toContain(statement);
    expect(shown({ encodedMessage: message })).toContain(statement);
  });

  test('shows the Sid of a statement, where it has one', () => {
    const statement = { effect: 'DENY', actions: 'listed', resources: 'listed' } as const;
    const statements = [
      { ...statement, sid: 'Guard' },
      { ...statement, sid: '' },
    ];
    expect(shown({ statements }).match(/^statement:.*$/gm)).toEqual([
      'statement:     Guard (DENY)',
    ]);
  });
});

describe('plainText', () => {
  test('paints by role, and pads labels before it paints them', () => {
    const painted = plainText(sectionsOf(BASE), {
      width: 80,
      paint: (role, text) => `<${role}>${text}</${role}>`,
    });
    expect(painted).toContain('<title>Why</title>\n');
    expect(painted).toContain('<label>account:      </label> 111122223333');
    expect(painted).toMatch(/^<lead>IAM user alice/);
  });
});
