// synthesized template → [resources] → emulators: the template as CloudFormation would read it.
import * as v from 'valibot';

const resource = v.object({
  Type: v.string(),
  Condition: v.optional(v.string()),
  Properties: v.optional(v.record(v.string(), v.unknown()), {}),
});

const parameter = v.object({
  Type: v.string(),
  Default: v.optional(v.union([v.string(), v.number()])),
  AllowedValues: v.optional(v.array(v.union([v.string(), v.number()]))),
  AllowedPattern: v.optional(v.string()),
});

const output = v.object({ Value: v.unknown(), Condition: v.optional(v.string()) });

/** The part of a template that local mode reads. */
export const template = v.object({
  Parameters: v.optional(v.record(v.string(), parameter)),
  Mappings: v.optional(
    v.record(v.string(), v.record(v.string(), v.record(v.string(), v.unknown()))),
  ),
  Conditions: v.optional(v.record(v.string(), v.unknown())),
  Resources: v.record(v.string(), resource),
  Outputs: v.optional(v.record(v.string(), output)),
});

/** A parsed template. */
export type Template = v.InferOutput<typeof template>;

/** A parameter of a template. */
export type Parameter = v.InferOutput<typeof parameter>;

/** A resource with its logical id. */
export interface TemplateResource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The resources of any of the types, in the template's order. */
export function resourcesOf(
  { Resources }: Template,
  ...types: readonly string[]
): readonly TemplateResource[] {
  return Object.entries(Resources)
    .filter(([, { Type }]) => types.includes(Type))
    .map(([id, { Type, Properties }]) => ({ id, type: Type, properties: Properties }));
}

/** The one resource of a type; throws when there are none or several. */
export function onlyResourceOf(parsed: Template, type: string): TemplateResource {
  const [only, ...more] = resourcesOf(parsed, type);
  if (only && more.length === 0) return only;
  const count = only ? more.length + 1 : 0;
  throw new Error(`local mode plays a template with one ${type}, and this one has ${count}`);
}
