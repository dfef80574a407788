import fc from 'fast-check';
import { readSentence } from '../../../core/message/sentence';
import { encodedSample } from './encoded-sample';

const SESSION = 'arn:aws:sts::111122223333:assumed-role/ci-runner/i-0123456789abcdef0';
const INSTANCE = 'arn:aws:ec2:us-east-1:111122223333:instance/*';
const SCP =
  'arn:aws:organizations::444455556666:policy/o-abcdefghij/service_control_policy/p-0abc1234';
const NOTHING = {
  principalArn: null,
  action: null,
  resource: null,
  verdict: null,
  policyType: null,
  policyArn: null,
  authorizationId: null,
};

function sentence(reason: string, resource = ` on resource: ${INSTANCE}`): string {
  return `You are not authorized to perform this operation. User: ${SESSION} is not authorized to perform: ec2:RunInstances${resource}${reason}`;
}

function encoded(reason: string): string {
  return `${sentence(reason)}. Encoded authorization failure message: ${encodedSample(600)}`;
}

describe('a text without a readable sentence', () => {
  it.each([
    [''],
    ['You are not authorized to perform this operation.'],
    ['You are not authorized to perform'],
    ['You are not authorized to perform: nothing that is an action'],
    ['Request would have succeeded, but DryRun flag is set.'],
    ['User: alice may not do this...'],
    ['Visit User: arn:aws:iam::111122223333:user/alice for more.'],
  ])('reads nothing from %j', (text) => {
    expect(readSentence(text)).toBeNull();
  });
});

describe('the reason of a sentence', () => {
  it.each([
    [
      ' because no identity-based policy allows the ec2:RunInstances action',
      'implicit-deny',
      'identity-based',
    ],
    [
      ' because no service control policy allows the ec2:RunInstances action',
      'implicit-deny',
      'service-control-policy',
    ],
    [
      ' because no permissions boundary allows the ec2:RunInstances action',
      'implicit-deny',
      'permissions-boundary',
    ],
    [
      ' because no session policy allows the ec2:RunInstances action',
      'implicit-deny',
      'session-policy',
    ],
    [
      ' because no resource-based policy allows the ec2:RunInstances action',
      'implicit-deny',
      'resource-based',
    ],
    [
      ' because no role trust policy allows the sts:AssumeRole action',
      'implicit-deny',
      'role-trust-policy',
    ],
    [
      ' because no VPC endpoint policy allows the ec2:RunInstances action',
      'implicit-deny',
      'vpc-endpoint-policy',
    ],
    [' with an explicit deny in an identity-based policy', 'explicit-deny', 'identity-based'],
    [
      ' with an explicit deny in a service control policy',
      'explicit-deny',
      'service-control-policy',
    ],
    [
      ' with an explicit deny in a resource control policy',
      'explicit-deny',
      'resource-control-policy',
    ],
    [' with an explicit deny in a permissions boundary', 'explicit-deny', 'permissions-boundary'],
    [' with an explicit deny in a permission boundary', 'explicit-deny', 'permissions-boundary'],
    [' with an explicit deny in a session policy', 'explicit-deny', 'session-policy'],
    [' with an explicit deny in a sessions policy', 'explicit-deny', 'session-policy'],
    [' with an explicit deny in a resource-based policy', 'explicit-deny', 'resource-based'],
    [' with an explicit deny in the role trust policy', 'explicit-deny', 'role-trust-policy'],
    [' with an explicit deny in a VPC endpoint policy', 'explicit-deny', 'vpc-endpoint-policy'],
    [
      ' with an explicit deny in a VPC endpoint policy transitively through a service control policy',
      'explicit-deny',
      'vpc-endpoint-policy',
    ],
    [' with an explicit deny', 'explicit-deny', null],
    [' with an explicit deny in a policy of another kind', 'explicit-deny', null],
    [' because no such policy was thought of', 'implicit-deny', null],
    ['', null, null],
    [' because the key does not exist, no resource-based policies allow access', null, null],
  ])('reads %j', (reason, verdict, policyType) => {
    for (const text of [sentence(reason), encoded(reason), sentence(reason).toUpperCase()]) {
      expect(readSentence(text)).toMatchObject({ verdict, policyType, policyArn: null });
    }
  });

  it('is found behind a sentence without a resource', () => {
    const text = sentence(' with an explicit deny in a service control policy', '');
    expect(readSentence(text)).toEqual({
      ...NOTHING,
      principalArn: SESSION,
      action: 'ec2:RunInstances',
      verdict: 'explicit-deny',
      policyType: 'service-control-policy',
    });
  });

  it('is the first of two', () => {
    const reasons = ' because no session policy allows the x:Y action, or with an explicit deny';
    expect(readSentence(sentence(reasons))?.verdict).toBe('implicit-deny');
  });

  it('is not taken from the next sentence', () => {
    const next = 'User: x is not authorized to perform: s3:GetObject with an explicit deny';
    expect(readSentence(`${sentence('')}\n${next}`)?.verdict).toBeNull();
  });
});

