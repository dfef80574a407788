// The file of a forwarder is the CDK's forwarder: with parameters given as properties, both are the same.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { ForwarderStack, type ForwarderStackProps } from '../../lib';
import { writeFile } from '../../lib/one-file';
import { parseTemplate } from '../../lib/one-file/template';
import { FUNCTION_ROLES, HOME, READER } from '../lib/forwarder/stacks';
import { type Given, resolved } from './resolved';

const outdir = mkdtempSync(join(tmpdir(), 'launch-denied-test-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const { template } = writeFile('forwarder', { outdir: join(outdir, 'file') });

const PLACE = {
  'AWS::AccountId': '444455556666',
  'AWS::Region': 'us-east-1',
} as const;
const AT_HOME = {
  HomeAccount: HOME.account,
  HomeRegion: HOME.region,
  HomeStackName: HOME.stackName,
};
const TO_READ = {
  ...AT_HOME,
  FunctionRoleArns: FUNCTION_ROLES.join(','),
  OrganizationId: READER.organization,
};
const OPERATIONS = [
  'RunInstances',
  'CreateFleet',
  'RequestSpotInstances',
  'RequestSpotFleet',
  'StartInstances',
] as const;

/** The stack as the CDK makes it, in the same place. */
function stackOf(props: Partial<ForwarderStackProps>, place: Given) {
  const app = new App({ analyticsReporting: false, outdir: mkdtempSync(join(outdir, 'cdk-')) });
  const given = { home: HOME, operations: OPERATIONS, ...props };
  const stack = new ForwarderStack(app, 'LaunchDeniedForwarder', given);
  app.synth();
  const text = readFileSync(join(app.outdir, stack.templateFile), 'utf8');
  return resolved(parseTemplate(JSON.parse(text)), 'Forwarder', {}, place);
}

const comparable = ({ Resources }: ReturnType<typeof resolved>): object =>
  JSON.parse(JSON.stringify(Resources));

const { organization: _, ...ANY_READER } = READER;

type Case = readonly [string, Given, Partial<ForwarderStackProps>, Given];

const CASES: readonly Case[] = [
  [
    'in another Region of the home account',
    AT_HOME,
    {},
    { 'AWS::AccountId': HOME.account, 'AWS::Region': 'eu-west-1' },
  ],
  ['in a member account without a reader role', AT_HOME, {}, PLACE],
  ['in a member account', TO_READ, { reader: READER }, PLACE],
  ['in another Region of a member account', TO_READ, {}, { ...PLACE, 'AWS::Region': 'eu-west-1' }],
  [
    'where the reader role is wanted in another Region',
    { ...TO_READ, ReaderRegion: 'eu-west-1' },
    { reader: READER },
    { ...PLACE, 'AWS::Region': 'eu-west-1' },
  ],
  [
    'in the Region of home, where the reader role is wanted elsewhere',
    { ...TO_READ, ReaderRegion: 'eu-west-1' },
    {},
    PLACE,
  ],
  [
    'without an organization and a simulator',
    { ...TO_READ, OrganizationId: '', Simulate: 'false' },
    { reader: { ...ANY_READER, simulate: false } },
    PLACE,
  ],
  [
    'of the home account, where functions read themselves',
    TO_READ,
    {},
    { 'AWS::AccountId': HOME.account, 'AWS::Region': 'eu-west-1' },
  ],
  [
    'in the place of the home stack, disabled',
    TO_READ,
    { enabled: false },
    { 'AWS::AccountId': HOME.account, 'AWS::Region': 'us-east-1' },
  ],
  [
    'of other operations',
    { ...AT_HOME, Operations: 'RunInstances,ModifyFleet' },
    { operations: ['RunInstances', 'ModifyFleet'] },
    PLACE,
  ],
];

test.each(CASES)('%s the file is the forwarder of the CDK', (_name, given, props, place) => {
  const file = resolved(template, 'Forwarder', given, place);
  expect(comparable(file)).toEqual(comparable(stackOf(props, place)));
});
