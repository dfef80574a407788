// grouped → [alert]: what a subscription filters by. A filter policy names at most five of these.
import type { Explanation } from '../contract';
import { parseArn } from '../arn';
import { inert } from '../render/inert';
import type { FaceOptions } from './alert';
import { publicExplanation } from './public-explanation';
import { publicRegion } from './public-names';
import { clipped, utf8Bytes } from './text-size';

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html */
export const ATTRIBUTES = [
  'verdict',
  'policyType',
  'principal',
  'action',
  'region',
  'accountId',
  'reason',
] as const;

/** An attribute as SNS takes it; the value of `String.Array` is a JSON list. */
interface Attribute {
  readonly DataType: 'String' | 'String.Array';
  readonly StringValue: string;
}

/** The attributes of a message. */
export type Attributes = Readonly<Record<(typeof ATTRIBUTES)[number], Attribute>>;

type Values = Readonly<Record<(typeof ATTRIBUTES)[number], string>>;

/** Stands where a fact is not known, so that a filter policy can ask for it. */
const NONE = 'none';

/** Stands where a fact may not leave. */
const WITHHELD = 'withheld';

const LONGEST = 256;

/** SNS refuses attributes with surrogate pairs. */
const SURROGATES = /[\ud800-\udfff]/g;

function written(value: string | null | undefined): string {
  const text = clipped(inert(value ?? '').replace(SURROGATES, '?'), LONGEST);
  return text === '' ? NONE : text;
}

function valuesOf(explanation: Explanation, { privacy }: FaceOptions): Values {
  const { event, launch, principal } = explanation;
  const shown = privacy === 'full' ? explanation : publicExplanation(explanation);
  const region = event?.region ?? launch?.region;
  const account = event?.account ?? parseArn(principal.arn ?? '')?.account;
  return {
    verdict: shown.verdict,
    policyType: written(shown.policyType),
    principal: privacy === 'full' ? written(principal.permissionSet ?? principal.name) : WITHHELD,
    action: written(shown.action),
    region: written(privacy === 'full' ? region : publicRegion(region)),
    accountId: privacy === 'full' ? written(account) : WITHHELD,
    reason: written(shown.reason.code),
  };
}

function attributes(make: (name: (typeof ATTRIBUTES)[number]) => Attribute): Attributes {
  return {
    verdict: make('verdict'),
    policyType: make('policyType'),
    principal: make('principal'),
    action: make('action'),
    region: make('region'),
    accountId: make('accountId'),
    reason: make('reason'),
  };
}

/** The attributes of an alert about one group; `none` stands for what is not known. */
export function attributesFor(explanation: Explanation, options: FaceOptions): Attributes {
  const values = valuesOf(explanation, options);
  return attributes((name) => ({ DataType: 'String', StringValue: values[name] }));
}

/** Bytes of one list; seven of them leave three quarters of a message of SNS to its text. */
const LONGEST_LIST = 8_192;

/**
 * The attributes of an alert about many groups: each value once, in order of appearance. A list that
 * would exceed 8 KiB ends early, so that fewer filters match than causes are there.
 */
export function attributesForMany(
  explanations: readonly Explanation[],
  options: FaceOptions,
): Attributes {
  const all = explanations.map((explanation) => valuesOf(explanation, options));
  const isHub = explanations.some(({ event }) => event?.homeAccount !== undefined);
  return attributes((name) => {
    const values = new Set(all.map((each) => each[name]));
    const isMixed = isHub && name === 'accountId' && values.size > 1;
    return {
      DataType: 'String.Array',
      StringValue: listOf(isMixed ? new Set([SEVERAL]) : values),
    };
  });
}

/** Stands for the accounts of a hub: who filters by one account is not to read of others. */
const SEVERAL = 'several';

function listOf(values: ReadonlySet<string>): string {
  const kept: string[] = [];
  let bytes = '[]'.length;
  for (const value of values) {
    bytes += utf8Bytes(JSON.stringify(value)) + ','.length;
    if (bytes > LONGEST_LIST) break;
    kept.push(value);
  }
  return JSON.stringify(kept);
}
