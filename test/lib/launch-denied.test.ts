import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { App, NestedStack, Stack } from 'aws-cdk-lib/core';
import { LaunchDenied, type LaunchDeniedProps } from '../../lib';
import { handlerBundle } from './stand-in';

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

it('says where nobody is subscribed', () => {
  expect(infoOf({}).map(({ entry }) => entry.data)).toContain(
    'no e-mail address is subscribed to the alerts: give one, such as emails=oncall@example.com',
  );
});

it('can be embedded in a nested stack of another app', () => {
  const nested = new NestedStack(new Stack(new App(), 'Platform'), 'Nested');
  new LaunchDenied(nested, 'Denials', { handlerBundle });
  Template.fromStack(nested).resourceCountIs('AWS::SSM::Parameter', 1);
});
