// policy of a resource → [admission] → checks: whom an Allow names, and whom it might let in.
import {
  type Condition,
  conditionAnswer,
  conditionsOf,
  type PolicyRequest,
  type Statement,
} from './policy-statements';

/** Whom an Allow lets in: who passes is in each of the lists. */
export interface Admission {
  /** As they are written: its principals, then the values of each condition on who is asking. */
  readonly lists: readonly (readonly string[])[];
  /** Keys of conditions that might narrow it further, and are not read. */
  readonly unread: readonly string[];
  /** Whether no condition keeps all such requests out. */
  readonly isPossible: boolean;
}

/** What is known of the requests in question. */
export interface Asking {
  /** Condition keys in small letters that tell who is asking. */
  readonly identity: readonly string[];
  readonly context: PolicyRequest['context'];
}

/** Reads whom an Allow lets in out of its principals and conditions. */
export function admissionOf(statement: Statement, { identity, context }: Asking): Admission {
  const conditions = conditionsOf(statement);
  const naming = conditions.filter((each) => names(each, identity));
  const others = conditions
    .filter((each) => !naming.includes(each))
    .map((each) => ({ key: each.key, answer: conditionAnswer(each, context) }));
  return {
    lists: [Object.values(statement.Principal).flat(), ...naming.map(({ values }) => values)],
    unread: others.filter(({ answer }) => answer === null).map(({ key }) => key),
    isPossible: others.every(({ answer }) => answer !== false),
  };
}

/** What is negated, or passes where the key is not there, names nobody. */
const POSITIVE = /^(?:String(?:Equals|EqualsIgnoreCase|Like)|Arn(?:Equals|Like))$/;

function names({ operator, key }: Condition, identity: readonly string[]): boolean {
  return POSITIVE.test(operator) && identity.includes(key.toLowerCase());
}

/** Whom an Allow might let in beside those that are meant; as narrow as a list tells it. */
export function strangersOf(
  { lists }: Admission,
  isMeant: (name: string) => boolean,
): readonly string[] {
  const strangers = lists.map((names) => names.filter((each) => !isMeant(each)));
  if (strangers.some((each) => each.length === 0)) return [];
  return strangers.find((each) => !each.includes('*')) ?? ['*'];
}
