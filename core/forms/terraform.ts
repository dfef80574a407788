// suggested → [forms]: Terraform, whose data source writes the JSON.
import type { PolicyStatement } from '../suggestion';
import type { FormInput } from './json';
import { aligned, block, hclText, listLines } from './hcl';
import { holderOf, policyName, type Holder } from './names';
import { textsOf } from './texts';

type Lines = readonly string[];

/** The resource that attaches an inline policy, and its argument for the name. */
const ATTACHMENTS = {
  role: { resource: 'aws_iam_role_policy', argument: 'role' },
  user: { resource: 'aws_iam_user_policy', argument: 'user' },
} as const satisfies Record<Holder['kind'], unknown>;

/**
 * Writes a policy as a data source of Terraform, and the resource that attaches it to a role or user.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function terraform({ policy, place }: FormInput): string {
  const name = policyName(policy);
  const label = labelOf(name);
  const statements = policy.Statement.flatMap((statement, at) => [
    ...(at === 0 ? [] : ['']),
    ...block('statement', linesOf(statement)),
  ]);
  const data = block(`data "aws_iam_policy_document" "${label}"`, statements);
  const holder = holderOf(place);
  const resource = holder === null ? [] : ['', ...attachment(holder, name, label)];
  return `${[...data, ...resource].join('\n')}\n`;
}

/** `launch_denied_run_instances_0abc123` for `LaunchDeniedRunInstances-0abc123`. */
function labelOf(name: string): string {
  return name
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .replaceAll('-', '_')
    .toLowerCase();
}

function attachment({ kind, name: holder }: Holder, name: string, label: string): Lines {
  const { resource, argument } = ATTACHMENTS[kind];
  return block(
    `resource "${resource}" "${label}"`,
    aligned([
      ['name', hclText(name)],
      [argument, hclText(holder)],
      ['policy', `data.aws_iam_policy_document.${label}.json`],
    ]),
  );
}

function linesOf({ Sid, Effect, Principal, Action, Resource, Condition }: PolicyStatement): Lines {
  return [
    ...aligned([
      ['sid', hclText(Sid)],
      ['effect', hclText(Effect)],
    ]),
    ...listLines('actions', textsOf(Action)),
    ...(Resource === undefined ? [] : listLines('resources', textsOf(Resource))),
    ...(Principal === undefined ? [] : ['', ...principalLines(Principal)]),
    ...Object.entries(Condition ?? {}).flatMap(([test, keys]) =>
      Object.entries(keys).flatMap(([variable, values]) => [
        '',
        ...conditionLines(test, variable, textsOf(values)),
      ]),
    ),
  ];
}

function principalLines(principal: NonNullable<PolicyStatement['Principal']>): Lines {
  const [type, identifier] = principal === '*' ? ['*', '*'] : ['AWS', principal.AWS];
  return block(
    'principals',
    aligned([
      ['type', hclText(type)],
      ['identifiers', `[${hclText(identifier)}]`],
    ]),
  );
}

function conditionLines(test: string, variable: string, values: readonly string[]): Lines {
  return block(
    'condition',
    aligned([
      ['test', hclText(test)],
      ['variable', hclText(variable)],
      ['values', `[${values.map(hclText).join(', ')}]`],
    ]),
  );
}
