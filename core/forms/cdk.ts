// suggested → [forms]: statements for the AWS CDK.
import type { PolicyStatement } from '../suggestion';
import type { FormInput } from './json';
import { textsOf } from './texts';
import { listLiteral, objectLiteral, property, stringLiteral } from './typescript';

/**
 * Writes the statements of a policy in TypeScript, to be pasted as an argument or into a list.
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.PolicyStatement.html
 */
export function cdk({ policy }: FormInput): string {
  return `${policy.Statement.map(statementText).join(',\n')}\n`;
}

function statementText({ Sid, Principal, Action, Resource, Condition }: PolicyStatement): string {
  const properties = [
    property('sid', stringLiteral(Sid)),
    ...(Principal === undefined ? [] : [property('principals', `[${principalText(Principal)}]`)]),
    listProperty('actions', textsOf(Action), 1),
    ...(Resource === undefined ? [] : [listProperty('resources', textsOf(Resource), 1)]),
    ...(Condition === undefined ? [] : [property('conditions', conditionsText(Condition))]),
  ];
  return `new iam.PolicyStatement(${objectLiteral(properties)})`;
}

function principalText(principal: NonNullable<PolicyStatement['Principal']>): string {
  if (principal === '*') return 'new iam.StarPrincipal()';
  return `new iam.ArnPrincipal(${stringLiteral(principal.AWS)})`;
}

function conditionsText(condition: NonNullable<PolicyStatement['Condition']>): string {
  return objectLiteral(
    Object.entries(condition).map(([operator, keys]) => property(operator, keysText(keys))),
  );
}

function keysText(keys: NonNullable<PolicyStatement['Condition']>[string]): string {
  return objectLiteral(
    Object.entries(keys).map(([key, values]) =>
      typeof values === 'string'
        ? property(key, stringLiteral(values))
        : listProperty(key, values, 3),
    ),
  );
}

/** A property with a list, at this depth of indentation. */
function listProperty(name: string, texts: readonly string[], depth: number): string {
  const columnsBefore = depth * 2 + property(name, '').length - 1;
  return property(name, listLiteral(texts.map(stringLiteral), columnsBefore));
}
