import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { App, NestedStack, Stack } from 'aws-cdk-lib/core';
import { LaunchDenied, type LaunchDeniedProps } from '../../lib';
import { EVERYBODY, handlerBundle, templateOf, topicOf } from './stand-in';

const infoOf = (props: LaunchDeniedProps) => {
  const stack = new Stack();
  new LaunchDenied(stack, 'LaunchDenied', { ...props, handlerBundle });
  return Annotations.fromStack(stack).findInfo('*', Match.anyValue());
};

it('refuses a setting that is not allowed', () => {
  expect(() => new LaunchDenied(new Stack(), 'LaunchDenied', { retentionDays: 0 })).toThrow(
    'retentionDays is 0: give a whole number of days from 1 to 3650',
  );
});

it('says that it covers one Region', () => {
  expect(infoOf({ emails: ['a@example.com'] }).map(({ entry }) => entry.data)).toEqual([
    'this Region only: denied launches in other Regions are not seen',
  ]);
});

const NOBODY =
  'nobody is subscribed to the alerts: give an e-mail address, such as emails=oncall@example.com';

it('says where nobody is subscribed', () => {
  expect(infoOf({}).map(({ entry }) => entry.data)).toContain(NOBODY);
});

it('says that queues and functions have to let the topic send, where there are any', () => {
  const words =
    'a subscribed queue or function receives alerts once its own policy lets the alerts topic send to it';
  expect(infoOf(EVERYBODY).map(({ entry }) => entry.data)).toEqual([
    'this Region only: denied launches in other Regions are not seen',
    words,
  ]);
});

it('makes topics for chat and sms only where somebody receives them', () => {
  const { emails, slack, subscriptions } = EVERYBODY;
  const sms = subscriptions.filter(({ protocol }) => protocol === 'sms');
  templateOf().resourceCountIs('AWS::SNS::Topic', 1);
  templateOf({ emails, slack }).resourceCountIs('AWS::SNS::Topic', 2);
  templateOf({ emails, subscriptions: sms }).resourceCountIs('AWS::SNS::Topic', 2);
  templateOf(EVERYBODY).resourceCountIs('AWS::SNS::Topic', 3);
});

it('subscribes telephones to the topic of text messages, and all else to the alerts', () => {
  const template = templateOf(EVERYBODY);
  const [alerts, texts] = [topicOf(template, 'Alerts'), topicOf(template, 'Texts')];
  const found = Object.values(template.findResources('AWS::SNS::Subscription'));
  expect(found.map(({ Properties: { Protocol, TopicArn } }) => [Protocol, TopicArn.Ref])).toEqual([
    ['email', alerts],
    ['email', alerts],
    ['email-json', alerts],
    ['https', alerts],
    ['sqs', alerts],
    ['lambda', alerts],
    ['sms', texts],
  ]);
});

it('stays far from the 1 MB that CloudFormation takes, with all that can be chosen', () => {
  const many = Array.from({ length: 100 }, (_, at) => `oncall-${at}@example.com`);
  const text = JSON.stringify(templateOf({ ...EVERYBODY, emails: many }).toJSON());
  expect(text.length).toBeLessThan(100_000);
});

it('can be embedded in a nested stack of another app', () => {
  const nested = new NestedStack(new Stack(new App(), 'Platform'), 'Nested');
  new LaunchDenied(nested, 'Denials', { handlerBundle });
  Template.fromStack(nested).resourceCountIs('AWS::SSM::Parameter', 1);
});
