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

const ONE_REGION =
  'accepted are denied launches of this Region, and what forwarders send here: the setting regions deploys forwarders in other Regions, and accepts these alone';

describe('a synthesis says what is covered:', () => {
  it.each<[string, LaunchDeniedProps, readonly string[]]>([
    ['one Region', {}, [ONE_REGION]],
    [
      'Regions, of which one has to be enabled before',
      { regions: ['eu-west-1', 'af-south-1'] },
      [
        'accepted are denied launches of this Region and, through forwarders, of eu-west-1, af-south-1',
        'af-south-1: each has to be enabled in the account before its forwarder can be deployed, and a trail has to cover it',
      ],
    ],
    [
      'a Region that nobody has heard of',
      { regions: ['eu-west-9'] },
      [
        expect.stringContaining('through forwarders, of eu-west-9'),
        'eu-west-9: not among the Regions that this CDK has; look at the name',
      ],
    ],
    [
      'an organization',
      { organization: 'o-a1b2c3d4e5' },
      [ONE_REGION, expect.stringContaining('a hub for the accounts of o-a1b2c3d4e5: deploy')],
    ],
    [
      'accounts',
      { accounts: ['444455556666', '777788889999'] },
      [ONE_REGION, expect.stringContaining('a hub for 444455556666, 777788889999: deploy')],
    ],
  ])('%s', (_name, settings, notes) => {
    const found = infoOf({ ...settings, emails: ['a@example.com'] });
    expect(found.map(({ entry }) => entry.data)).toEqual(notes);
  });
});

const NOBODY =
  'nobody is subscribed to the alerts: give an e-mail address, such as emails=oncall@example.com';

it('says where nobody is subscribed', () => {
  expect(infoOf({}).map(({ entry }) => entry.data)).toContain(NOBODY);
});

it('says that queues and functions have to let the topic send, where there are any', () => {
  const words =
    'a subscribed queue or function receives alerts once its own policy lets the alerts topic send to it';
  expect(infoOf(EVERYBODY).map(({ entry }) => entry.data)).toEqual([ONE_REGION, words]);
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

describe('the Regions that the rule accepts', () => {
  const regionsOf = (settings: LaunchDeniedProps, region?: string): unknown => {
    const env = region === undefined ? {} : { env: { region } };
    const stack = new Stack(new App(), 'Home', env);
    new LaunchDenied(stack, 'LaunchDenied', { ...settings, handlerBundle });
    const [rule] = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'));
    return rule?.['Properties'].EventPattern.region;
  };

  it('are all whose events come, where the setting names none', () => {
    expect(regionsOf({})).toBeUndefined();
  });

  it('are those of the setting and the own one, each once', () => {
    const regions = ['eu-west-1', 'us-east-1'];
    expect(regionsOf({ regions }, 'us-east-1')).toEqual(['us-east-1', 'eu-west-1']);
    expect(regionsOf({ regions: ['eu-west-1'] })).toEqual([{ Ref: 'AWS::Region' }, 'eu-west-1']);
  });
});

it('says that the home Region is alone where the setting names it alone', () => {
  const stack = new Stack(new App(), 'Home', { env: { region: 'us-east-1' } });
  new LaunchDenied(stack, 'LaunchDenied', { regions: ['us-east-1'], handlerBundle });
  Annotations.fromStack(stack).hasInfo(
    '*',
    'accepted are denied launches of us-east-1 alone, whatever forwarders send here',
  );
});
