import { dashboardLink } from '../../core/render/links';
import { GRANTED_ACTIONS } from '../../lib';
import { functionOf, templateOf } from './stand-in';

const template = templateOf({});

/** The widgets of the dashboard; what only AWS knows stands as `<name>`. */
function widgetsOf(of = template) {
  const [{ Properties = {} } = {}] = Object.values(of.findResources('AWS::CloudWatch::Dashboard'));
  const [, parts] = Properties.DashboardBody['Fn::Join'];
  const text = parts.map((part: unknown) => (typeof part === 'string' ? part : '<known to AWS>'));
  return JSON.parse(text.join('')).widgets as readonly Widget[];
}

interface Widget {
  readonly type: string;
  readonly width: number;
  readonly properties: {
    readonly title?: string;
    readonly endpoint?: string;
    readonly params?: object;
    readonly alarms?: readonly string[];
    readonly metrics?: readonly unknown[];
  };
}

it('shows the alarms, the causes, the metrics and the overview', () => {
  const titles = widgetsOf().map(({ type, properties }) => [type, properties.title]);
  expect(titles).toEqual([
    ['text', undefined],
    ['alarm', 'Alarms'],
    ['custom', 'Causes'],
    ['metric', 'Denials by Region'],
    ['metric', 'Denials by reason'],
    ['metric', 'Alerts'],
    ['metric', 'Encoded messages'],
    ['metric', 'Denials that wait'],
    ['metric', 'Age of the oldest, in seconds'],
    ['metric', 'Errors of the functions'],
    ['metric', 'Throttles of the functions'],
    ['metric', 'Duration, 95th percentile'],
    ['custom', 'Overview'],
  ]);
});

it('shows every alarm of the stack', () => {
  const [, alarms] = widgetsOf();
  expect(alarms?.properties.alarms).toHaveLength(
    Object.keys(template.findResources('AWS::CloudWatch::Alarm')).length,
  );
});

it('asks for metrics under the names that the functions count them', () => {
  const text = JSON.stringify(widgetsOf());
  for (const name of ['Denials', 'Alerts', 'HeldBack', 'Decoded', 'NotDecoded'])
    expect(text).toContain(`MetricName=\\"${name}\\"`);
  expect(text).toContain('{LaunchDenied,Region,Reason}');
});

it('draws its lists with a function of its own, whose name CloudWatch looks for', () => {
  const { properties } = functionOf(template, 'customWidget');
  expect(properties).toMatchObject({
    FunctionName: expect.stringMatching(/^customWidget-[\w-]{1,51}$/),
    MemorySize: 512,
    Timeout: 15,
    Environment: { Variables: { RETENTION_DAYS: '90', ALLOW_CHANGES: 'false' } },
  });
});

it('may read the table, and write to it where changes are allowed, and nothing else', () => {
  const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
  const own = ['logs:CreateLogStream', 'logs:PutLogEvents'];
  const traces = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];
  expect(actionsOf(template)).toEqual([...reading, ...own, ...traces]);
  const changing = templateOf({ dashboardChanges: true });
  expect(actionsOf(changing).toSorted()).toEqual(
    [...reading, ...own, ...traces, 'dynamodb:PutItem'].toSorted(),
  );
  expect(functionOf(changing, 'customWidget').properties).toMatchObject({
    Environment: { Variables: { ALLOW_CHANGES: 'true' } },
  });
  const listed = GRANTED_ACTIONS.filter(({ usedBy }) =>
    usedBy.some((user) => user === 'customWidget'),
  );
  expect(listed.map(({ action }) => action).toSorted()).toEqual(
    [...reading, 'dynamodb:PutItem'].toSorted(),
  );
});

function actionsOf(of: typeof template): readonly string[] {
  const roles = Object.values(of.findResources('AWS::IAM::Role'));
  const role = roles.find(({ Properties }) => Properties.Description.includes('dashboard'));
  return role?.Properties.Policies[0].PolicyDocument.Statement.flatMap(
    ({ Action }: { Action: string | string[] }) => Action,
  );
}

it('prints where the dashboard is, in each partition', () => {
  expect(template.toJSON()['Outputs']['DashboardUrl'].Value['Fn::Join'][1]).toEqual([
    'https://',
    { Ref: 'AWS::Region' },
    '.',
    { 'Fn::FindInMap': [expect.any(String), { Ref: 'AWS::Partition' }, 'host'] },
    '/cloudwatch/home?region=',
    { Ref: 'AWS::Region' },
    '#dashboards/dashboard/LaunchDenied-',
    { Ref: 'AWS::Region' },
  ]);
});

it('knows the consoles that alerts link to', () => {
  const [consoles = {}] = Object.values<object>(template.toJSON()['Mappings']);
  const regions = {
    aws: 'us-east-2',
    'aws-us-gov': 'us-gov-west-1',
    'aws-cn': 'cn-north-1',
    'aws-eusc': 'eusc-de-east-1',
  };
  for (const [partition, { host }] of Object.entries<{ host: string }>({ ...consoles }))
    expect(dashboardLink('A', regions[partition as keyof typeof regions])).toContain(`.${host}/`);
  expect(Object.keys(consoles)).toEqual(Object.keys(regions));
});

it('leaves nothing where none is wanted', () => {
  const none = templateOf({ dashboard: false });
  none.resourceCountIs('AWS::CloudWatch::Dashboard', 0);
  none.resourceCountIs('AWS::Lambda::Function', 2);
  expect(JSON.stringify(none.toJSON())).not.toMatch(/dashboard/i);
});
