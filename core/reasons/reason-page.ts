// What the page of a reason consists of.
import type { AwsDocument } from './aws-documentation';

/** Whom a next step is for, in the words that stand before it. */
export const READERS = {
  you: 'you',
  maintainer: 'whoever maintains the IAM user or role',
  boundaryOwner: 'whoever owns the permissions boundary',
  organization: "the organization's administrator",
  resourceOwner: 'whoever owns the resource',
  roleOwner: 'whoever owns the role to be assumed',
  endpointOwner: 'whoever owns the VPC endpoint',
  sessionStarter: 'whoever starts the session',
  security: 'whoever handles security incidents',
} as const satisfies Record<string, string>;

/** An imperative without full stop, marked for whom it is. */
export type NextStep = readonly [reader: keyof typeof READERS, step: string];

/** The data of a reason's page. */
export interface ReasonPage {
  /** Two to four sentences for a reader with one minute. */
  readonly meaning: string;
  /** What AWS writes, with invented names: its sentence, or the decoded message in JSON. */
  readonly example: string;
  /** The likeliest first; none adds an Allow against an explicit deny. */
  readonly nextSteps: readonly NextStep[];
  /** How certain the reason is, and what would make it wrong. */
  readonly certainty: string;
  readonly documentation: readonly AwsDocument[];
}

/** Writes an example as EC2 does, for the role session of the examples. */
export function saidByEc2(action: string, resource: string, why: string): string {
  return `You are not authorized to perform this operation. ${saidByAws(action, resource, why)}`;
}

/** Writes an example as most services do, for the role session of the examples. */
export function saidByAws(action: string, resource: string, why: string): string {
  const session = 'arn:aws:sts::111122223333:assumed-role/ci-runner/build-417';
  return `User: ${session} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}

/** What makes a reason certain whose policy type stands in the sentence of the denial. */
export const STATED =
  'The sentence of the denial states the policy type and the verdict, so both are certain.';

/** What a denial for want of an Allow leaves open. */
export const OTHERS_MIGHT_LACK_IT =
  'Where several policy types lack the Allow, AWS names one of them, so the next attempt might be denied by another.';

/** What an explicit deny leaves open. */
export const OTHERS_MIGHT_DENY =
  'Where several policies deny, AWS names one policy type and not their number, so the next attempt might be denied by another.';
