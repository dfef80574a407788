import { AUTHORIZED } from '../../../core/needs/authorization';
import { launchNeeds } from '../../../core/needs/launch-needs';
import { MOST_NAMES, type Need } from '../../../core/needs/need';
import { scopeOf } from '../../../core/needs/scope';
import type { Launch } from '../../../core/launch';

const BARE: Launch = {
  instanceTypes: ['t3.large'],
  maxCount: 1,
  imageIds: ['ami-1'],
  subnetIds: ['subnet-1'],
  securityGroupIds: ['sg-1'],
  keyName: null,
  instanceProfile: null,
  launchTemplate: null,
  tags: {},
  region: 'us-east-2',
};

const ROLE = 'arn:aws:iam::111122223333:role/ci-runner';

function needs(
  parts: Partial<Launch> = {},
  operation = 'RunInstances',
  denied: Need | null = null,
): readonly string[] {
  const scope = scopeOf(
    {
      principal: { kind: 'role-session', arn: ROLE, name: 'ci-runner' },
      operation,
      resource: null,
      launch: { ...BARE, ...parts },
      event: null,
      region: null,
    },
    [],
  );
  return launchNeeds(scope, denied).map(({ action, resource }) => `${action} ${resource}`);
}

const EC2 = 'arn:aws:ec2:us-east-2:111122223333';

