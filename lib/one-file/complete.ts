// merged template, parameters → [complete] → file
import {
  consoleInterface,
  type FileParameter,
  type FileParameters,
  given,
  givenConditions,
  parameterSection,
} from './file-parameter';
import { refer, type StandIn } from './refer';
import { isObject, type JsonObject, parseTemplate, type Template } from './template';

/** What a file is, beside what the stacks say. */
export interface FileContents {
  readonly parameters: FileParameters;
  readonly rules: Template['Rules'];
  readonly conditions: Template['Conditions'];
  /** Other values that the stacks were made with, by what the file refers to instead. */
  readonly names: Readonly<Record<string, string>>;
  /** What the file says of itself. */
  readonly about: JsonObject;
}

/** Makes the file of a template whose stacks were made with stand-ins. */
export function complete(template: Template, contents: FileContents): Template {
  const { parameters, rules, conditions, names, about } = contents;
  const standIns = [
    ...Object.entries(names).map(([name, value]) => ({ name, value, isList: false })),
    ...Object.entries(parameters).flatMap(standInOf),
  ];
  const { Resources, Outputs } = template;
  return parseTemplate({
    ...template,
    Metadata: { 'AWS::CloudFormation::Interface': consoleInterface(parameters), ...about },
    Parameters: parameterSection(parameters),
    Rules: rules,
    Conditions: { ...givenConditions(parameters), ...conditions },
    Resources: refer(onlyWhereGiven(Resources, parameters), standIns),
    Outputs: refer(Outputs, standIns),
  });
}

function standInOf([name, parameter]: readonly [string, FileParameter]): readonly StandIn[] {
  const { standIn: value, type, optional } = parameter;
  if (value === undefined) return [];
  const isList = type === 'CommaDelimitedList';
  return [{ name, value, isList, ...(optional === 'property' ? { condition: given(name) } : {}) }];
}

/** Lets a resource that has an optional parameter among its properties be there only where that is given. */
function onlyWhereGiven(
  resources: Template['Resources'],
  parameters: FileParameters,
): Template['Resources'] {
  const optional = Object.entries(parameters).filter(([, one]) => one.optional === 'resource');
  const whole = Object.entries(resources).map(([id, resource]) => {
    const properties = Object.values(asObject(resource['Properties']));
    const found = optional.find(([, { standIn }]) => properties.includes(standIn));
    return [id, found === undefined ? resource : { ...resource, Condition: given(found[0]) }];
  });
  return Object.fromEntries(whole);
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Puts code into the functions of a file, by the text that stood for it. */
export function withCode(template: Template, code: ReadonlyMap<string, string>): Template {
  const resources = Object.entries(template.Resources).map(([id, resource]) => {
    const properties = asObject(resource['Properties']);
    const text = code.get(String(asObject(properties['Code'])['ZipFile']));
    if (text === undefined) return [id, resource];
    return [id, { ...resource, Properties: { ...properties, Code: { ZipFile: text } } }];
  });
  return { ...template, Resources: Object.fromEntries(resources) };
}
