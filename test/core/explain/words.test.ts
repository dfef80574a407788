import type { DecisiveCondition, Principal } from '../../../core/contract';
import type { DecodedMessage, Evidence, Sentence } from '../../../core/evidence';
import { explain } from '../../../core/explain/explain';

const SILENT: Sentence = {
  principalArn: null,
  action: null,
  resource: null,
  verdict: null,
  policyType: null,
  policyArn: null,
  authorizationId: null,
};
const ARN = 'arn:aws:iam::111122223333:user/alice';
const EVERY = {
  'aws:Account': '111122223333',
  'aws:ARN': 'x',
  'aws:Region': 'eu-west-1',
  'aws:Resource': 'x',
  'aws:Service': 'ec2',
  'aws:Type': 'x',
};

const explained = (parts: Partial<Evidence>) =>
  explain({
    decoded: null,
    stated: null,
    requested: null,
    message: { status: 'absent', length: 0 },
    ...parts,
  });

/** A denial by one statement with one condition. */
function denied(
  key: string,
  listed: readonly string[],
  asked: Readonly<Record<string, string>> = {},
  resource = 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
) {
  const conditions = Object.entries({ ...EVERY, ...asked }).map(([name, value]) => ({
    key: name,
    values: [value],
  }));
  const decoded: DecodedMessage = {
    explicitDeny: true,
    matchedStatements: [
      {
        sid: 'Guard',
        effect: 'DENY',
        principals: [],
        actions: ['ec2:*'],
        resources: ['*'],
        conditions: [{ key, values: listed }],
      },
    ],
    principalId: null,
    principalArn: ARN,
    action: 'ec2:RunInstances',
    resource,
    conditions,
  };
  const { summary, detail, nextSteps, decisiveConditions } = explained({ decoded });
  return { summary, detail, change: nextSteps[1] ?? '', relation: decisiveConditions[0]?.relation };
}

const EXCEPTION =
  'or ask for an exception in the statement; an added Allow cannot override an explicit deny.';

