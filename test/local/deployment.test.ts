import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deploymentOf, worldOf } from '../../local/deployment';
import { codeFolderOf } from '../../local/runtime/code-folder';
import { namesOf } from '../../local/template/addresses';
import { HOME, type Place } from '../../local/template/place';
import { resourcesOf, type Template } from '../../local/template/template';
import { forwarder, PAYMENTS, tinyHub } from './further-stacks';

function deployed(template: Template, place: Place = HOME) {
  const queues = resourcesOf(template, 'AWS::SQS::Queue').map(
    ({ id }) => [id, queueCalled(id)] as const,
  );
  const names = namesOf(template, new Map(queues), place);
  return deploymentOf(template, place, { names, urlOfQueue: (arn) => arn });
}

function queueCalled(id: string) {
  return { ref: id, attributes: { Arn: `arn:aws:sqs:us-east-1:111122223333:${id}` } };
}

const ROLE = { Type: 'AWS::IAM::Role', Properties: {} };

describe('a deployed stack', () => {
  test('tells its outputs, and refuses those that it does not have', () => {
    const Outputs = { Trust: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] } } };
    const stack = deployed({ Resources: { Role: ROLE }, Outputs });
    expect(stack.output('Trust')).toBe('arn:aws:iam::111122223333:role/Role');
    expect(() => stack.output('Gone')).toThrow('the template has no output Gone');
  });

  test('may not have a policy of another bus', () => {
    const { template } = tinyHub('');
    const policy = template.Resources['BusPolicy'];
    if (policy) policy.Properties = { ...policy.Properties, EventBusName: 'mine' };
    expect(() => deployed(template)).toThrow(
      'local mode plays the default bus, and BusPolicy is of the bus mine',
    );
  });
});

test('of several stacks each role is found by its ARN, and each account has its organization', () => {
  const member: Place = { account: PAYMENTS, region: 'eu-west-1', organization: 'o-1' };
  const home = deployed({ Resources: { Own: ROLE } });
  const world = worldOf(home, [deployed(forwarder(), member)]);
  expect(world.roleOf(`arn:aws:iam::${HOME.account}:role/Own`)).toMatchObject({ name: 'Own' });
  expect(world.roleOf(`arn:aws:iam::${PAYMENTS}:role/Role`)).toMatchObject({ name: 'Role' });
  expect(world.roleOf(`arn:aws:iam::${PAYMENTS}:role/Own`)).toBeNull();
  expect(world.organizationOf(PAYMENTS)).toBe('o-1');
  expect(world.organizationOf(HOME.account)).toBeNull();
  expect(world.organizationOf('777788889999')).toBeNull();
});

describe('the code of a function', () => {
  const assetFolders = new Map([['code.zip', '/assets/code']]);

  test('is the folder of its asset', () => {
    const asset = (key: string) => codeFolderOf({ assetFolders }, { code: { kind: 'asset', key } });
    expect(asset('code.zip')).toBe('/assets/code');
    expect(() => asset('other.zip')).toThrow('the assembly has no asset other.zip');
  });

  test('is written down where the template holds it', () => {
    const source = 'exports.handler = () => 1;';
    const folder = codeFolderOf({ assetFolders }, { code: { kind: 'inline', source } });
    expect(readFileSync(join(folder, 'index.js'), 'utf8')).toBe(source);
  });
});
