import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { App, Stack, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { LaunchDeniedStack } from '../../lib';
import { EVERYBODY, handlerBundle } from './stand-in';

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

describe.each([
  ['the stack', {}],
  ['the stack with every receiver and filters', EVERYBODY],
])('%s', (_, settings) => {
  const app = checkedApp();
  const launchDenied = { ...settings, handlerBundle };
  const stack = new LaunchDeniedStack(app, 'LaunchDenied', { launchDenied });

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
    expect(acknowledged).toEqual([
      ...OF_A_ROLE,
      ...OF_A_ROLE,
      expect.stringMatching(/AwsSolutions-SQS3.*dead-letter queue of a rule target/),
      expect.stringMatching(/AwsSolutions-IAM5\[Resource::\*\].*have no resource types/),
    ]);
  });
});