describe('a decisive condition is told with what to change', () => {
  test.each<[DecisiveCondition['relation'], ReturnType<typeof denied>, string, string]>([
    [
      'value-forbidden',
      denied('ec2:Tenancy', ['host'], { 'ec2:Tenancy': 'host' }),
      'ec2:Tenancy host is denied',
      `Change the request so that ec2:Tenancy is not host, ${EXCEPTION}`,
    ],
    [
      'value-forbidden',
      denied('ec2:InstanceType', ['p*', 'g*'], { 'ec2:InstanceType': 'p5.48xlarge' }),
      'ec2:InstanceType p5.48xlarge is denied by p* or g*',
      `Change the request so that ec2:InstanceType is not one of p* or g*, ${EXCEPTION}`,
    ],
    [
      'value-not-allowed',
      denied('ec2:InstanceType', ['t3.micro'], { 'ec2:InstanceType': 'm5.large' }),
      'ec2:InstanceType is m5.large, allowed is t3.micro',
      `Change the request so that ec2:InstanceType is t3.micro, ${EXCEPTION}`,
    ],
    [
      'value-not-allowed',
      denied(
        'ec2:VolumeSize',
        ['100'],
        { 'ec2:VolumeSize': '500' },
        'arn:aws:ec2:eu-west-1:111122223333:volume/*',
      ),
      'ec2:VolumeSize is 500, the limit is 100',
      `Change the request so that ec2:VolumeSize keeps to the limit of 100, ${EXCEPTION}`,
    ],
    [
      'key-missing',
      denied('ec2:LaunchTemplate', ['arn:aws:ec2:*:*:launch-template/lt-1']),
      'ec2:LaunchTemplate is missing',
      `Make the request with ec2:LaunchTemplate, ${EXCEPTION}`,
    ],
    [
      'key-missing',
      denied(
        'ec2:InstanceType',
        ['t3.micro'],
        {},
        'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1',
      ),
      'this resource has no ec2:InstanceType',
      'Ask whoever owns the statement to limit it to resources that have ec2:InstanceType; nothing in the request can satisfy it here.',
    ],
    [
      'key-present',
      denied('ec2:InstanceProfile', ['false'], {
        'ec2:InstanceProfile': 'arn:aws:iam::111122223333:instance-profile/web',
      }),
      'ec2:InstanceProfile must not be given',
      `Make the request without ec2:InstanceProfile, ${EXCEPTION}`,
    ],
    [
      'key-missing',
      denied('aws:MultiFactorAuthPresent', ['false']),
      'aws:MultiFactorAuthPresent is missing',
      `Sign in with MFA and repeat the request, ${EXCEPTION}`,
    ],
    [
      'value-not-allowed',
      denied('aws:RequestedRegion', ['us-east-1']),
      'aws:RequestedRegion is eu-west-1, allowed is us-east-1',
      `Launch in us-east-1, ${EXCEPTION}`,
    ],
    [
      'value-forbidden',
      denied('aws:RequestedRegion', ['eu-west-1']),
      'aws:RequestedRegion eu-west-1 is denied',
      `Launch in another Region than eu-west-1, ${EXCEPTION}`,
    ],
    [
      'value-not-allowed',
      denied('aws:SourceIp', ['192.0.2.0/24'], { 'aws:SourceIp': '198.51.100.7' }),
      'aws:SourceIp is 198.51.100.7, allowed is 192.0.2.0/24',
      `Send the request from 192.0.2.0/24, ${EXCEPTION}`,
    ],
    [
      'value-forbidden',
      denied('aws:SourceIp', ['198.51.100.0/24'], { 'aws:SourceIp': '198.51.100.7' }),
      'aws:SourceIp 198.51.100.7 is denied by 198.51.100.0/24',
      `Send the request from outside of 198.51.100.0/24, ${EXCEPTION}`,
    ],
    [
      'key-missing',
      denied('aws:RequestTag/team', ['true']),
      'aws:RequestTag/team is missing',
      `Give the tag team in the tag specification of the request, ${EXCEPTION}`,
    ],
    [
      'value-not-allowed',
      denied('aws:RequestTag/env', ['prod', 'test'], { 'aws:RequestTag/env': 'play' }),
      'aws:RequestTag/env is play, allowed is prod or test',
      `Give the tag env one of the values prod or test in the tag specification of the request, ${EXCEPTION}`,
    ],
    [
      'value-forbidden',
      denied('aws:RequestTag/env', ['prod'], { 'aws:RequestTag/env': 'prod' }),
      'aws:RequestTag/env prod is denied',
      `Change the tag env in the tag specification of the request, ${EXCEPTION}`,
    ],
    [
      'key-missing',
      denied('aws:ResourceTag/launch', ['yes']),
      'aws:ResourceTag/launch is missing',
      `Use a resource that carries the tag launch as the statement wants it, ${EXCEPTION}`,
    ],
    [
      'key-missing',
      denied('ec2:ResourceTag/launch', ['yes']),
      'ec2:ResourceTag/launch is missing',
      `Use a resource that carries the tag launch as the statement wants it, ${EXCEPTION}`,
    ],
  ])('%s: %j', (relation, told, brief, change) => {
    expect(told.relation).toBe(relation);
    expect(told.summary.endsWith(` (explicit deny: ${brief})`)).toBe(true);
    expect(told.detail).toContain('Statement Guard matched: ');
    expect(told.change).toBe(change);
  });

  test('unclear: it is named in the detail, and nothing is concluded', () => {
    const told = denied('aws:SourceVpce', ['vpce-1']);
    expect(told.relation).toBe('unclear');
    expect(told.summary).toMatch(/\(explicit deny\)$/);
    expect(told.detail).toContain(
      'Statement Guard matched: it lists aws:SourceVpce vpce-1; the decoded message does not tell how they compare.',
    );
    expect(told.change).toMatch(/^Change the request so that the statement no longer matches it/);
  });
});

