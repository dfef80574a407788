// synthesized template → [functions] → runtime: a function and what its role may do.
import * as v from 'valibot';
import { policyDocument, type Statement } from '../policy/statement';
import { type Names, resolve } from './intrinsics';
import { resourcesOf, type Template, type TemplateResource } from './template';

const functionProperties = v.object({
  Code: v.object({ S3Key: v.string() }),
  Handler: v.string(),
  Runtime: v.string(),
  Timeout: v.optional(v.number(), 3),
  MemorySize: v.optional(v.number(), 128),
  Role: v.string(),
  Environment: v.optional(v.object({ Variables: v.record(v.string(), v.string()) }), {
    Variables: {},
  }),
});

/** A deployed function. */
export interface FunctionPlan {
  readonly name: string;
  readonly arn: string;
  readonly handler: string;
  readonly runtime: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly environment: Readonly<Record<string, string>>;
  /** The key of its code in the asset bucket, by which the assembly's manifest finds the folder. */
  readonly codeKey: string;
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
  return {
    name: names.ref(id),
    arn: names.getAtt(id, 'Arn'),
    handler: parsed.Handler,
    runtime: parsed.Runtime,
    timeoutSeconds: parsed.Timeout,
    memoryMegabytes: parsed.MemorySize,
    environment: parsed.Environment.Variables,
    codeKey: parsed.Code.S3Key,
    ...readRole(template, names, parsed.Role),
  };
}

/** Reads the role of the template that has this ARN. */
export function readRole(
  template: Template,
  names: Names,
  arn: string,
): Pick<FunctionPlan, 'roleName' | 'statements'> {
  const role = roleWithArn(template, names, arn);
  return { roleName: names.ref(role.id), statements: statementsOf(template, names, role) };
}

function roleWithArn(template: Template, names: Names, arn: string): TemplateResource {
  const roles = resourcesOf(template, 'AWS::IAM::Role');
  const role = roles.find(({ id }) => names.getAtt(id, 'Arn') === arn);
  if (!role) throw new Error(`the role ${arn} is not in the template`);
  return role;
}

const inlinePolicies = v.object({
  ManagedPolicyArns: v.optional(v.array(v.unknown()), []),
  Policies: v.optional(v.array(v.object({ PolicyDocument: policyDocument })), []),
});
const attachedPolicy = v.object({ Roles: v.array(v.string()), PolicyDocument: policyDocument });

function statementsOf(
  template: Template,
  names: Names,
  role: TemplateResource,
): readonly Statement[] {
  const { Policies, ManagedPolicyArns } = v.parse(inlinePolicies, resolve(role.properties, names));
  if (ManagedPolicyArns.length > 0)
    throw new Error(`local mode reads a role's own policies, and ${role.id} has managed ones`);
  const attached = resourcesOf(template, 'AWS::IAM::Policy')
    .map(({ properties }) => v.parse(attachedPolicy, resolve(properties, names)))
    .filter(({ Roles }) => Roles.includes(names.ref(role.id)));
  return [...Policies, ...attached].flatMap(({ PolicyDocument }) => PolicyDocument);
}
