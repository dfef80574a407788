// suggested → [forms]: CloudFormation, in YAML.
import type { PolicyDocument } from '../suggestion';
import type { FormInput } from './json';
import { holderOf, policyName, type Holder } from './names';
import { yamlLines } from './yaml';

/** The resource type of an inline policy, and its property for the name. */
const RESOURCES = {
  role: { type: 'AWS::IAM::RolePolicy', property: 'RoleName' },
  user: { type: 'AWS::IAM::UserPolicy', property: 'UserName' },
} as const satisfies Record<Holder['kind'], unknown>;

/**
 * Writes a policy as a template that attaches it to a role or user, elsewhere as a bare document.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-rolepolicy.html
 */
export function cloudformation({ policy, place }: FormInput): string {
  const holder = holderOf(place);
  const lines = yamlLines(holder === null ? policy : templateOf(policy, holder));
  return `${lines.join('\n')}\n`;
}

function templateOf(policy: PolicyDocument, { kind, name }: Holder) {
  const { type, property } = RESOURCES[kind];
  const PolicyName = policyName(policy);
  return {
    Resources: {
      // Logical ids are letters and digits.
      [PolicyName.replace(/[^A-Za-z0-9]/g, '')]: {
        Type: type,
        Properties: { PolicyName, [property]: name, PolicyDocument: policy },
      },
    },
  };
}
