import { readDecodedMessage } from '../../../core/decoded/decoded-message';

const items = (...values: string[]) => ({ items: values.map((value) => ({ value })) });
const ARN = 'arn:aws:sts::111122223333:assumed-role/web/s';

const MESSAGE = {
  allowed: false,
  explicitDeny: true,
  matchedStatements: {
    items: [
      {
        statementId: 'OnlySmall',
        effect: 'DENY',
        principals: items('AROAX:s'),
        principalGroups: { items: [] },
        actions: items('ec2:RunInstances'),
        resources: items('*'),
        conditions: { items: [{ key: 'ec2:InstanceType', values: items('t3.micro', 't3.small') }] },
      },
    ],
  },
  failures: { items: [] },
  context: {
    principal: { id: 'AROAX:s', arn: ARN },
    action: 'RunInstances',
    resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
    conditions: { items: [{ key: 'ec2:InstanceType', values: items('m5.large') }] },
  },
};

const SILENT = {
  explicitDeny: null,
  matchedStatements: [],
  principalId: null,
  principalArn: null,
  action: null,
  resource: null,
  conditions: [],
};

describe('readDecodedMessage', () => {
  test.each([null, 'text', 7, [], {}, { allowed: false }, { Statement: [] }])(
    'takes %j for no decoded message',
    (value) => {
      expect(readDecodedMessage(value)).toBeNull();
    },
  );

  test('reads the grammar of STS', () => {
    expect(readDecodedMessage(MESSAGE)).toEqual({
      explicitDeny: true,
      matchedStatements: [
        {
          sid: 'OnlySmall',
          effect: 'DENY',
          principals: ['AROAX:s'],
          actions: ['ec2:RunInstances'],
          resources: ['*'],
          conditions: [{ key: 'ec2:InstanceType', values: ['t3.micro', 't3.small'] }],
        },
      ],
      principalId: 'AROAX:s',
      principalArn: ARN,
      action: 'ec2:RunInstances',
      resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
      conditions: [{ key: 'ec2:InstanceType', values: ['m5.large'] }],
    });
  });

  test('reads plain arrays in place of wrapped lists', () => {
    const plain = {
      explicitDeny: false,
      matchedStatements: [{ actions: ['iam:*'], conditions: [{ key: 'k', values: ['v'] }] }],
      context: { conditions: [{ key: 'aws:Region', values: ['eu-west-1'] }] },
    };
    expect(readDecodedMessage(plain)).toMatchObject({
      matchedStatements: [
        {
          sid: '',
          effect: 'DENY',
          principals: [],
          actions: ['iam:*'],
          resources: [],
          conditions: [{ key: 'k', values: ['v'] }],
        },
      ],
      conditions: [{ key: 'aws:Region', values: ['eu-west-1'] }],
    });
  });

  test.each([
    ['true', true],
    ['false', false],
    [true, true],
    [false, false],
    ['maybe', null],
    [1, null],
  ])('reads explicitDeny %j as %j', (explicitDeny, expected) => {
    expect(readDecodedMessage({ explicitDeny })).toEqual({ ...SILENT, explicitDeny: expected });
  });

  test('keeps what is readable of a message edited by hand', () => {
    const edited = {
      matchedStatements: { items: ['none', { statementId: 7, effect: 'Deny', actions: 'all' }] },
      context: { principal: 'gone', action: 7, resource: null, conditions: { items: 'gone' } },
    };
    expect(readDecodedMessage(edited)).toEqual({
      ...SILENT,
      matchedStatements: [
        { sid: '', effect: 'DENY', principals: [], actions: [], resources: [], conditions: [] },
      ],
    });
    expect(readDecodedMessage({ context: 'gone', matchedStatements: 7 })).toEqual(SILENT);
    expect(readDecodedMessage({ context: {} })).toEqual(SILENT);
    const oddItems = { matchedStatements: { items: [{ actions: { items: [7, 'a'] } }] } };
    expect(readDecodedMessage(oddItems)?.matchedStatements[0]?.actions).toEqual(['a']);
  });

  test('reads the older shape, in which each item is wrapped', () => {
    const old = (key: string) => ({ item: { key, values: [{ item: 'v' }] } });
    const plain = { key: 'plain', values: ['w'] };
    const context = { conditions: { items: [old('aws:Region'), plain] } };
    expect(readDecodedMessage({ context })?.conditions).toEqual([
      { key: 'aws:Region', values: ['v'] },
      { key: 'plain', values: ['w'] },
    ]);
  });

  test('drops conditions without a key and takes conditions without values', () => {
    const context = { conditions: { items: [{ values: items('v') }, { key: 'k' }] } };
    expect(readDecodedMessage({ context })?.conditions).toEqual([{ key: 'k', values: [] }]);
  });

  test('keeps an effect of ALLOW and an action with its prefix', () => {
    const allow = {
      matchedStatements: { items: [{ effect: 'ALLOW' }] },
      context: { action: 'iam:PassRole' },
    };
    expect(readDecodedMessage(allow)).toMatchObject({
      action: 'iam:PassRole',
      matchedStatements: [{ effect: 'ALLOW' }],
    });
  });

  test('takes what an emulator answers for every message as no finding', () => {
    const emulated = {
      explicitDeny: false,
      context: {
        principal: { id: 'UNKNOWN', arn: 'UNKNOWN' },
        action: 'UNKNOWN',
        resource: 'UNKNOWN',
      },
    };
    expect(readDecodedMessage(emulated)).toEqual({ ...SILENT, explicitDeny: false });
    expect(readDecodedMessage({ context: { action: '', resource: '' } })).toEqual(SILENT);
  });
});
