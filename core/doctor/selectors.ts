// facts → [check] → report: which management events a trail logs.

/** As CloudTrail writes them. @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html */
interface BasicSelector {
  readonly ReadWriteType?: string | undefined;
  readonly IncludeManagementEvents?: boolean | undefined;
}

const OPERATORS = [
  'Equals',
  'NotEquals',
  'StartsWith',
  'NotStartsWith',
  'EndsWith',
  'NotEndsWith',
] as const;

/** A condition on one field. @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html */
type FieldSelector = { readonly Field: string | undefined } & {
  readonly [operator in (typeof OPERATORS)[number]]?: readonly string[] | undefined;
};

/** As CloudTrail writes them. @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedEventSelector.html */
interface AdvancedSelector {
  readonly Name?: string | undefined;
  readonly FieldSelectors: readonly FieldSelector[] | undefined;
}

/** What a trail logs; it has selectors of one kind. */
export interface Selectors {
  readonly basic: readonly BasicSelector[];
  readonly advanced: readonly AdvancedSelector[];
}

/** What a launch is to CloudTrail; a selector may also look at other fields. */
const LAUNCH: Readonly<Record<string, string>> = {
  eventCategory: 'Management',
  readOnly: 'false',
  eventSource: 'ec2.amazonaws.com',
  eventName: 'RunInstances',
  eventType: 'AwsApiCall',
};

/** How much a trail logs of what is written: all launches, those of some kinds, or none. */
export type Coverage = 'all' | 'some' | 'none';

/** Says whether launches are among the events that the selectors let through. */
export function launchCoverage({ basic, advanced }: Selectors): Coverage {
  if (basic.some(isWriting)) return 'all';
  const covered = advanced.map(coverageOf);
  return (['all', 'some'] as const).find((each) => covered.includes(each)) ?? 'none';
}

/** CloudTrail takes what is left out as `true` and `All`. */
function isWriting({ ReadWriteType, IncludeManagementEvents }: BasicSelector): boolean {
  return IncludeManagementEvents !== false && ReadWriteType !== 'ReadOnly';
}

function coverageOf({ FieldSelectors = [] }: AdvancedSelector): Coverage {
  const answers = FieldSelectors.map(passes);
  if (answers.includes(false)) return 'none';
  return answers.includes(null) ? 'some' : 'all';
}

/** Null where it depends on the launch. */
function passes(selector: FieldSelector): boolean | null {
  const value = LAUNCH[selector.Field ?? ''];
  if (value === undefined) return null;
  return OPERATORS.every((operator) => {
    const operands = selector[operator] ?? [];
    const isNegated = operator.startsWith('Not');
    if (operands.length === 0) return true;
    return operands.some((operand) => compares(operator, value, operand)) !== isNegated;
  });
}

function compares(operator: string, value: string, operand: string): boolean {
  if (operator.endsWith('StartsWith')) return value.startsWith(operand);
  return operator.endsWith('EndsWith') ? value.endsWith(operand) : value === operand;
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html */
const MOST_BASIC = 5;

/** Adds what lets writes through to what a trail logs already; null where there is no room. */
export function widened({ basic, advanced }: Selectors): readonly [string, string] | null {
  if (advanced.length > 0)
    return ['advanced-event-selectors', JSON.stringify([...advanced, WRITES])];
  if (basic.length === MOST_BASIC) return null;
  const added = { ReadWriteType: 'WriteOnly', IncludeManagementEvents: true, DataResources: [] };
  return ['event-selectors', JSON.stringify([...basic, added])];
}

const WRITES = {
  Name: 'Write management events, for Launch Denied',
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['Management'] },
    { Field: 'readOnly', Equals: ['false'] },
  ],
} as const satisfies AdvancedSelector;
