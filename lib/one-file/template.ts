// What the files are made of: CloudFormation templates as JSON.
import * as v from 'valibot';

const section = v.optional(v.record(v.string(), v.unknown()), {});

const resource = v.looseObject({ Type: v.string(), Condition: v.optional(v.string()) });

const output = v.looseObject({ Condition: v.optional(v.string()) });

const template = v.object({
  Description: v.optional(v.string()),
  Metadata: section,
  Mappings: section,
  Parameters: section,
  Rules: section,
  Conditions: section,
  Resources: v.record(v.string(), resource),
  Outputs: v.optional(v.record(v.string(), output), {}),
});

/** A template, with the sections that templates of this package have. */
export type Template = Readonly<v.InferOutput<typeof template>>;

/** A resource or an output, which may be there only under a condition. */
export type Conditional = Readonly<v.InferOutput<typeof output>>;

/** Reads a template. */
export function parseTemplate(value: unknown): Template {
  return v.parse(template, value);
}

/** What takes away the property or the item that it stands for. */
export const NO_VALUE = { Ref: 'AWS::NoValue' };

/** A JSON object of a template. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object, neither a list nor something that CloudFormation computes. */
export function isPlain(value: unknown): value is JsonObject {
  return isObject(value) && !isComputed(value);
}

/** Whether a value is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isComputed(value: JsonObject): boolean {
  const [name = '', ...more] = Object.keys(value);
  return more.length === 0 && (name === 'Ref' || name.startsWith('Fn::'));
}