describe("the policy's ARN", () => {
  const explicit = ' with an explicit deny in a service control policy';

  it.each([
    ['is not claimed where it is cut', `${explicit}: ${SCP.slice(0, 60)}...`, null],
    ['is not claimed where it is cut with an ellipsis', `${explicit}: ${SCP.slice(0, 60)}…`, null],
    ['is not claimed where the type has none', explicit, null],
    ['is not claimed where another word stands', `${explicit}: none that we know`, null],
    [
      'is not claimed where other words stand before the colon',
      `${explicit} in account: ${SCP}`,
      null,
    ],
    ['is read at the end', `${explicit}: ${SCP}`, SCP],
    ['is read before a full stop', `${explicit}: ${SCP}.`, SCP],
    ['is read before other words', `${explicit}: ${SCP} (Service: Rds, Status Code: 403)`, SCP],
    ['is read where it is its id', `${explicit}: p-0abc1234.`, 'p-0abc1234'],
    ['is read behind a line end', `${explicit}:\n  ${SCP}`, SCP],
    ['is read before a line end and a word', `${explicit}: ${SCP}\nDone`, SCP],
    ['is not an ARN inside another word', `${explicit}: x${SCP}`, null],
    [
      'is not read where the phrase stands in other words',
      `${explicit} in an odd place: ${SCP}`,
      null,
    ],
  ])('%s', (_title, reason, policyArn) => {
    expect(readSentence(sentence(reason))).toMatchObject({
      policyType: 'service-control-policy',
      policyArn,
    });
  });

  it('is joined where a line end broke it before the encoded message', () => {
    const broken = `${SCP.slice(0, 50)}\n${SCP.slice(50)}`;
    expect(readSentence(encoded(`${explicit}: ${broken}`))?.policyArn).toBe(SCP);
  });

  it.each(['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc', 'aws-iso-b'])(
    'is read in %s',
    (partition) => {
      const arn = `arn:${partition}:iam::111122223333:policy/team/launch-boundary`;
      const text = encoded(` with an explicit deny in a permissions boundary: ${arn}`);
      expect(readSentence(text)?.policyArn).toBe(arn);
    },
  );
});

describe('the principal', () => {
  const rest = 'is not authorized to perform: ec2:RunInstances';

  it.each([
    ['is not claimed of a placeholder', 'User:arntest ', null],
    ['is not claimed where the words name none', 'User ', null],
    [
      'is not claimed where its beginning is cut',
      's:sts::111122223333:assumed-role/web/i-0abc ',
      null,
    ],
    ['is not claimed where its end is cut', 'User: arn:aws:iam::111122223333:user/al... ', null],
    ['is not taken from words further before', `${SESSION} was here. This user `, null],
    ['is read behind User', `User: ${SESSION} `, SESSION],
    ['is read behind Principal', `Principal: ${SESSION} `, SESSION],
    ['is read behind Identity', `Identity: "${SESSION}" `, SESSION],
    ['is read at the beginning of a text', `${SESSION} `, SESSION],
    [
      'keeps "is" of its own',
      'User: arn:aws:iam::111122223333:user/isis ',
      'arn:aws:iam::111122223333:user/isis',
    ],
    [
      'keeps a comma of its own',
      'User: arn:aws:iam::111122223333:user/a, ',
      'arn:aws:iam::111122223333:user/a,',
    ],
    ['is read where "is" is glued to it', `User: ${SESSION}`, SESSION],
    ['is read where it is glued to its lead', `User:${SESSION} `, SESSION],
    [
      'is joined where a line end broke it',
      `User: ${SESSION.slice(0, 40)}\n${SESSION.slice(40)} `,
      SESSION,
    ],
    [
      'keeps a redacted account',
      'User: arn:aws:iam::<account>:user/bob ',
      'arn:aws:iam::<account>:user/bob',
    ],
  ])('%s', (_title, before, principalArn) => {
    expect(readSentence(before + rest)).toMatchObject({ principalArn, action: 'ec2:RunInstances' });
  });
});

