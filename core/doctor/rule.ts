// facts → [check] → report: the rule is enabled, and its pattern is the one of this version.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { awsCli, type Place } from './command';
import { comparePattern, type Wanted } from './event-pattern';
import { brief } from './sentence';

/** The rule as EventBridge describes it. */
export interface Rule {
  readonly name: string;
  readonly state: string;
  readonly pattern: string;
  readonly description: string;
}

/** What is said of a rule beside its name and its faults. */
export interface RuleWords {
  /** Where it is, such as ` in us-east-1`; empty where that goes without saying. */
  readonly where: string;
  /** What its pattern should be. */
  readonly model: string;
  /** How it becomes that. */
  readonly renew: string;
  /** What no denied launch does while it is disabled. */
  readonly goal: string;
}

/** Judges the rule of the stack, whose Regions are to pass; null is a rule that does not exist. */
export function judgeRule(
  rule: Answer<Rule | null>,
  regions: readonly string[],
  place: Place,
): readonly Finding[] {
  return ofKnown(rule, (value) => [value === null ? isGone() : judge(value, regions, place)]);
}

function isGone(): Finding {
  return fault(
    'failed',
    'The rule of the stack does not exist any more.',
    'Deploy the stack again.',
  );
}

function judge(rule: Rule, regions: readonly string[], place: Place): Finding {
  const model = 'the one of this version';
  const words = { where: '', model, renew: 'Deploy this version', goal: 'reaches the queue' };
  return (
    ruleFault(rule, { regions }, words, place) ??
    ok(`Rule ${rule.name} is enabled, and its pattern is ${model}.`)
  );
}

/**
 * Says what is wrong with a rule; null where nothing is. A rule may also be enabled for management events
 * that only read.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html
 */
export function ruleFault(
  rule: Rule,
  wanted: Wanted,
  words: RuleWords,
  place: Place,
): Finding | null {
  const { name, state, pattern } = rule;
  const { differences, expected } = comparePattern(pattern, wanted);
  if (differences.length > 0)
    return fault(
      'failed',
      `The pattern of rule ${name}${words.where} is not ${words.model}: ${brief(differences.join('; '), 400)}.`,
      `${words.renew}, or set the pattern now.`,
      awsCli('events put-rule', [...nameAnd(rule), ['event-pattern', expected]], place),
    );
  if (state.startsWith('ENABLED')) return null;
  return fault(
    'failed',
    `Rule ${name}${words.where} is ${state.toLowerCase()}, so no denied launch ${words.goal}.`,
    'Enable it.',
    awsCli('events enable-rule', [['name', name]], place),
  );
}

/** What is left out would be lost. */
function nameAnd({ name, description }: Rule) {
  const kept = description === '' ? [] : [['description', description] as const];
  return [['name', name] as const, ['state', 'ENABLED'] as const, ...kept];
}
