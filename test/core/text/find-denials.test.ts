import fc from 'fast-check';
import { findDenials } from '../../../core/text/find-denials';
import { encodedSample } from '../message/encoded-sample';
import { recordSample, successSample } from './record-sample';

const MESSAGE = encodedSample(640);
const OTHER = encodedSample(612, 7);
const SESSION = 'arn:aws:sts::111122223333:assumed-role/ci-runner/i-0123456789abcdef0';
const SUBNET = 'arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123456789abcdef0';
const SCP =
  'arn:aws:organizations::444455556666:policy/o-abcdefghij/service_control_policy/p-0abc1234';
const LEAD = 'You are not authorized to perform this operation.';
const ENCODED = `${LEAD} Encoded authorization failure message: ${MESSAGE}`;
const SENTENCE = `${LEAD} User: ${SESSION} is not authorized to perform: ec2:RunInstances on resource: ${SUBNET} with an explicit deny in a service control policy: ${SCP}. Encoded authorization failure message: ${MESSAGE}`;
const CLI = `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: ${SENTENCE}`;
const DECODED = {
  allowed: false,
  explicitDeny: true,
  matchedStatements: { items: [] },
  context: { principal: { id: 'AROA:x', arn: SESSION }, action: 'RunInstances', resource: SUBNET },
};

const lines = (change: (line: string) => string) => (text: string) =>
  text.split('\n').map(change).join('\n');
const wrap = (width: number) => (text: string) =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [''])
    .join('\n');
const json = (text: string) => JSON.stringify({ level: 'error', msg: text, ts: 1 });

describe('a text without a denial', () => {
  it.each([
    ['is empty', ''],
    ['is prose', 'hello there'],
    ['is JSON', '{"a":1}'],
    [
      'is a policy',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:RunInstances"}]}',
    ],
    [
      'is a dry run',
      'An error occurred (DryRunOperation) when calling the RunInstances operation: Request would have succeeded, but DryRun flag is set.',
    ],
    ['is a record of success', JSON.stringify(successSample())],
    [
      'is a record of a dry run',
      JSON.stringify(
        recordSample({
          errorCode: 'Client.DryRunOperation',
          errorMessage: 'Request would have succeeded',
        }),
      ),
    ],
    [
      'is a command with a placeholder',
      'aws sts decode-authorization-message --encoded-message <value>',
    ],
    [
      'is an error of the decoder',
      'An error occurred (InvalidAuthorizationMessageException) when calling the DecodeAuthorizationMessage operation: Message is not valid',
    ],
  ])('gives nothing where it %s', (_title, text) => {
    expect(findDenials(text)).toEqual([]);
  });
});