describe('who is to act', () => {
  const stated = (parts: Partial<Sentence>) => explained({ stated: { ...SILENT, ...parts } });

  test('is not told to simulate what the simulator does not take', () => {
    const principals: readonly Principal[] = [
      { kind: 'root', arn: null, name: 'root' },
      { kind: 'aws-service', arn: null, name: 'ec2fleet.amazonaws.com' },
      { kind: 'role-session', arn: null, name: null },
    ];
    for (const principal of principals) {
      const requested = {
        principal,
        operation: 'RunInstances',
        action: null,
        launch: null,
        event: null,
      };
      expect(explained({ requested }).nextSteps.join(' ')).not.toContain('simulator');
    }
    const nothing = explained({ stated: { ...SILENT, principalArn: ARN } });
    expect(nothing.nextSteps.join(' ')).not.toContain('simulator');
  });

  test('simulates the action where no operation is known', () => {
    const { nextSteps } = stated({ principalArn: ARN, action: 'ec2:RunInstances' });
    expect(nextSteps).toContain(
      'Run ec2:RunInstances for IAM user alice in the IAM policy simulator to see which policy decides.',
    );
  });

  test('reads an action that is not known as the action', () => {
    const { nextSteps, detail, summary } = stated({ principalArn: ARN, verdict: 'implicit-deny' });
    expect(nextSteps[0]).toContain('the Allow for the action:');
    expect(detail).toContain('no policy that applies allows the request');
    expect(summary).toBe('IAM user alice was refused a request (implicit deny)');
  });

  test('is the decoder, named as AWS names it', () => {
    const step = (decoder?: string) =>
      explained({
        message: {
          status: 'not-permitted',
          length: 900,
          ...(decoder === undefined ? {} : { decoder }),
        },
      }).nextSteps[0];
    expect(step()).toContain('to the role that decodes;');
    expect(step('arn:aws:sts::111122223333:assumed-role/decoder/s')).toContain('to role decoder;');
    expect(step(ARN)).toContain(`to ${ARN};`);
    expect(step('somebody')).toContain('to somebody;');
  });

  test('is not the decoder where no reader role is in the account: what is missing is said', () => {
    const reader = { account: '444455556666', roleName: 'LaunchDenied-reader' };
    const { detail, nextSteps, encodedMessage } = explained({
      message: { status: 'not-permitted', length: 900, reader },
    });
    expect(encodedMessage).toEqual({ status: 'not-permitted', length: 900, reader });
    expect(detail).toContain(
      'it can be decoded in account 444455556666 alone, and role LaunchDenied-reader could not be assumed there.',
    );
    expect(nextSteps[0]).toMatch(
      /^For whoever may sign in to account 444455556666: decode the message/,
    );
    expect(nextSteps[1]).toMatch(
      /role LaunchDenied-reader could not be assumed in account 444455556666, and AWS does not say/,
    );
    expect(nextSteps.join()).not.toContain('add the statement below');
  });

  test('is told first to decode where the reason is in a whole message', () => {
    const { nextSteps } = explained({ message: { status: 'offline', length: 900 } });
    expect(nextSteps[0]).toMatch(/^Decode the message with credentials of the same account/);
    const cut = explained({ message: { status: 'truncated', length: 900 } });
    expect(cut.nextSteps[0]).toMatch(/^Take the whole encoded message/);
  });

  test('finds the excerpt too short to tell', () => {
    const implied = { operation: null, resource: null, region: null, isOpen: true };
    const { summary, nextSteps } = explained({ implied });
    expect(summary).toBe('The principal called AWS (no answer of AWS in this excerpt)');
    expect(nextSteps).toEqual(['Give the whole CloudTrail record.']);
  });

  test('reads the authorization link only where an event tells the Region', () => {
    expect(stated({ authorizationId: 'abc-123' }).authorizationId).toBe('abc-123');
  });
});
