// The app with forwarders in other Regions.
import { buildApp } from '../../lib';
import { handlerBundle } from './stand-in';

const env = { account: '111122223333', region: 'us-east-1' };
const KEY = 'launch-denied:enabled-regions:account=111122223333';

/** The Regions that are enabled in an account by default, and two that were opted into. */
const ENABLED =
  'af-south-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-central-2 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'.split(
    ' ',
  );

const assembly = (context: Readonly<Record<string, unknown>>) =>
  buildApp({ handlerBundle, context, env });

const stacksOf = (context: Readonly<Record<string, unknown>>) =>
  assembly(context)
    .synth()
    .stacks.map(({ stackName, environment: { region } }) => `${stackName} in ${region}`)
    .toSorted();

describe('refuses', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'Regions of another partition',
      { regions: 'eu-west-1,us-gov-west-1,cn-north-1' },
      'us-gov-west-1, cn-north-1 lie in another partition than the home Region us-east-1 (aws)',
    ],
    [
      'Regions of China, where no event bus takes events of another Region',
      { regions: 'cn-northwest-1', homeRegion: 'cn-north-1' },
      'deploy a home stack in each of cn-north-1, cn-northwest-1, without regions',
    ],
    ['all Regions that nobody looked up', { regions: 'all-enabled' }, 'npx . lookup'],
    [
      'a long name of the stack',
      { regions: 'eu-west-1', stackName: 'L'.repeat(55) },
      'give at most 54',
    ],
  ])('%s', (_name, context, words) => {
    expect(() => assembly(context)).toThrow(words);
  });

  it('Regions where nobody knows the home Region', () => {
    expect(() => buildApp({ handlerBundle, context: { regions: 'eu-west-1' } })).toThrow(
      'it is not known to which Region their denials go: give homeRegion',
    );
  });
});

it('makes no forwarder where the only Region is the home Region', () => {
  expect(stacksOf({})).toEqual(['LaunchDenied in us-east-1']);
  expect(stacksOf({ regions: 'us-east-1' })).toEqual(['LaunchDenied in us-east-1']);
});

it('makes a forwarder in each other Region, and none in the home Region', () => {
  expect(stacksOf({ regions: 'us-east-1,eu-west-1,eu-west-2' })).toEqual([
    'LaunchDenied in us-east-1',
    'LaunchDenied-forwarder in eu-west-1',
    'LaunchDenied-forwarder in eu-west-2',
  ]);
});

it('makes one in each enabled Region, as they were looked up', () => {
  const stacks = stacksOf({ regions: 'all-enabled', [KEY]: ENABLED });
  const others = ENABLED.filter((region) => region !== 'us-east-1');
  expect(stacks).toEqual([
    'LaunchDenied in us-east-1',
    ...others.map((region) => `LaunchDenied-forwarder in ${region}`),
  ]);
});

it('keeps the home stack where the setting has it, whatever Region the credentials have', () => {
  const context = { regions: 'us-east-1,eu-west-1', homeRegion: 'eu-west-1', stackName: 'Denials' };
  expect(stacksOf(context)).toEqual(['Denials in eu-west-1', 'Denials-forwarder in us-east-1']);
});

it('lets GovCloud forward within itself', () => {
  const context = { regions: 'us-gov-east-1', homeRegion: 'us-gov-west-1' };
  expect(stacksOf(context)).toHaveLength(2);
});

describe('a forwarder', () => {
  const app = assembly({ regions: 'eu-west-1,eu-west-2', operations: 'RunInstances,ModifyFleet' });
  const { stacks } = app.synth();
  const forwarders = stacks.filter(({ stackName }) => stackName.endsWith('-forwarder'));

  it('watches the operations of the home stack', () => {
    for (const { template } of forwarders)
      expect(JSON.stringify(template)).toContain('"eventName":["RunInstances","ModifyFleet"]');
  });

  it('is the same in each Region but for its name', () => {
    const [one, other] = forwarders.map(({ template, environment: { region } }) =>
      JSON.stringify(template)
        .replaceAll(region, 'region')
        .replace(/"Sid":"[^"]+"/, ''),
    );
    expect(one).toEqual(other);
  });

  it('needs no bootstrap of its Region: it has no assets, and the roles of the home Region deploy it', () => {
    const role = (kind: string) =>
      `arn:\${AWS::Partition}:iam::111122223333:role/cdk-hnb659fds-${kind}-role-111122223333-us-east-1`;
    for (const { assets, template, ...stack } of forwarders) {
      expect(assets).toEqual([]);
      expect(stack.assumeRoleArn).toBe(role('deploy'));
      expect(stack.cloudFormationExecutionRoleArn).toBe(role('cfn-exec'));
      expect(template.Parameters).toBeUndefined();
    }
  });
});
