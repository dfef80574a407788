// template with parameters → [values] → conditions, resources: what each parameter stands for.
// @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
import type { Parameter, Template } from './template';

/** Values of parameters as somebody gives them when deploying; a list as text with commas. */
export type GivenParameters = Readonly<Record<string, string>>;

/** What `Ref` gives for a parameter. */
export type ParameterValue = string | number | readonly string[];

/**
 * The value of each parameter: the one given, or its default.
 *
 * @throws Error for a parameter without a value, one that is not in the template, and a value that is
 * not allowed
 */
export function readParameters(
  { Parameters = {} }: Template,
  given: GivenParameters,
): ReadonlyMap<string, ParameterValue> {
  const foreign = Object.keys(given).find((name) => !(name in Parameters));
  if (foreign !== undefined) throw new Error(`the template has no parameter ${foreign}`);
  return new Map(
    Object.entries(Parameters).map(([name, parameter]) => [
      name,
      valueOf(name, parameter, given[name]),
    ]),
  );
}

function valueOf(name: string, parameter: Parameter, given: string | undefined): ParameterValue {
  const text = given ?? parameter.Default;
  if (text === undefined) throw new Error(`the parameter ${name} has no value`);
  const items = isList(parameter) ? itemsIn(String(text)) : [String(text)];
  refuseOthers(name, String(text), items, parameter);
  if (isList(parameter)) return items;
  return parameter.Type === 'Number' ? Number(text) : String(text);
}

function isList({ Type }: Parameter): boolean {
  return Type === 'CommaDelimitedList' || Type.startsWith('List<');
}

/** An empty text is a list with one empty item, as CloudFormation has it. */
function itemsIn(text: string): readonly string[] {
  return text.split(',').map((item) => item.trim());
}

function refuseOthers(
  name: string,
  text: string,
  items: readonly string[],
  { AllowedValues, AllowedPattern, Type }: Parameter,
): void {
  const values = AllowedValues?.map(String);
  const pattern = new RegExp(`^(?:${AllowedPattern ?? '[^]*'})$`);
  const isAllowed =
    items.every((item) => values?.includes(item) !== false) &&
    items.every((item) => pattern.test(item)) &&
    (Type !== 'Number' || (text !== '' && !Number.isNaN(Number(text))));
  if (!isAllowed)
    throw new Error(`the parameter ${name} is ${JSON.stringify(text)}, which is not allowed`);
}