describe('the action', () => {
  it.each([
    ['perform: (sts:DecodeAuthorizationMessage) action', 'sts:DecodeAuthorizationMessage'],
    ['perform the following action: ec2:RunInstances', 'ec2:RunInstances'],
    ['perform the following actions: [ec2:RunInstances, ec2:CreateTags]', 'ec2:RunInstances'],
    ["perform the 'iam:PassRole' action", 'iam:PassRole'],
    ['perform sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithWebIdentity'],
    ['perform: ec2:runinstances', 'ec2:runinstances'],
    ['perform:\n ec2:RunInstances', 'ec2:RunInstances'],
    ['call ec2:CreateFleet', 'ec2:CreateFleet'],
    ['perform: execute-api:Invoke', 'execute-api:Invoke'],
  ])('is read as stated from "not authorized to %s"', (words, action) => {
    expect(readSentence(`User: ${SESSION} is not authorized to ${words}`)).toMatchObject({
      principalArn: SESSION,
      action,
    });
  });

  it.each(["Controller isn't authorized to call", 'You do not have permission to perform the'])(
    'is read behind "%s"',
    (words) => {
      expect(readSentence(`${words} ec2:CreateFleet action`)).toEqual({
        ...NOTHING,
        action: 'ec2:CreateFleet',
      });
    },
  );

  it.each([
    'ec2:RunInst...',
    'ec2:RunInst…',
    'ec2...',
    'execute-api:...',
    '...',
    `ec2:Run... on resource: ${INSTANCE}`,
  ])('is not claimed where it is cut: %s', (cut) => {
    expect(readSentence(`User: ${SESSION} is not authorized to perform: ${cut}`)).toEqual({
      ...NOTHING,
      principalArn: SESSION,
    });
  });

  it('is not read from what CloudFormation names: that is the operation', () => {
    const text = 'API: ec2:RunInstances You are not authorized to perform this operation.';
    expect(readSentence(text)).toBeNull();
  });

  it('is not read from what CloudFormation names where that is cut', () => {
    expect(readSentence('API: ec2:RunInst...')).toBeNull();
  });

  it('is that of the sentence where CloudFormation names another', () => {
    const text = `API: ec2:RunInstances You are not authorized to perform this operation. User: ${SESSION} is not authorized to perform: iam:PassRole`;
    expect(readSentence(text)?.action).toBe('iam:PassRole');
  });
});

