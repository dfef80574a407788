// synthesized template → [functions] → runtime: a function and what its role may do.
import * as v from 'valibot';
import type { Statement } from '../policy/statement';
import { type Names, resolve } from './intrinsics';
import { roleWithArn } from './read-roles';
import { resourcesOf, type Template } from './template';

/** CloudFormation makes a text of a number where a property is a text. */
const text = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

const functionProperties = v.object({
  Code: v.union([v.object({ S3Key: v.string() }), v.object({ ZipFile: v.string() })]),
  Handler: v.string(),
  Runtime: v.string(),
  Timeout: v.optional(v.number(), 3),
  MemorySize: v.optional(v.number(), 128),
  Role: v.string(),
  Environment: v.optional(v.object({ Variables: v.record(v.string(), text) }), {
    Variables: {},
  }),
});

/** Where a function's code is. */
type FunctionCode =
  /** The key in the asset bucket, by which the assembly's manifest finds the folder. */
  | { readonly kind: 'asset'; readonly key: string }
  /** The template itself holds `index.js`. */
  | { readonly kind: 'inline'; readonly source: string };

/** A deployed function. */
export interface FunctionPlan {
  readonly name: string;
  readonly arn: string;
  readonly handler: string;
  readonly runtime: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly code: FunctionCode;
  readonly roleName: string;
  /** The statements of the role's own policies. */
  readonly statements: readonly Statement[];
}

/** Reads the function of the template that has this name or ARN. */
export function readFunction(template: Template, names: Names, nameOrArn: string): FunctionPlan {
  const read = resourcesOf(template, 'AWS::Lambda::Function').find(({ id }) =>
    [names.ref(id), names.getAtt(id, 'Arn')].includes(nameOrArn),
  );
  if (!read) throw new Error(`the function ${nameOrArn} is not in the template`);
  const { id, properties } = read;
  const parsed = v.parse(functionProperties, resolve(properties, names));
  const role = roleWithArn(template, names, parsed.Role);
  return {
    name: names.ref(id),
    arn: names.getAtt(id, 'Arn'),
    handler: parsed.Handler,
    runtime: parsed.Runtime,
    timeoutSeconds: parsed.Timeout,
    memoryMegabytes: parsed.MemorySize,
    environment: parsed.Environment.Variables,
    code: codeOf(parsed.Code),
    roleName: role.name,
    statements: role.statements,
  };
}

function codeOf(code: v.InferOutput<typeof functionProperties>['Code']): FunctionCode {
  return 'S3Key' in code
    ? { kind: 'asset', key: code.S3Key }
    : { kind: 'inline', source: code.ZipFile };
}
