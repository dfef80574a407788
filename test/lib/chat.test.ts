import { Template } from 'aws-cdk-lib/assertions';
import { App, NestedStack, Stack } from 'aws-cdk-lib/core';
import { LaunchDenied, LaunchDeniedStack } from '../../lib';
import { EVERYBODY, handlerBundle, templateOf, topicOf } from './stand-in';

const TYPES = [
  'AWS::Chatbot::SlackChannelConfiguration',
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration',
];

const template = templateOf(EVERYBODY);
const channels = channelsOf(template);

function channelsOf(of: Template) {
  return TYPES.flatMap((type) => Object.values(of.findResources(type)));
}

function namesOf(of: Template): readonly string[] {
  return channelsOf(of).map(({ Properties }) => Properties.ConfigurationName['Fn::Join'][1][0]);
}

it('is not there where no channel wants it', () => {
  expect(channelsOf(templateOf())).toEqual([]);
  expect(topicOf(templateOf(), 'Chat')).toBe('');
});

it('brings the topic of chat, and no other, into each channel', () => {
  expect(channels).toHaveLength(3);
  for (const { Properties } of channels)
    expect(Properties.SnsTopicArns).toEqual([{ Ref: topicOf(template, 'Chat') }]);
  template.hasResourceProperties('AWS::Chatbot::SlackChannelConfiguration', {
    SlackWorkspaceId: 'T0123ABCD',
    SlackChannelId: 'G0123ABCD',
  });
  template.hasResourceProperties('AWS::Chatbot::MicrosoftTeamsChannelConfiguration', {
    TeamsTenantId: '0a1b2c3d-0000-4000-8000-000000000000',
    TeamId: '0a1b2c3d-0000-4000-8000-000000000001',
    TeamsChannelId: '19%3ab6ef35dc342d56ba5654e6fc6d25a071%40thread.tacv2',
  });
});

it('bounds each channel by a policy of AWS that only reads, and logs nothing', () => {
  for (const { Properties } of channels) {
    expect(Properties.GuardrailPolicies).toEqual([
      {
        'Fn::Join': [
          '',
          ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AmazonEC2ReadOnlyAccess'],
        ],
      },
    ]);
    expect(Properties.LoggingLevel).toBe('NONE');
  }
  expect(JSON.stringify(template.toJSON())).not.toContain('AdministratorAccess');
});

it('gives the channels a role that may do nothing', () => {
  const roles = template.findResources('AWS::IAM::Role');
  for (const { Properties } of channels) {
    const role = roles[Properties.IamRoleArn['Fn::GetAtt'][0]]?.['Properties'];
    expect(Object.keys(role).toSorted()).toEqual([
      'AssumeRolePolicyDocument',
      'Description',
      'Tags',
    ]);
    expect(role.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'chatbot.amazonaws.com' },
      },
    ]);
  }
});

it('names channels as an account has them once: by stack, place, channel and Region', () => {
  const launchDenied = { ...EVERYBODY, handlerBundle };
  const app = new App();
  const nested = ['One', 'Two'].map(
    (name) => new NestedStack(new Stack(app, `Platform${name}`), 'Nested'),
  );
  for (const one of nested) new LaunchDenied(one, 'Denials', launchDenied);
  const stacks = [
    ...['Three', 'A'.repeat(128)].map((name) => new LaunchDeniedStack(app, name, { launchDenied })),
    ...nested,
  ];
  const names = stacks.flatMap((stack) => namesOf(Template.fromStack(stack)));
  expect(new Set(names).size).toBe(4 * 3);
  for (const { Properties } of channelsOf(Template.fromStack(nested[0] ?? new Stack())))
    expect(Properties.ConfigurationName['Fn::Join'][1][1]).toEqual({ Ref: 'AWS::Region' });
  for (const name of names) expect(`${name}ap-southeast-1`).toMatch(/^[\w-]{1,128}$/);
});