describe('the resource', () => {
  const reason = ' because no identity-based policy allows the ec2:RunInstances action';

  it.each([
    ['is not claimed where the sentence means another', ' on the specified resource', null],
    ['is not claimed where it is cut', ` on resource: ${INSTANCE.slice(0, 30)}...`, null],
    ['is not claimed where nothing stands', ' on resource:', null],
    ['is not claimed where it is null', ' on resource: null', null],
    ['is not claimed of KMS', ' on the resource associated with this ciphertext', null],
    ['is read before a full stop', ` on resource: ${INSTANCE}.`, INSTANCE],
    ['is read before words of an SDK', ` on resource: ${INSTANCE} (Service: Ec2)`, INSTANCE],
    ['is read before a closing tag', ` on resource: ${INSTANCE}</Message>`, INSTANCE],
    ['is read without a colon', ` on resource ${INSTANCE}`, INSTANCE],
    ['is read in quotes', ` on resource: "${INSTANCE}"`, INSTANCE],
    ['is read behind a line end', ` on resource:\n${INSTANCE}`, INSTANCE],
    ['is read before a line end and a word', ` on resource: ${INSTANCE}\nDone`, INSTANCE],
    ['is not taken from words further behind', ` and more on resource: ${INSTANCE}`, null],
    ['is not joined with a name where it is a word of its own', ' on resource: my role web', 'my'],
    [
      'is not joined with a name where it is an ARN',
      ' on resource: arn:aws:s3:::role x',
      'arn:aws:s3:::role',
    ],
    [
      'is read of a server certificate',
      ' on resource: server certificate web',
      'server certificate web',
    ],
    ['is read of a bare word with an ARN in it', ' on resource: x-arn:y z', 'x-arn:y'],
    ['is read of a bare word', ' on resource: key-pair/web', 'key-pair/web'],
    [
      'keeps brackets of its own',
      ' on resource: arn:aws:s3:::web/photo(1).',
      'arn:aws:s3:::web/photo(1)',
    ],
    ['loses brackets around it', ` on resource (${INSTANCE}): no`, null],
    ['loses a bracket behind it', ` on resource: (${INSTANCE})`, INSTANCE],
    ['is read of a star', ' on resource: *', '*'],
    ['is read of a role by its name', ' on resource: role web-admin when I try', 'role web-admin'],
    [
      'is read of an instance profile',
      ' on resource: instance profile web.',
      'instance profile web',
    ],
    ['is read of a type without a name', ' on resource: role ', 'role'],
    ['is read of a type with a cut name', ' on resource: role web-ad...', 'role'],
  ])('%s', (_title, resource, expected) => {
    expect(readSentence(sentence('', resource))?.resource).toBe(expected);
  });

  it.each([
    ['is not claimed where it is cut before a reason', `${INSTANCE.slice(0, 30)}...`, null],
    ['is not claimed where nothing stands before a reason', '', null],
    ['is not claimed where only quotes stand before a reason', '""', null],
    ['is not claimed where it is null', 'null', null],
    [
      'keeps a colon of its own',
      'arn:aws:logs:us-east-1:111122223333:log-group:web:log-stream:',
      undefined,
    ],
    ['keeps a dot of its own', 'arn:aws:s3:::bucket/file.', undefined],
    ['keeps spaces of an object in China', 'arn:aws-cn:s3:::bucket/my photo.jpg', undefined],
    ['is the first line of others', 'arn:aws:s3:::bucket/a b\nand c d', 'arn:aws:s3:::bucket/a'],
    ['does not begin in other words', 'the arn:aws:s3:::bucket/a b', 'the'],
    ['keeps spaces of an object', 'arn:aws:s3:::bucket/my holiday photo.jpg', undefined],
    ['loses the quotes around it', `"${INSTANCE}"`, INSTANCE],
    [
      'loses the quotes around an object with spaces',
      '"arn:aws:s3:::bucket/my file"',
      'arn:aws:s3:::bucket/my file',
    ],
    [
      'is joined where a line end broke it',
      `${INSTANCE.slice(0, 30)}\n  ${INSTANCE.slice(30)}`,
      INSTANCE,
    ],
    ['is the first word of others', `${INSTANCE} in our account`, INSTANCE],
    ['is read of a role by its name', 'role web-admin', undefined],
    ['is read of ARN*', 'ARN*', undefined],
  ])('%s', (_title, resource, expected = resource) => {
    const read = readSentence(sentence(reason, ` on resource: ${resource}`));
    expect(read).toMatchObject({ resource: expected, verdict: 'implicit-deny' });
  });

  it('is joined where a line end broke it before the encoded message', () => {
    const broken = `${INSTANCE.slice(0, 30)}\n${INSTANCE.slice(30)}`;
    const text = `${sentence('', ` on resource: ${broken}`)}. Encoded authorization failure message: x`;
    expect(readSentence(text)?.resource).toBe(INSTANCE);
  });

  it('ends before an encoded message in brackets', () => {
    const text = sentence('', ` on resource: ${INSTANCE} \n(encoded message: abc)`);
    expect(readSentence(text)?.resource).toBe(INSTANCE);
  });
});

describe('the authorization id', () => {
  const ID = 'b5m5v5taprqh3yoluoo4dyw0w';
  const link =
    'https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/';

  it.each([
    [
      'is not claimed where it is cut',
      `with the following authorization id: ${ID.slice(0, 9)}...`,
      null,
    ],
    ['is read where it is named', `with the following authorization id: ${ID}`, ID],
    ['is read before a full stop', `with the following authorization id: ${ID}.`, ID],
    ['is read from the link to the console', `Go to ${link}${ID} for complete details`, ID],
  ])('%s', (_title, words, authorizationId) => {
    const text = `${sentence(` with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/no`)}. ${words}`;
    expect(readSentence(text)).toMatchObject({
      authorizationId,
      policyArn: 'arn:aws:iam::111122223333:policy/no',
    });
  });
});

describe('a sentence that CloudTrail cut', () => {
  const whole = encoded(` with an explicit deny in a service control policy: ${SCP}`);

  it('keeps the principal where the cut comes right behind it', () => {
    expect(readSentence(`User: ${SESSION} is not auth...`)).toEqual({
      ...NOTHING,
      principalArn: SESSION,
    });
  });

  it('says at no cut anything but what the whole sentence says', () => {
    const full = readSentence(whole);
    for (let length = 0; length < whole.length; length += 1) {
      const cut = readSentence(`${whole.slice(0, length)}...`) ?? NOTHING;
      for (const [field, value] of Object.entries(cut)) {
        expect([null, Reflect.get(full ?? {}, field)]).toContain(value);
      }
    }
  });
});

