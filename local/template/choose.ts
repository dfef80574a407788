// template with parameters → [conditions] → template: what CloudFormation keeps of a template.
// @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
import * as v from 'valibot';
import { pseudoParameter } from './addresses';
import { callIn, type Names, resolve, substitute } from './intrinsics';
import { type GivenParameters, type ParameterValue, readParameters } from './parameters';
import type { Place } from './place';
import type { Template } from './template';

/** The template's parameters and conditions, with their values. */
interface Choice {
  readonly values: ReadonlyMap<string, ParameterValue>;
  readonly mappings: NonNullable<Template['Mappings']>;
  readonly names: Names;
  holds(condition: string): boolean;
}

/**
 * Fills the parameters in, takes one branch of each `Fn::If`, and leaves out the resources and outputs
 * whose condition does not hold. A template without parameters and conditions comes back as it is.
 *
 * @throws Error for parameters without a value, or with one that is not allowed
 */
export function chooseResources(
  template: Template,
  given: GivenParameters,
  place: Place,
): Template {
  const { Resources, Outputs = {} } = template;
  const choice = choiceOf(template, readParameters(template, given), place);
  const kept = <T extends { readonly Condition?: string | undefined }>(
    all: Readonly<Record<string, T>>,
    fillIn: (one: T) => T,
  ): Record<string, T> =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([, { Condition }]) => Condition === undefined || choice.holds(Condition))
        .map(([id, one]) => [id, fillIn(one)]),
    );
  return {
    Resources: kept(Resources, (one) => ({
      ...one,
      Properties: v.parse(v.record(v.string(), v.unknown()), fill(one.Properties, choice)),
    })),
    Outputs: kept(Outputs, (one) => ({ ...one, Value: fill(one.Value, choice) })),
  };
}

function choiceOf(
  { Conditions = {}, Mappings: mappings = {} }: Template,
  values: Choice['values'],
  place: Place,
): Choice {
  const choice: Choice = {
    values,
    mappings,
    names: namesBefore(place),
    holds(name) {
      if (!(name in Conditions)) throw new Error(`the template has no condition ${name}`);
      return isTrue(Conditions[name], choice);
    },
  };
  return choice;
}

/** Before anything is created only pseudo parameters have a value. */
function namesBefore(place: Place): Names {
  const refuse = (id: string): never => {
    throw new Error(`a condition refers to ${id}, which is no parameter`);
  };
  return { ref: (id) => pseudoParameter(id, place) ?? refuse(id), getAtt: refuse };
}

const list = v.array(v.unknown());
const pair = v.tuple([v.unknown(), v.unknown()]);
const path = v.tuple([v.string(), v.string(), v.string()]);
const branches = v.tuple([v.string(), v.unknown(), v.unknown()]);
const substitution = v.tuple([v.string(), v.optional(v.record(v.string(), v.unknown()), {})]);
const reference = v.strictObject({ Condition: v.string() });

const CONDITIONS: Readonly<Record<string, (argument: unknown, choice: Choice) => boolean>> = {
  'Fn::Equals': (argument, choice) => {
    const [one, other] = v.parse(pair, argument).map((side) => textOf(side, choice));
    return one === other;
  },
  'Fn::And': (argument, choice) => v.parse(list, argument).every((one) => isTrue(one, choice)),
  'Fn::Or': (argument, choice) => v.parse(list, argument).some((one) => isTrue(one, choice)),
  'Fn::Not': (argument, choice) => !v.parse(list, argument).some((one) => isTrue(one, choice)),
};

function isTrue(condition: unknown, choice: Choice): boolean {
  const named = v.safeParse(reference, condition);
  if (named.success) return choice.holds(named.output.Condition);
  const [name = '', argument] =
    (typeof condition === 'object' && condition !== null && callIn(condition)) || [];
  const decide = CONDITIONS[name];
  if (decide) return decide(argument, choice);
  const known = Object.keys(CONDITIONS).join(', ');
  throw new Error(`local mode reads ${known} as conditions, and this template has ${name}`);
}

function textOf(value: unknown, choice: Choice): string {
  return String(resolve(fill(value, choice), choice.names));
}

/** Fills parameters in, and takes branches; other functions stay for when resources exist. */
function fill(value: unknown, choice: Choice): unknown {
  if (Array.isArray(value)) return value.map((item) => fill(item, choice));
  if (typeof value !== 'object' || value === null) return value;
  const [name, argument] = callIn(value) ?? [];
  if (name === 'Ref') return choice.values.get(String(argument)) ?? value;
  if (name === 'Fn::If') {
    const [condition, one, other] = v.parse(branches, argument);
    return fill(choice.holds(condition) ? one : other, choice);
  }
  if (name === 'Fn::FindInMap') return found(v.parse(path, resolveAll(argument, choice)), choice);
  if (name === 'Fn::Sub') return { 'Fn::Sub': filledSub(argument, choice) };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, choice)]));
}

function resolveAll(value: unknown, choice: Choice): unknown {
  return resolve(fill(value, choice), choice.names);
}

function found([map, first, second]: v.InferOutput<typeof path>, { mappings }: Choice): unknown {
  const value = mappings[map]?.[first]?.[second];
  if (value !== undefined) return value;
  throw new Error(`the template maps nothing at ${map}, ${first}, ${second}`);
}

/** Names of its own list go before parameters. */
function filledSub(argument: unknown, choice: Choice): unknown {
  const [text, own] = v.parse(substitution, [argument].flat());
  const filled = substitute(text, (name) =>
    String((name in own ? undefined : choice.values.get(name)) ?? `\${${name}}`),
  );
  return Object.keys(own).length === 0 ? filled : [filled, fill(own, choice)];
}
