// suggested → [parameters]: a change of the request as data, before a tool's language writes it.
import type { DecisiveCondition } from '../contract';

/** A value of a parameter; null where the parameter must not be given. */
export type Value = string | number | boolean | null;

/** Parameters as JSON and YAML hold them, under the API's or Karpenter's names. */
export type Tree = Value | readonly Tree[] | Branch;

/** Parameters by their names. */
export interface Branch {
  readonly [name: string]: Tree;
}

/** What an argument of Terraform may be, besides a value. */
export type Argument =
  | Value
  | readonly string[]
  | { readonly kind: 'block'; readonly body: Body }
  | { readonly kind: 'map'; readonly entries: Readonly<Record<string, Value>> }
  | { readonly kind: 'reference'; readonly to: string }
  | { readonly kind: 'no-block' };

/** The inside of a block of Terraform. */
export interface Body {
  readonly [name: string]: Argument;
}

/** A block inside of a block. */
export function block(body: Body): Argument {
  return { kind: 'block', body };
}

/** A requirement of a NodePool. @see https://karpenter.sh/docs/concepts/nodepools/ */
export interface Requirement {
  readonly [name: string]: Tree;
  readonly key: string;
  readonly operator: 'In' | 'NotIn';
  readonly values: readonly string[];
}

/** A change of the request, as far as each tool can make it; what is absent cannot be written there. */
export interface Change {
  /** `LaunchTemplateData` of the API and of CloudFormation. */
  readonly template?: Branch;
  /** Options of `aws ec2 run-instances`. @default - as in the template */
  readonly options?: Branch;
  /** Properties of `AWS::EC2::Instance`. @default - the launch template's are used */
  readonly instance?: Branch;
  readonly terraform?: { readonly instance?: Body; readonly template?: Body };
  /** A data source that the arguments of Terraform refer to. */
  readonly data?: { readonly head: string; readonly body: Body };
  /** What a request for Spot Instances takes outside of its launch specification. */
  readonly spot?: { readonly options: Branch; readonly terraform: Body };
  /** `spec` of an EC2NodeClass. */
  readonly nodeClass?: Branch;
  /** Requirements of a NodePool. */
  readonly requirements?: readonly Requirement[];
  /** The Region of the request. */
  readonly region?: Value;
  /** A remark for the command line, without line breaks. */
  readonly hint?: string;
}

/** What a row knows of the denial beside the value. */
interface Scope {
  /** The denied resource's type by its IAM name; empty where nobody named it. */
  readonly resourceType: string;
  /** What follows the `/` of the key; empty where there is none. */
  readonly name: string;
  readonly condition: DecisiveCondition;
}

/** A value that satisfies the statement, and others that would. */
export interface Wanted {
  readonly value: Value;
  readonly others: readonly string[];
}

/** What is to be done about a condition key. */
export interface Row {
  /** Finds a value that satisfies the statement; null where none can be named. */
  readonly read: (condition: DecisiveCondition) => Wanted | null;
  /** Writes the value for each tool that has the parameter. */
  readonly write: (value: Value, scope: Scope) => Change;
}

/** The rows of a theme, by condition key in lower case. */
export type Rows = Readonly<Record<string, Row>>;
