// synthesized template → [roles] → STS, EventBridge: who may assume a role, and what it may then do.
import * as v from 'valibot';
import { type ResourceStatement, resourcePolicy } from '../policy/resource-policy';
import { policyDocument, type Statement } from '../policy/statement';
import { type Names, resolve } from './intrinsics';
import { resourcesOf, type Template, type TemplateResource } from './template';

/** A role of a template. */
export interface RolePlan {
  readonly arn: string;
  readonly name: string;
  /** The statements of its trust policy. */
  readonly trust: readonly ResourceStatement[];
  /** The statements of the role's own policies. */
  readonly statements: readonly Statement[];
  readonly longestSessionSeconds: number;
}

/** Reads the role of the template that has this ARN; null where it has none. */
export function findRole(template: Template, names: Names, arn: string): RolePlan | null {
  const roles = resourcesOf(template, 'AWS::IAM::Role');
  const role = roles.find(({ id }) => names.getAtt(id, 'Arn') === arn);
  return role === undefined ? null : readRole(role, template, names);
}

/** As `findRole`; throws where the template has no such role. */
export function roleWithArn(template: Template, names: Names, arn: string): RolePlan {
  const role = findRole(template, names, arn);
  if (role === null) throw new Error(`the role ${arn} is not in the template`);
  return role;
}

const roleProperties = v.object({
  AssumeRolePolicyDocument: v.optional(resourcePolicy, { Statement: [] }),
  MaxSessionDuration: v.optional(v.number(), 3_600),
  ManagedPolicyArns: v.optional(v.array(v.unknown()), []),
  Policies: v.optional(v.array(v.object({ PolicyDocument: policyDocument })), []),
});
const attachedPolicy = v.object({ Roles: v.array(v.string()), PolicyDocument: policyDocument });

function readRole({ id, properties }: TemplateResource, template: Template, names: Names) {
  const read = v.parse(roleProperties, resolve(properties, names));
  if (read.ManagedPolicyArns.length > 0)
    throw new Error(`local mode reads a role's own policies, and ${id} has managed ones`);
  const attached = resourcesOf(template, 'AWS::IAM::Policy')
    .map((policy) => v.parse(attachedPolicy, resolve(policy.properties, names)))
    .filter(({ Roles }) => Roles.includes(names.ref(id)));
  return {
    arn: names.getAtt(id, 'Arn'),
    name: names.ref(id),
    trust: read.AssumeRolePolicyDocument,
    statements: [...read.Policies, ...attached].flatMap(({ PolicyDocument }) => PolicyDocument),
    longestSessionSeconds: read.MaxSessionDuration,
  } satisfies RolePlan;
}
