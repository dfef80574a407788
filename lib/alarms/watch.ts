// What an alarm looks at.
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { AlertTopics } from '../alert-topic';
import type { DenialFunction } from '../denial-function';
import type { DenialQueue } from '../denial-queue';
import type { DenialRule } from '../denial-rule';
import type { ParsedSettings } from '../settings';
import type { SweepFunction } from '../sweep-function';

/** How long an alarm looks back, where nothing else is said. */
export const PERIOD = Duration.minutes(5);

/** The stages that alarms watch. */
export interface Watched {
  readonly rule: DenialRule;
  readonly denials: DenialQueue;
  readonly function: DenialFunction;
  readonly sweep: SweepFunction;
  /** `alerts` is where alarms are published. */
  readonly topics: AlertTopics;
  readonly settings: Pick<ParsedSettings, 'subscriptions'>;
}

/** One alarm. */
export interface Watch {
  readonly metric: Metric;
  /** The highest value that is still calm; of what is `busy` the highest that is not. */
  readonly calm: number;
  /** Whether the metric never rests while all is well, so that silence raises the alarm. @default false */
  readonly busy?: boolean;
  /** What happened, and what to do. */
  readonly description: string;
}

/** A reading for dead letters and waiting times. */
export function maximum() {
  return { statistic: 'Maximum', period: PERIOD };
}
