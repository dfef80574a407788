// grouped → [metrics]: what CloudWatch counts, in the embedded metric format.
import type { EncodedMessageFate } from '../contract';
import { REASONS } from '../explain/reasons';
import { publicRegion } from './public-names';

/** What became of one denial, as far as it is counted. */
export interface Counted {
  readonly kind: 'alerted' | 'held-back';
  readonly region: string | null;
  /** A reason code. */
  readonly reason: string;
  readonly message: EncodedMessageFate['status'];
}

const COUNTS = {
  Denials: () => true,
  Alerts: ({ kind }: Counted) => kind === 'alerted',
  HeldBack: ({ kind }: Counted) => kind === 'held-back',
  Decoded: ({ message }: Counted) => message === 'decoded',
  /** A denial without an encoded message has nothing to decode. */
  NotDecoded: ({ message }: Counted) => message !== 'decoded' && message !== 'absent',
} as const satisfies Record<string, (counted: Counted) => boolean>;

type Metric = keyof typeof COUNTS;

/**
 * A log line that CloudWatch makes metrics of; ARNs are never dimensions.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export type MetricsLine = Readonly<Record<Metric, number>> & {
  readonly _aws: {
    /** Milliseconds since 1970. */
    readonly Timestamp: number;
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string; readonly Unit: 'Count' }[];
    }[];
  };
  readonly Region: string;
  readonly Reason: string;
};

/** Stands for what is no Region or no reason, so that hostile text never becomes a billed metric. */
const OTHER = 'OTHER';

const NAMES = ['Denials', 'Alerts', 'HeldBack', 'Decoded', 'NotDecoded'] as const;

const countOf = (Name: Metric) => ({ Name, Unit: 'Count' }) as const;

/** Each metric with each set of dimensions is billed, so that only the first one is told by reason. */
const DIRECTIVES = [
  { Namespace: 'LaunchDenied', Dimensions: [['Region']], Metrics: NAMES.map(countOf) },
  {
    Namespace: 'LaunchDenied',
    Dimensions: [['Region', 'Reason']],
    Metrics: [countOf('Denials')],
  },
] as const;

/** Counts outcomes, one line for each Region and reason, because a line has one value of a dimension. */
export function metricsFor(
  outcomes: readonly Counted[],
  timestampMilliseconds: number,
): readonly MetricsLine[] {
  const bounded = outcomes.map((outcome) => ({ ...outcome, ...dimensionsOf(outcome) }));
  const firsts = bounded.filter(
    (one, at) => bounded.findIndex((each) => isAlike(one, each)) === at,
  );
  return firsts.map((first) => {
    const alike = bounded.filter((each) => isAlike(first, each));
    return lineOf(first, alike, timestampMilliseconds);
  });
}

type Dimensions = Readonly<Record<'region' | 'reason', string>>;

function dimensionsOf({ region, reason }: Counted): Dimensions {
  return {
    region: publicRegion(region) ?? OTHER,
    reason: Object.hasOwn(REASONS, reason) ? reason : OTHER,
  };
}

function isAlike(one: Dimensions, other: Dimensions): boolean {
  return one.region === other.region && one.reason === other.reason;
}

function lineOf(
  { region, reason }: Dimensions,
  counted: readonly Counted[],
  Timestamp: number,
): MetricsLine {
  const numberOf = (metric: Metric) => counted.filter(COUNTS[metric]).length;
  return {
    _aws: { Timestamp, CloudWatchMetrics: DIRECTIVES },
    Region: region,
    Reason: reason,
    Denials: numberOf('Denials'),
    Alerts: numberOf('Alerts'),
    HeldBack: numberOf('HeldBack'),
    Decoded: numberOf('Decoded'),
    NotDecoded: numberOf('NotDecoded'),
  };
}
