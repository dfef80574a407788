import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { App, Stack, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import {
  ForwarderStack,
  type ForwarderStackProps,
  LaunchDeniedStack,
  type LaunchDeniedSettings,
} from '../../lib';
import { HOME, READER } from './forwarder/stacks';
import { EVERYBODY, handlerBundle } from './stand-in';

// The checks read properties that the CDK deprecates, and would say so each time.
process.env.JSII_DEPRECATED = 'quiet';

function checkedApp(): App {
  const app = new App();
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

function findingsIn(app: App): unknown {
  const report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'));
  return report.pluginReports;
}

it('finds fault with a queue made without thought', () => {
  const app = checkedApp();
  new Queue(new Stack(app, 'Careless'), 'Queue');
  expect(() => app.synth()).toThrow('AwsSolutions-SQS4');
});

/** What each role of a function is excused for, with the setting `simulate`. */
const OF_A_ROLE = [
  expect.stringMatching(/AwsSolutions-IAM5\[Resource::\*\].*have no resource types/),
  expect.stringMatching(/AwsSolutions-IAM5\[Resource::arn:.*:role\/\*\].*might be denied/),
  expect.stringMatching(/AwsSolutions-IAM5\[Resource::arn:.*:user\/\*\].*might be denied/),
];

/** What each role of a function of a hub is excused for besides. */
const OF_A_HUB = [
  ...OF_A_ROLE,
  expect.stringMatching(/AwsSolutions-IAM5\[Resource::arn:.*\*:role\/LaunchDenied-reader\]/),
];
const OF_A_DEAD_LETTER_QUEUE = expect.stringMatching(
  /AwsSolutions-SQS3.*dead-letter queue of a rule target/,
);
const OF_A_WIDGET = expect.stringMatching(
  /AwsSolutions-IAM5\[Resource::\*\].*have no resource types/,
);

const home = (settings: LaunchDeniedSettings) => (app: App) =>
  new LaunchDeniedStack(app, 'LaunchDenied', { launchDenied: { ...settings, handlerBundle } });

const forwarder = (props: Partial<ForwarderStackProps>) => (app: App) =>
  new ForwarderStack(app, 'Forwarder', { home: HOME, operations: ['RunInstances'], ...props });

type Case = readonly [string, (app: App) => Stack, readonly unknown[]];

const HUB = [...OF_A_HUB, ...OF_A_HUB, OF_A_DEAD_LETTER_QUEUE, OF_A_WIDGET];
const ONE = [...OF_A_ROLE, ...OF_A_ROLE, OF_A_DEAD_LETTER_QUEUE, OF_A_WIDGET];

describe.each<Case>([
  ['the stack', home({}), ONE],
  ['the stack with every receiver and filters', home(EVERYBODY), ONE],
  ['the stack of three Regions', home({ regions: ['eu-west-1', 'eu-west-2'] }), ONE],
  ['the hub of an organization', home({ organization: 'o-a1b2c3d4e5' }), HUB],
  ['the hub of accounts', home({ accounts: ['444455556666'] }), HUB],
  ['a forwarder', forwarder({}), [OF_A_DEAD_LETTER_QUEUE]],
  [
    'a forwarder in a member account',
    forwarder({ reader: READER }),
    [OF_A_DEAD_LETTER_QUEUE, expect.stringMatching(/Resource::\*/), ...OF_A_ROLE.slice(1)],
  ],
])('%s', (_, make, excused) => {
  const app = checkedApp();
  const stack = make(app);

  it('passes AwsSolutions', () => {
    app.synth();
    expect(findingsIn(app)).toEqual([]);
  });

  it('acknowledges these findings, each with its reason', () => {
    const acknowledged = stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .map(({ data }) => JSON.stringify(data));
    expect(acknowledged).toEqual(excused);
  });
});