describe('one denial', () => {
  const expected = {
    stated: {
      principalArn: SESSION,
      action: 'ec2:RunInstances',
      resource: SUBNET,
      verdict: 'explicit-deny',
      policyType: 'service-control-policy',
      policyArn: SCP,
    },
    requested: { action: 'ec2:RunInstances' },
    operation: 'RunInstances',
    operationWitness: 'requested',
    message: { kind: 'whole', encoded: MESSAGE },
    region: 'us-east-1',
    decoded: null,
  };

  const FORMS: readonly (readonly [title: string, form: (text: string) => string])[] = [
    ['as it is', (text) => text],
    ['with line ends of Windows', (text) => `${text}\r\n\r\n`],
    ['wrapped at 60 columns', wrap(60)],
    ['wrapped at 80 columns', wrap(80)],
    ['wrapped at 137 columns', wrap(137)],
    ['wrapped at 300 columns', wrap(300)],
    [
      'wrapped, without spaces at line ends',
      (text) => lines((line) => line.trimEnd())(wrap(80)(text)),
    ],
    ['wrapped and indented', (text) => lines((line) => `    ${line}`)(wrap(76)(text))],
    ['in the box of Terraform', lines((line) => `│ ${line}`)],
    ['wrapped, in a box', (text) => lines((line) => `│ ${line.padEnd(76)} │`)(wrap(76)(text))],
    ['quoted in a mail', (text) => lines((line) => `>> ${line}`)(wrap(72)(text))],
    ['in a log line of JSON', json],
    ['in a log line in a log line', (text) => json(json(text))],
    ['in a log line three deep', (text) => json(json(json(text)))],
    ['in a wrapped log line', (text) => wrap(80)(json(text))],
    [
      'in colours',
      (text) => `\u001b[31m${text.replace('error', '\u001b[1merror\u001b[0m')}\u001b[0m`,
    ],
    [
      'in colours as syslog writes them',
      (text) => `Jan 12 10:00:00 a b[12]: #033[31;1m${text}#033[0;m`,
    ],
    ['in HTML', (text) => `<pre>${text.replaceAll(':', '&#58;')}</pre>`],
    ['in XML', (text) => `${text.replace(LEAD, `<Message>${LEAD}`)}</Message></Error></Errors>`],
    ['in bold type', (text) => `**${text}**`],
    ['in a code block', (text) => `\`\`\`\n${text}\n\`\`\``],
    ['in quotes of a word processor', (text) => `“${text}”`],
    ['with hard spaces', (text) => text.replaceAll(' ', '\u00a0')],
    ['with invisible characters', (text) => text.replaceAll(/(.{40})/g, '$1\u200b')],
    ['behind the name of a container', (text) => `web_1  | ${text}`],
    ['said twice', (text) => `${text}\n\n${text}`],
    ['between a command and a prompt', (text) => `$ aws ec2 run-instances\n\n${text}\n$ `],
    [
      'with the status behind it',
      (text) => `${text}\n\tstatus code: 403, request id: 7a205582-0850-4fa1-8ed3-fe3c111d58c4`,
    ],
    [
      'as botocore prints it',
      (text) => `{'Error': {'Code': 'UnauthorizedOperation', 'Message': '${text}'}}`,
    ],
    [
      'as Java prints it',
      (text) =>
        `${text} (Service: AmazonEC2; Status Code: 403; Error Code: UnauthorizedOperation)\n\tat com.amazonaws.services.ec2.AmazonEC2Client.runInstances(A.java:1)`,
    ],
    [
      'with the command that decodes it',
      (text) => `${text}\n\n$ aws sts decode-authorization-message --encoded-message ${MESSAGE}`,
    ],
  ];

  it.each(FORMS)('is found %s', (_title, form) => {
    const found = findDenials(form(CLI));
    expect(found).toMatchObject([expected]);
  });

  it('keeps its ARNs in every form', () => {
    const role = fc.stringMatching(/^arn:aws(?:-cn|-us-gov)?:iam::\d{12}:role\/[\w+=,@-]{1,64}$/);
    const user = fc.stringMatching(/^arn:aws:iam::\d{12}:user\/[\w+=,@-]{1,64}$/);
    fc.assert(
      fc.property(role, user, fc.constantFrom(...FORMS), (resource, principalArn, [, form]) => {
        const text = `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: ${LEAD} User: ${principalArn} is not authorized to perform: iam:PassRole on resource: ${resource} because no identity-based policy allows the iam:PassRole action. Encoded authorization failure message: ${MESSAGE}`;
        const [found] = findDenials(form(text));
        expect(found?.stated).toMatchObject({
          principalArn,
          resource,
          policyType: 'identity-based',
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('several denials', () => {
  it('are several where tools list them', () => {
    const text = `* aws_instance.a: Error launching source instance: UnauthorizedOperation: ${ENCODED}\n\tstatus code: 403\n* aws_ebs_volume.b: Error creating EC2 volume: UnauthorizedOperation: ${ENCODED.replace(MESSAGE, OTHER)}`;
    expect(findDenials(text)).toMatchObject([
      { operation: 'RunInstances', message: { encoded: MESSAGE } },
      { operation: 'CreateVolume', message: { encoded: OTHER } },
    ]);
  });

  it('are several on one line', () => {
    const text = `"AWS::EC2::Route DELETE_FAILED: API: ec2:DeleteRoute ${ENCODED}", "AWS::EC2::Subnet DELETE_FAILED: API: ec2:DeleteSubnet ${ENCODED.replace(MESSAGE, OTHER)}"`;
    expect(findDenials(text)).toMatchObject([
      { requested: { action: 'ec2:DeleteRoute' }, message: { encoded: MESSAGE } },
      { requested: { action: 'ec2:DeleteSubnet' }, message: { encoded: OTHER } },
    ]);
  });

  it('are several records', () => {
    const second = recordSample({ eventName: 'CreateFleet', requestID: 'other' });
    const text = JSON.stringify({ Records: [recordSample(), successSample(), second] });
    expect(findDenials(text)).toMatchObject([
      { operation: 'RunInstances' },
      { operation: 'CreateFleet' },
    ]);
  });

  it('do not take the operation from the text of the one before', () => {
    const text = `calling the CreateVolume operation: ${LEAD}\n${'-'.repeat(2001)}\n${SENTENCE}`;
    expect(findDenials(text)).toMatchObject([{ operation: 'CreateVolume' }, { operation: null }]);
  });
});

describe('a denial in parts', () => {
  it('is a record with its error', () => {
    const text = `${JSON.stringify(recordSample(), null, 2)}\nand the CLI said\n${CLI}`;
    expect(findDenials(text)).toMatchObject([
      {
        requested: { principal: { kind: 'role-session' }, launch: { instanceTypes: ['t3.large'] } },
        stated: { action: 'ec2:RunInstances' },
        message: { encoded: MESSAGE },
      },
    ]);
  });

  it.each([
    ['its error', CLI, 'whole'],
    [
      'the command that decoded it',
      `aws sts decode-authorization-message --encoded-message ${MESSAGE}`,
      'whole',
    ],
    ['a cut command', `--encoded-message ${MESSAGE.slice(0, 26)}... \\\n| jq .`, 'cut'],
    [
      'the command without it',
      '$ aws sts decode-authorization-message --encoded-message <message>',
      'absent',
    ],
    ['its record', JSON.stringify(recordSample()), 'cut'],
  ])('is a decoded message with %s', (_title, text, kind) => {
    const found = findDenials(`${text}\n${JSON.stringify(DECODED, null, 2)}`);
    expect(found).toMatchObject([
      { decoded: { action: 'ec2:RunInstances', resource: SUBNET }, message: { kind } },
    ]);
  });

  it('is a decoded message alone', () => {
    expect(findDenials(JSON.stringify({ DecodedMessage: JSON.stringify(DECODED) }))).toMatchObject([
      { decoded: { explicitDeny: true }, stated: null, message: { kind: 'absent' } },
    ]);
  });

  it('is an encoded message alone', () => {
    expect(findDenials(`${MESSAGE}\n`)).toMatchObject([{ message: { encoded: MESSAGE } }]);
  });

  it('is a code alone', () => {
    expect(findDenials('Client.UnauthorizedOperation')).toMatchObject([{ stated: null }]);
  });
});

describe('any text', () => {
  const parts = fc.constantFrom(
    CLI,
    ENCODED,
    LEAD,
    MESSAGE,
    SESSION,
    SCP,
    JSON.stringify(recordSample()),
    JSON.stringify(DECODED),
    '--encoded-message ',
    '"eventName": "',
    '\n',
    '│ ',
    '> ',
    '\\',
    '"',
    "'",
    '{',
    '}',
    '...',
    '\u001b[31m',
  );
  const cut = fc.tuple(parts, fc.nat(), fc.nat()).map(([text, from, to]) => {
    const start = from % (text.length + 1);
    return text.slice(start, start + (to % (text.length + 1)));
  });

  it('never makes it throw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(parts, cut, fc.string({ unit: 'binary' })), { maxLength: 12 }),
        (words) => {
          findDenials(words.join(''));
        },
      ),
      { numRuns: 75 },
    );
  });

  it.each([
    ['errors', `${CLI}\n`],
    ['records', `${JSON.stringify(recordSample(), null, 1)},\n`],
    ['letters', 'aB3_'],
    ['blanks', ' \n'],
    ['quotes', '"a\n'],
    ['backslashes', '\\"'],
    ['beginnings', 'not authorized to perform: a:b encoded message: '],
    ['braces', '{"eventName":'],
  ])('costs time in proportion to its length: %s', (_title, unit) => {
    const costOf = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const start = process.cpuUsage();
      findDenials(text);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    costOf(20_000);
    expect(costOf(200_000)).toBeLessThan(25 * Math.max(costOf(20_000), 20));
  });
});

describe('a refusal that is told in part', () => {
  it('is found by its reason', () => {
    const text =
      'UnauthorizedOperation: You are not authorized ... with an explicit deny in a service control policy';
    expect(findDenials(text)).toMatchObject([
      { stated: { verdict: 'explicit-deny', policyType: 'service-control-policy' } },
    ]);
  });

  it('is not found in manuals and programs', () => {
    expect(findDenials('with an explicit deny in a service control policy')).toEqual([]);
    expect(
      findDenials(
        'f"{who} is not authorized because no identity-based policy allows the {action} action"',
      ),
    ).toEqual([]);
  });

  it('is found by a code that names the action', () => {
    const text =
      'An error occurred (AuthFailure.ServiceLinkedRoleCreationNotPermitted) when calling the RunInstances operation: The provided credentials do not have permission.';
    expect(findDenials(text)).toMatchObject([
      { stated: { action: 'iam:CreateServiceLinkedRole' }, operation: 'RunInstances' },
    ]);
  });
});

describe('a record in a cell of CSV', () => {
  it('is read with its doubled quotes', () => {
    const cell = JSON.stringify(recordSample()).replaceAll('"', '""');
    expect(findDenials(`time,message\n"today","${cell}"\n`)).toMatchObject([
      { requested: { operation: 'RunInstances' } },
    ]);
  });
});
