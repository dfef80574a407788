// reviewed → [HTML]: every sentence that only the dashboard says; the rules are in docs/writing.md.
import type { Witness } from '../../contract';
import { denials, grouped } from '../../group/sentences';
import type { GroupState } from '../../group/transitions';
import type { LaunchPair } from '../../suggestion';
import type { Form } from '../../forms/forms';
import type { StateChoice } from '../../review/query';
import type { MUTE_LENGTHS } from './face';

export const VIEW_TITLES = { causes: 'Causes of denied launches', overview: 'Overview' } as const;

export const CHOICES: readonly (readonly [choice: StateChoice, label: string])[] = [
  ['to-review', 'To review'],
  ['muted', 'Muted'],
  ['ignored', 'Ignored'],
  ['resolved', 'Resolved'],
  ['all', 'All'],
];

/** What a state means, for whoever points at it. */
export const STATE_MEANINGS: Readonly<Record<GroupState, string>> = {
  new: 'its first denials came',
  open: 'denied again, or opened again by somebody',
  regressed: 'denied again after it was resolved',
  muted: 'counted and not alerted until the mute ends',
  ignored: 'counted and not alerted: the settings ignore its principal or action',
  resolved: 'marked as solved; the next denial makes it regressed',
};

export const SPAN_WORDS = {
  '24h': '24 hours',
  '7d': '7 days',
  '30d': '30 days',
  '90d': '90 days',
} as const;

export const WITNESS_WORDS: Readonly<Record<Witness, string>> = {
  decoded: 'from the decoded message',
  stated: 'stated in the error message',
  requested: 'from the CloudTrail record of the request',
  simulated: 'found by the IAM policy simulator',
  inferred: 'inferred: no witness states it',
};

export const RELATION_WORDS = {
  'value-forbidden': 'the statement forbids this value',
  'value-not-allowed': 'the statement allows other values',
  'key-missing': 'the request lacks this key',
  'key-present': 'the request has this key',
  unclear: 'it is not clear how they compare',
} as const;

export const PAIR_WORDS: Readonly<Record<LaunchPair['state'], string>> = {
  denied: 'denied',
  missing: 'missing',
  allowed: 'allowed',
  'not-checked': 'not checked',
};

export const FORM_WORDS: Readonly<Record<Form, string>> = {
  json: 'JSON',
  terraform: 'Terraform',
  cdk: 'AWS CDK',
  cloudformation: 'CloudFormation',
  cli: 'AWS CLI',
};

export const MUTE_WORDS: Readonly<Record<(typeof MUTE_LENGTHS)[number], string>> = {
  '1d': 'for a day',
  '7d': 'for 7 days',
  '30d': 'for 30 days',
  forever: 'for good',
};

export const MOVES = {
  mute: {
    label: 'Mute',
    confirmation: 'Keep this cause quiet? Its denials are counted and not alerted.',
  },
  resolve: { label: 'Resolve', confirmation: 'Mark this cause as solved? The next denial alerts.' },
  reopen: { label: 'Reopen', confirmation: 'Open this cause again, so that it alerts?' },
} as const;

export const MESSAGE_WORDS = {
  decoded: 'decoded',
  truncated: 'cut by CloudTrail, so nothing can decode it',
  damaged: 'damaged',
  absent: 'without an encoded message',
  'not-permitted': 'not decoded for lack of permission',
  'not-valid': 'refused by STS as not valid',
  offline: 'not decoded: STS was not asked or not reached',
} as const;

/** `3 hours`, `2 days`: rounded to what matters; under a minute it is one. */
export function duration(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  const [count, unit] =
    minutes < 120
      ? [minutes, 'minute']
      : minutes < 2_880
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / 1_440), 'day'];
  return `${grouped(count)} ${unit}${count === 1 ? '' : 's'}`;
}

export const WORDS = {
  notAlerted: (count: number) => `${grouped(count)} not alerted`,
  searched: (count: number) => `of ${grouped(count)} searched`,
  unsearched:
    'More causes exist than were searched: the filter looks at 1,000, state by state. Choose one state or a shorter time to search the others.',
  none: {
    'to-review': {
      title: 'Nothing to review',
      text: 'No cause was seen in this time that waits for somebody. A denied launch usually shows here some minutes after AWS refused it.',
    },
    other: {
      title: 'No cause of this state',
      text: 'None was seen in this time. Choose another state or a longer time.',
    },
    filtered: {
      title: 'No cause matches',
      text: 'None of the causes in this time has all of these texts in it.',
    },
  },
  doctor:
    'Where denials are expected and none shows: the rule sees one Region only, and the account needs a CloudTrail trail that logs management events.',
  noExplanation:
    'The explanation of this cause expired; what the group remembers of it is shown. The next denial brings it back.',
  days: (most: number) => `Denials a day for 14 days, at most ${grouped(most)} a day`,
  noDays: 'No denial in the last 14 days',
  notWhole: 'This time holds more than is counted here: the figures are of its latest part.',
  signIn: 'The console opens in the account of your session. These links are of',
  pairsInferred: 'Nobody checked the other pairs: AWS names one refused pair at a time.',
  occurrencesOf: (count: number) => `The newest of ${denials(count)}`,
  nobody: 'no principal is stated',
  noFigures: 'Nothing was denied in this time.',
  otherReasons: 'other reasons',
  medianToResolve: (times: number) =>
    `median; causes seen in this time were resolved ${grouped(times)} ${times === 1 ? 'time' : 'times'}`,
  noneResolved: 'no cause seen in this time was resolved in it',
} as const;