describe('launchNeeds', () => {
  test.each(['StartInstances', '', 'constructor'])('lists nothing for the operation %j', (name) => {
    expect(needs({}, name)).toEqual([]);
  });

  test('lists the pairs of a plain launch: images carry no account, new resources no name', () => {
    expect(needs()).toEqual([
      `ec2:RunInstances ${EC2}:instance/*`,
      'ec2:RunInstances arn:aws:ec2:us-east-2::image/ami-1',
      `ec2:RunInstances ${EC2}:subnet/subnet-1`,
      `ec2:RunInstances ${EC2}:security-group/sg-1`,
      `ec2:RunInstances ${EC2}:network-interface/*`,
      `ec2:RunInstances ${EC2}:volume/*`,
    ]);
  });

  test('leaves a placeholder for what EC2 chooses, unless a launch template might name it', () => {
    const open = { imageIds: [], subnetIds: [], securityGroupIds: [] };
    expect(needs(open)).toEqual(
      expect.arrayContaining([
        'ec2:RunInstances arn:aws:ec2:us-east-2::image/<image ID>',
        `ec2:RunInstances ${EC2}:subnet/<ID of the default subnet>`,
        `ec2:RunInstances ${EC2}:security-group/<ID of the default security group>`,
      ]),
    );
    expect(needs({ ...open, launchTemplate: 'lt-0abc (version 3)' })).toEqual(
      expect.arrayContaining([
        'ec2:RunInstances arn:aws:ec2:us-east-2::image/*',
        `ec2:RunInstances ${EC2}:subnet/*`,
        `ec2:RunInstances ${EC2}:launch-template/lt-0abc`,
      ]),
    );
    expect(needs({ launchTemplate: 'web' })).toContain(
      `ec2:RunInstances ${EC2}:launch-template/<ID of launch template web>`,
    );
  });

  test('lists what a rich launch names', () => {
    const all = needs({
      keyName: 'bastion',
      instanceProfile: 'arn:aws:iam::111122223333:instance-profile/team/web',
      placementGroup: 'hpc',
      capacityReservation: 'cr-1',
      licenseConfigurations: [
        'arn:aws:license-manager:us-east-2:111122223333:license-configuration:lic-1',
      ],
      networkInterfaceIds: ['eni-1'],
      volumes: [
        { snapshotId: 'snap-1', encrypted: true, kmsKeyId: 'alias/data', volumeType: 'gp3' },
        { snapshotId: null, encrypted: true, kmsKeyId: '1234', volumeType: null },
        {
          snapshotId: null,
          encrypted: true,
          kmsKeyId: 'arn:aws:kms:us-east-2:444455556666:key/9',
          volumeType: null,
        },
      ],
      taggedTypes: { instance: { a: 'b' }, volume: { a: 'b' } },
      market: 'spot',
      imageIds: [
        'resolve:ssm:/aws/service/ami:3',
        'resolve:ssm:golden',
        'resolve:ssm:arn:aws:ssm:x:1:parameter/y',
      ],
    });
    expect(all).toEqual(
      expect.arrayContaining([
        `ec2:RunInstances ${EC2}:key-pair/bastion`,
        'ec2:RunInstances arn:aws:ec2:us-east-2::snapshot/snap-1',
        `ec2:RunInstances ${EC2}:placement-group/hpc`,
        `ec2:RunInstances ${EC2}:capacity-reservation/cr-1`,
        'ec2:RunInstances arn:aws:license-manager:us-east-2:111122223333:license-configuration:lic-1',
        `ec2:RunInstances ${EC2}:network-interface/eni-1`,
        `ec2:RunInstances ${EC2}:spot-instances-request/*`,
        `ec2:CreateTags ${EC2}:instance/*`,
        `ec2:CreateTags ${EC2}:volume/*`,
        'iam:PassRole arn:aws:iam::111122223333:role/web',
        'kms:CreateGrant arn:aws:kms:us-east-2:111122223333:key/<ID of the key alias/data>',
        'kms:Decrypt arn:aws:kms:us-east-2:111122223333:key/1234',
        'kms:Decrypt arn:aws:kms:us-east-2:444455556666:key/9',
        'ssm:GetParameters arn:aws:ssm:us-east-2::parameter/aws/service/ami',
        'ssm:GetParameters arn:aws:ssm:us-east-2:111122223333:parameter/golden',
        'iam:CreateServiceLinkedRole arn:aws:iam::111122223333:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot',
      ]),
    );
    expect(all).not.toContain(`ec2:RunInstances ${EC2}:network-interface/*`);
  });

  test('targets a group of capacity reservations by its ARN', () => {
    const group = 'arn:aws:resource-groups:us-east-2:111122223333:group/crs';
    expect(needs({ capacityReservation: group })).toContain(`ec2:RunInstances ${group}`);
  });

  test('adds to a fleet what its launches need, and its roles', () => {
    const all = needs(
      { launchTemplate: 'lt-0abc', market: 'spot', imageIds: ['ami-1'] },
      'CreateFleet',
    );
    expect(all[0]).toBe(`ec2:CreateFleet ${EC2}:fleet/*`);
    expect(all).toEqual(
      expect.arrayContaining([
        `ec2:CreateFleet ${EC2}:launch-template/lt-0abc`,
        'ec2:CreateFleet arn:aws:ec2:us-east-2::image/ami-1',
        `ec2:CreateFleet ${EC2}:subnet/subnet-1`,
        `ec2:RunInstances ${EC2}:instance/*`,
      ]),
    );
    expect(all.filter((need) => need.startsWith('iam:CreateServiceLinkedRole'))).toHaveLength(2);
  });

  test('lists for Spot requests only what they name', () => {
    expect(needs({ securityGroupIds: [] }, 'RequestSpotInstances').slice(0, 3)).toEqual([
      `ec2:RequestSpotInstances ${EC2}:spot-instances-request/*`,
      'ec2:RequestSpotInstances arn:aws:ec2:us-east-2::image/ami-1',
      `ec2:RequestSpotInstances ${EC2}:subnet/subnet-1`,
    ]);
    const fleetRole = 'arn:aws:iam::111122223333:role/fleet';
    expect(needs({ passedRoles: [fleetRole] }, 'RequestSpotFleet')).toContain(
      `iam:PassRole ${fleetRole}`,
    );
  });

  test('takes the denied pair as AWS sent it', () => {
    const shared = 'arn:aws:ec2:us-east-2:444455556666:subnet/subnet-1';
    const denied = { action: 'ec2:RunInstances', resource: shared, resourceType: 'subnet' };
    const all = needs({}, 'RunInstances', denied);
    expect(all.filter((need) => need.includes(':subnet/'))).toEqual([`ec2:RunInstances ${shared}`]);
  });

  test('puts a denied pair that no row lists before the others', () => {
    const denied = { action: 'ec2:Something', resource: 'arn:x', resourceType: 'x' };
    expect(needs({}, 'RunInstances', denied)[0]).toBe('ec2:Something arn:x');
  });

  test('takes the one denied resource in place of all that a template might name', () => {
    const image = 'arn:aws:ec2:us-east-2::image/ami-9';
    const denied = { action: 'ec2:RunInstances', resource: image, resourceType: 'image' };
    const all = needs({ imageIds: [], launchTemplate: 'lt-0abc' }, 'RunInstances', denied);
    expect(all.filter((need) => need.includes(':image/'))).toEqual([`ec2:RunInstances ${image}`]);
  });

  test('keeps a list of many subnets readable, and lists the rest of the launch', () => {
    const subnetIds = Array.from({ length: 500 }, (_none, index) => `subnet-${index}`);
    const all = needs({ subnetIds });
    expect(all.filter((need) => need.includes(':subnet/'))).toHaveLength(MOST_NAMES);
    expect(all).toContain(`ec2:RunInstances ${EC2}:volume/*`);
  });

  test('takes no ARN from a request that names more than one resource', () => {
    const arns = ['*', 'arn:aws:iam::111122223333:role/*', '\\', 'arn:aws:::'];
    const all = needs({
      licenseConfigurations: arns,
      passedRoles: arns,
      capacityReservation: 'arn:*',
    });
    expect(all.filter((need) => /role|license|^\S+ \*|arn:\*/.test(need))).toEqual([]);
  });

  test('knows each of its pairs by the Service Authorization Reference', () => {
    const tools = ['RunInstances', 'CreateFleet', 'RequestSpotInstances', 'RequestSpotFleet'];
    for (const operation of tools) {
      const scope = scopeOf(
        {
          principal: { kind: 'iam-user', arn: null, name: null },
          operation,
          resource: null,
          launch: {
            ...BARE,
            market: 'spot',
            keyName: 'k',
            launchTemplate: 'lt-0abc',
            instanceProfile: 'w',
          },
          event: null,
          region: null,
        },
        [],
      );
      for (const { action, resourceType } of launchNeeds(scope, null))
        expect([action, Object.keys(AUTHORIZED[action] ?? {})]).toEqual([
          action,
          expect.arrayContaining([resourceType]),
        ]);
    }
  });
});
