// explained → [needed] → suggested
import type { Scope } from './scope';

/** A condition that keeps a statement narrow. */
export interface Narrowing {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** An action on a resource that AWS authorizes for a launch. */
export interface Need {
  readonly action: string;
  readonly resource: string;
  readonly resourceType: string;
  /** What is assumed of the resource, as a sentence. @default - nothing */
  readonly assumes?: string;
  /** Whether the name is a guess that nothing can be asked about. @default false */
  readonly isGuess?: boolean;
}

/** What a launch needs for one action and resource type; a new need is one row. */
export interface NeedRow {
  readonly action: string;
  readonly type: string;
  /** The names of this request's resources: `*` for one that does not exist yet. */
  readonly names: (scope: Scope) => readonly string[];
  /** The ARN of a name. */
  readonly arn: (scope: Scope, name: string) => string;
  /** What stands in where the request names none; a launch template might name it then. @default - the need falls away */
  readonly absent?: (scope: Scope) => string | null;
  /** What is assumed of the resource, as a sentence. @default - nothing */
  readonly assumes?: string;
  /** Whether the name is a guess that nothing can be asked about. @default false */
  readonly isGuess?: boolean;
  /** The AWS page that says so. */
  readonly source: string;
}

/** What one row comes to for a request. */
export function needsOf(row: NeedRow, scope: Scope): readonly Need[] {
  const { action, type, assumes, isGuess } = row;
  return namesOf(row, scope).map((name) => ({
    action,
    resource: row.arn(scope, name),
    resourceType: type,
    ...(assumes === undefined ? {} : { assumes }),
    ...(isGuess === undefined ? {} : { isGuess }),
  }));
}

function namesOf({ names, absent }: NeedRow, scope: Scope): readonly string[] {
  const given = [...new Set(names(scope))];
  const name = given.length > 0 ? null : (absent?.(scope) ?? null);
  if (name === null) return given;
  return scope.templateArn !== null ? ['*'] : [`<${name}>`];
}

/** The ARN of a resource of EC2: `type/name` in the account that launches. */
export function ec2Arn(type: string): NeedRow['arn'] {
  return ({ partition, region, account }, name) =>
    `arn:${partition}:ec2:${region}:${account}:${type}/${name}`;
}

/** The same for what might be an ARN already. */
export function arnOrName(type: string): NeedRow['arn'] {
  return (scope, name) => (name.startsWith('arn:') ? name : ec2Arn(type)(scope, name));
}

/** The ARN of an image or snapshot, which carries no account. */
export function publicArn(type: string): NeedRow['arn'] {
  return ({ partition, region }, name) => `arn:${partition}:ec2:${region}::${type}/${name}`;
}
