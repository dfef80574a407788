// facts → [check] → report: the rule is enabled, and its pattern is the one of this version.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { awsCli, type Place } from './command';
import { comparePattern } from './event-pattern';
import { brief } from './sentence';

/** The rule as EventBridge describes it. */
export interface Rule {
  readonly name: string;
  readonly state: string;
  readonly pattern: string;
  readonly description: string;
}

/** Null is a rule that does not exist. */
export function judgeRule(rule: Answer<Rule | null>, place: Place): readonly Finding[] {
  return ofKnown(rule, (value) => [value === null ? isGone() : judge(value, place)]);
}

function isGone(): Finding {
  return fault(
    'failed',
    'The rule of the stack does not exist any more.',
    'Deploy the stack again.',
  );
}

/** A rule may also be enabled for management events that only read. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html */
function judge(rule: Rule, place: Place): Finding {
  const { name, state, pattern } = rule;
  const { differences, expected } = comparePattern(pattern);
  if (differences.length > 0)
    return fault(
      'failed',
      `The pattern of rule ${name} is not the one of this version: ${brief(differences.join('; '), 400)}.`,
      'Deploy this version, or set the pattern now.',
      awsCli('events put-rule', [...nameAnd(rule), ['event-pattern', expected]], place),
    );
  if (!state.startsWith('ENABLED'))
    return fault(
      'failed',
      `Rule ${name} is ${state.toLowerCase()}, so no denied launch reaches the queue.`,
      'Enable it.',
      awsCli('events enable-rule', [['name', name]], place),
    );
  return ok(`Rule ${name} is enabled, and its pattern is the one of this version.`);
}

/** What is left out would be lost. */
function nameAnd({ name, description }: Rule) {
  const kept = description === '' ? [] : [['description', description] as const];
  return [['name', name] as const, ['state', 'ENABLED'] as const, ...kept];
}