it.each([
  encoded(` with an explicit deny in a service control policy: ${SCP}`),
  encoded(' because no identity-based policy allows the ec2:RunInstances action'),
  `User: ${SESSION} is not authorized to perform the following actions: (ec2:RunInstances) action on the resource: ${INSTANCE}. Encoded message: x`,
  `You do not have permissions to perform the ec2:RunInstances action on resource ${INSTANCE}`,
  `User: ${SESSION} is not authorised to perform: ec2:RunInstances action on resources: ${INSTANCE}`,
  `User: ${SESSION} is not authorised to perform: ec2:RunInstances on resource(s) : ${INSTANCE}, authorization id : abcdef`,
])('reads the same however the words are spaced: %s', (text) => {
  const read = readSentence(text);
  expect(read).toMatchObject({ action: 'ec2:RunInstances', resource: INSTANCE });
  expect(readSentence(text.replaceAll(' ', '\n    '))).toEqual(read);
});

it('keeps the principal of a cut sentence whose words are wide apart', () => {
  const cut = readSentence(`User:   ${SESSION} is not auth...`);
  expect(cut?.principalArn).toBe(SESSION);
});

it('reads a principal far from the beginning of a text', () => {
  const text = `${'log '.repeat(3000)}User: ${SESSION} is not authorized to perform: ec2:RunInstances`;
  expect(readSentence(text)?.principalArn).toBe(SESSION);
});

it('reads the second sentence where the first names no action', () => {
  const text = `You are not authorized to perform: that. ${sentence(' with an explicit deny')}`;
  expect(readSentence(text)).toMatchObject({ principalArn: SESSION, verdict: 'explicit-deny' });
});

it('never throws', () => {
  const parts = fc.constantFrom(
    'User: ',
    SESSION,
    ' is not authorized to perform: ',
    'ec2:RunInstances',
    ' on resource: ',
    INSTANCE,
    ' because no ',
    ' with an explicit deny in a ',
    'service control policy',
    ': ',
    '...',
    '\n',
    '"',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 30 }), (words) => {
      readSentence(words.join(''));
    }),
  );
});

describe('a sentence that is left out in part', () => {
  it.each([
    'with an explicit deny in a document that nobody knows',
    'because no policy allows it',
    'AccessDenied',
    'User: arn:aws:iam::111122223333:user/alice is here',
  ])('says nothing in %j', (text) => {
    expect(readSentence(text)).toBeNull();
  });

  it('still gives its reason', () => {
    expect(
      readSentence('You are not authorized … with an explicit deny in a service control policy'),
    ).toEqual({
      ...NOTHING,
      verdict: 'explicit-deny',
      policyType: 'service-control-policy',
    });
    expect(
      readSentence(
        'AccessDenied ... because no permissions boundary allows the ec2:RunInstances action',
      ),
    ).toEqual({
      ...NOTHING,
      verdict: 'implicit-deny',
      policyType: 'permissions-boundary',
      action: 'ec2:RunInstances',
    });
  });

  it('still gives its principal and policy', () => {
    const text =
      'User: arn:aws:iam::111122223333:user/bob is not authorized ...\nwith an explicit deny in an identity-based policy:\narn:aws:iam::111122223333:policy/Mfa';
    expect(readSentence(text)).toEqual({
      ...NOTHING,
      principalArn: 'arn:aws:iam::111122223333:user/bob',
      verdict: 'explicit-deny',
      policyType: 'identity-based',
      policyArn: 'arn:aws:iam::111122223333:policy/Mfa',
    });
    const short =
      'AccessDenied ... explicit deny in an identity-based policy:\n    arn:aws:iam::111122223333:policy/P';
    expect(readSentence(short)).toMatchObject({
      verdict: 'explicit-deny',
      policyArn: 'arn:aws:iam::111122223333:policy/P',
    });
  });
});

describe('an account that was written over with words', () => {
  it.each(['<aws account id>', '[ACCOUNT ID]', '<account>'])('is kept as %s', (account) => {
    const text = `User: arn:aws:iam::${account}:user/bob is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:${account}:instance/* with an explicit deny in a permissions boundary: arn:aws:iam::${account}:policy/B`;
    expect(readSentence(text)).toMatchObject({
      principalArn: `arn:aws:iam::${account}:user/bob`,
      resource: `arn:aws:ec2:us-east-1:${account}:instance/*`,
      policyArn: `arn:aws:iam::${account}:policy/B`,
    });
  });
});
