import { readLaunch } from '../../../core/event/launch';
import { launchParts } from '../../../core/event/launch-parts';

describe('launchParts', () => {
  test.each([
    null,
    undefined,
    'text',
    7,
    [],
    {},
    { ebs: 'text' },
    { ebs: [] },
    { tagSpecificationSet: {} },
  ])('reads nothing from %j', (request) => {
    expect(launchParts(request)).toEqual({});
  });

  test('reads volumes as the request gives them, each field or null', () => {
    const blockDeviceMapping = {
      items: [
        {
          deviceName: '/dev/xvda',
          ebs: { volumeSize: 8, encrypted: true, kmsKeyId: 'alias/data' },
        },
        {
          deviceName: '/dev/xvdb',
          ebs: { snapshotId: 'snap-1', volumeType: 'gp3', encrypted: 'false' },
        },
      ],
    };
    expect(launchParts({ blockDeviceMapping })).toEqual({
      volumes: [
        { snapshotId: null, encrypted: true, kmsKeyId: 'alias/data', volumeType: null },
        { snapshotId: 'snap-1', encrypted: false, kmsKeyId: null, volumeType: 'gp3' },
      ],
    });
  });

  test('keeps tags apart by the type they go to, and joins those of one type', () => {
    const tagSpecificationSet = {
      items: [
        { resourceType: 'instance', tags: [{ key: 'team', value: 'a' }] },
        { resourceType: 'volume', tags: [{ key: 'cost', value: '7' }, { key: 'bare' }] },
        { resourceType: 'instance', tags: [{ key: '__proto__', value: 'x' }] },
        { tags: [{ key: 'lost', value: 'y' }] },
      ],
    };
    const { taggedTypes } = launchParts({ tagSpecificationSet });
    expect(JSON.stringify(taggedTypes)).toBe(
      '{"instance":{"team":"a","__proto__":"x"},"volume":{"cost":"7","bare":""}}',
    );
  });

  test('reads a placement group, not the names of security groups', () => {
    const request = {
      groupSet: { items: [{ groupName: 'web' }] },
      placement: { groupName: 'hpc' },
    };
    expect(launchParts(request)).toEqual({ placementGroup: 'hpc' });
  });

  test('tells the id of a placement group from that of a security group', () => {
    const request = { placement: { groupId: 'pg-1' }, groupSet: { items: [{ groupId: 'sg-1' }] } };
    expect(readLaunch(request, null)).toMatchObject({ securityGroupIds: ['sg-1'] });
  });

  test('reads interfaces, reservations, licenses, a fleet role and Spot', () => {
    expect(
      launchParts({
        networkInterfaceSet: { items: [{ networkInterfaceId: 'eni-1' }] },
        capacityReservationSpecification: {
          capacityReservationTarget: { capacityReservationId: 'cr-1' },
        },
        licenseSpecification: { items: [{ licenseConfigurationArn: 'arn:x' }] },
        instanceMarketOptions: { marketType: 'spot' },
        SpotFleetRequestConfig: { IamFleetRole: 'arn:role' },
      }),
    ).toEqual({
      networkInterfaceIds: ['eni-1'],
      capacityReservation: 'cr-1',
      licenseConfigurations: ['arn:x'],
      market: 'spot',
      passedRoles: ['arn:role'],
    });
    expect(
      launchParts({ TargetCapacitySpecification: { DefaultTargetCapacityType: 'spot' } }),
    ).toEqual({ market: 'spot' });
  });

  test('reads the numbered lists of a launch template', () => {
    const request = {
      CreateLaunchTemplateRequest: {
        LaunchTemplateData: {
          SecurityGroupId: [
            { tag: 1, content: 'sg-1' },
            { tag: 2, content: 'sg-2' },
          ],
        },
      },
    };
    expect(readLaunch(request, null)).toMatchObject({ securityGroupIds: ['sg-1', 'sg-2'] });
    expect(
      launchParts({
        TagSpecification: { ResourceType: 'fleet', Tag: { Value: 'b', tag: 1, Key: 'a' } },
      }),
    ).toEqual({
      taggedTypes: { fleet: { a: 'b' } },
    });
    expect(
      launchParts({
        TagSpecification: { ResourceType: 'fleet', Tag: [{ Value: 'b' }, { Key: 'a' }] },
      }),
    ).toEqual({
      taggedTypes: { fleet: { a: '' } },
    });
  });

  test('gives up on values nested deeper than AWS nests', () => {
    let deep: unknown = { ebs: { snapshotId: 'snap-1' } };
    for (let level = 0; level < 20; level += 1) deep = { level: deep };
    expect(launchParts(deep)).toEqual({});
  });

  test('makes a launch of its parts alone', () => {
    expect(readLaunch({ placement: { groupName: 'hpc' } }, null)).toMatchObject({
      placementGroup: 'hpc',
    });
  });
});
