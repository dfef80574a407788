import fc from 'fast-check';
import { type Counted, metricsFor } from '../../../core/alert/metrics';
import { hostileText } from './sample';

const counted: Counted = {
  kind: 'alerted',
  region: 'eu-west-1',
  reason: 'NO_ALLOW',
  message: 'decoded',
};

describe('metricsFor', () => {
  test('makes no dimension of what is no Region and no reason', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [line] = metricsFor([{ ...counted, region: text, reason: text }], 0);
        expect([line?.Region, line?.Reason]).toEqual(['OTHER', 'OTHER']);
      }),
    );
    expect(metricsFor([{ ...counted, region: null }], 0)[0]?.Region).toBe('OTHER');
  });

  test('has no line where nothing happened', () => {
    expect(metricsFor([], 0)).toEqual([]);
  });

  test('counts outcomes by Region and reason', () => {
    const lines = metricsFor(
      [
        counted,
        { ...counted, kind: 'held-back', message: 'truncated' },
        { ...counted, reason: 'EXPLICIT_DENY', message: 'absent' },
        { ...counted, region: 'us-gov-west-1' },
      ],
      1_700_000_000_000,
    );
    expect(lines.map(({ Region, Reason, Denials }) => [Region, Reason, Denials])).toEqual([
      ['eu-west-1', 'NO_ALLOW', 2],
      ['eu-west-1', 'EXPLICIT_DENY', 1],
      ['us-gov-west-1', 'NO_ALLOW', 1],
    ]);
    expect(lines[0]).toMatchObject({ Alerts: 1, HeldBack: 1, Decoded: 1, NotDecoded: 1 });
    expect(lines[1]).toMatchObject({ Decoded: 0, NotDecoded: 0 });
  });

  test('names as targets what stands at the root of the line', () => {
    const [line] = metricsFor([counted], 1_700_000_000_000);
    const directive = line?._aws.CloudWatchMetrics[0];
    expect(directive?.Namespace).toBe('LaunchDenied');
    expect(line?._aws.Timestamp).toBe(1_700_000_000_000);
    for (const { Name } of directive?.Metrics ?? [])
      expect(line).toHaveProperty(Name, expect.any(Number));
    for (const name of directive?.Dimensions.flat() ?? []) expect(line).toHaveProperty(name);
  });
});
