// suggested → [parameters]: YAML of CloudFormation and Karpenter.
import { yamlScalar } from '../forms/yaml';
import type { Branch, Tree } from './change';

/** Writes parameters in block style, one a line. */
export function branchLines(branch: Branch): readonly string[] {
  return Object.entries(branch).flatMap(([name, value]) => {
    const lines = linesOf(value);
    const key = `${yamlScalar(name)}:`;
    return isNested(value)
      ? [key, ...lines.map((line) => `  ${line}`)]
      : [`${key} ${lines.join('')}`];
  });
}

function linesOf(value: Tree): readonly string[] {
  if (value === null || typeof value !== 'object') return [valueText(value)];
  if (!isList(value)) return branchLines(value);
  return value.flatMap((item) =>
    linesOf(item).map((line, at) => `${at === 0 ? '- ' : '  '}${line}`),
  );
}

function valueText(value: string | number | boolean | null): string {
  return typeof value === 'string' ? yamlScalar(value) : String(value);
}

function isNested(value: Tree): boolean {
  return value !== null && typeof value === 'object';
}

function isList(value: Tree): value is readonly Tree[] {
  return Array.isArray(value);
}

/**
 * Writes what must not be given as CloudFormation writes it.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
 */
export function withoutNull(value: Tree): Tree {
  if (value === null) return { Ref: 'AWS::NoValue' };
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map(withoutNull);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withoutNull(member)]),
  );
}
