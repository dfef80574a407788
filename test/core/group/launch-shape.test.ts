import fc from 'fast-check';
import { launchShapeOf } from '../../../core/group/launch-shape';
import type { Launch } from '../../../core/launch';

const NOTHING: Launch = {
  instanceTypes: [],
  maxCount: null,
  imageIds: [],
  subnetIds: [],
  securityGroupIds: [],
  keyName: null,
  instanceProfile: null,
  launchTemplate: null,
  tags: {},
  region: null,
};

describe('launchShapeOf', () => {
  it('is a dash where nothing is known of the launch', () => {
    expect(launchShapeOf(null)).toBe('-');
    expect(launchShapeOf(NOTHING)).toBe('-');
  });

  it('leaves out the count, tag values and ids of interfaces', () => {
    const launch = { ...NOTHING, tags: { Name: 'web-1' }, networkInterfaceIds: ['eni-1'] };
    const other = {
      ...launch,
      maxCount: 4,
      tags: { Name: 'web-2' },
      networkInterfaceIds: ['eni-2'],
    };
    expect(launchShapeOf(launch)).toBe('interfaces=1:tags=Name');
    expect(launchShapeOf(other)).toBe(launchShapeOf(launch));
  });

  it('tells everything else that was asked for', () => {
    const launch: Launch = {
      ...NOTHING,
      instanceTypes: ['t3.large', 'm5.large', 't3.large'],
      imageIds: ['ami-0abc'],
      subnetIds: ['subnet-0abc'],
      securityGroupIds: ['sg-0abc'],
      keyName: 'anna|berta',
      instanceProfile: 'arn:aws:iam::111122223333:instance-profile/team/web',
      launchTemplate: 'lt-0abc (version 3)',
      region: 'eu-west-1',
      taggedTypes: { instance: { team: 'a' }, volume: { team: 'a' } },
      volumes: [
        { snapshotId: null, encrypted: null, kmsKeyId: null, volumeType: null },
        { snapshotId: 'snap-0abc', encrypted: true, kmsKeyId: 'alias/k', volumeType: 'gp3' },
        { snapshotId: null, encrypted: false, kmsKeyId: null, volumeType: 'gp2' },
      ],
      placementGroup: 'near',
      capacityReservation: 'cr-0abc',
      licenseConfigurations: ['lic'],
      passedRoles: ['r'],
      market: 'spot',
    };
    const shape = launchShapeOf(launch);
    expect(shape.split(':').slice(0, 9)).toEqual([
      'types=m5.large|t3.large',
      'images=ami-0abc',
      'subnets=subnet-0abc',
      'groups=sg-0abc',
      'profile=web',
      'market=spot',
      'template=lt-0abc@3',
      'key=anna%007cberta',
      'region=eu-west-1',
    ]);
    expect(shape).toContain(':volumes=-,-,-,-|gp2,plain,-,-|gp3,encrypted,alias/k,snap-0abc:');
    expect(shape).toMatch(/:tags=instance\/team\|volume\/team$/);
  });

  const texts = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 20 });

  it('is bounded, and the same for the same launch in another order', () => {
    fc.assert(
      fc.property(texts, texts, fc.dictionary(fc.string(), fc.string()), (a, b, tags) => {
        const launch = { ...NOTHING, instanceTypes: a, subnetIds: b, securityGroupIds: a, tags };
        const turned = {
          ...launch,
          instanceTypes: a.toReversed(),
          subnetIds: b.toReversed(),
          tags: Object.fromEntries(Object.entries(tags).toReversed()),
        };
        expect(launchShapeOf(turned)).toBe(launchShapeOf(launch));
        expect(launchShapeOf(launch)).toMatch(/^[!-~]{1,384}$/);
      }),
    );
  });

  it('differs for other instance types', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [one, other] = [a, b].map((instanceTypes) =>
          launchShapeOf({ ...NOTHING, region: 'eu-west-1', instanceTypes }),
        );
        const isSame = [...a].toSorted().join() === [...b].toSorted().join();
        expect(one === other).toBe(isSame);
      }),
    );
  });
});
