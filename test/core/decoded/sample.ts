// Invented decoded messages, and the forms in which people paste them.

const items = (...values: string[]) => ({ items: values.map((value) => ({ value })) });

const condition = (key: string, ...values: string[]) => ({ key, values: items(...values) });

export const PRINCIPAL_ARN = 'arn:aws:sts::111122223333:assumed-role/web/s';
export const RESOURCE = 'arn:aws:ec2:eu-west-1:111122223333:instance/*';

/** An explicit deny with two statements, and a request with conditions. */
export const EXPLICIT = {
  allowed: false,
  explicitDeny: true,
  matchedStatements: {
    items: [
      {
        statementId: 'OnlySmall',
        effect: 'DENY',
        principals: items('AROAX7:s'),
        principalGroups: { items: [] },
        actions: items('ec2:RunInstances', 'ec2:CreateVolume'),
        resources: items('arn:aws:ec2:*:*:instance/*'),
        conditions: {
          items: [
            condition('ec2:InstanceType', 't3.micro', 't3.small'),
            condition('aws:RequestTag/Team', 'true'),
          ],
        },
      },
      {
        statementId: '',
        effect: 'DENY',
        principals: items('AROAX7:s'),
        principalGroups: { items: [] },
        actions: items('*'),
        resources: items('*'),
        conditions: { items: [] },
      },
    ],
  },
  failures: { items: [] },
  context: {
    principal: { id: 'AROAX7:s', arn: PRINCIPAL_ARN },
    action: 'ec2:RunInstances',
    resource: RESOURCE,
    conditions: {
      items: [
        condition('ec2:InstanceType', 'm5.large'),
        condition('aws:Account', '111122223333'),
        condition('aws:Region', 'eu-west-1'),
      ],
    },
  },
};

/** The same, with values that are JSON, prose, and a path themselves. */
export const QUOTED = {
  ...EXPLICIT,
  context: {
    ...EXPLICIT.context,
    conditions: {
      items: [
        condition('ec2:Attribute/Groups', '["sg-0123456789abcdef0"]'),
        condition('aws:RequestTag/Note', 'it\'s a "test", ok'),
        condition('aws:RequestTag/Path', 'C:\\new\\'),
      ],
    },
  },
};

/** An implicit deny. */
export const IMPLICIT = {
  allowed: false,
  explicitDeny: false,
  matchedStatements: { items: [] },
  failures: { items: [] },
  context: {
    principal: { id: 'AIDAX7', name: 'ann', arn: 'arn:aws:iam::111122223333:user/ann' },
    action: 'iam:PassRole',
    resource: 'arn:aws:iam::111122223333:role/web',
    conditions: { items: [condition('aws:Service', 'iam')] },
  },
};

export type Message = typeof EXPLICIT;

export const compact = (message: unknown) => JSON.stringify(message);
export const pretty = (message: unknown) => JSON.stringify(message, null, 4);
export const answer = (message: unknown, indent?: number) =>
  JSON.stringify({ DecodedMessage: compact(message) }, null, indent);

export const lines = (text: string, change: (line: string, index: number) => string) =>
  text.split('\n').map(change).join('\n');
