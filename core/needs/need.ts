// explained → [needed] → suggested
import { parseArn } from '../arn';
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
  /** Whether its `*` stands for any name: that of what is made at launch, or named by a template. @default false */
  readonly isOpen?: boolean;
}

/** The name of what does not exist yet; a name that a request gives is never this, whatever it is. */
export const NEW = Symbol('made at launch');

/** A resource's name, or that it is made at launch. */
type Name = string | typeof NEW;

/** What a launch needs for one action and resource type; a new need is one row. */
export interface NeedRow {
  readonly action: string;
  readonly type: string;
  /** The names of this request's resources. */
  readonly names: (scope: Scope) => readonly Name[];
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
    resource: row.arn(scope, name === NEW ? '*' : name),
    resourceType: type,
    ...(assumes === undefined ? {} : { assumes }),
    ...(isGuess === undefined ? {} : { isGuess }),
    ...(name === NEW ? { isOpen: true } : {}),
  }));
}

/** So many of one type are listed; an alert has to stay readable. */
export const MOST_NAMES = 25;

function namesOf({ names, absent }: NeedRow, scope: Scope): readonly Name[] {
  const given = [...new Set(names(scope))].slice(0, MOST_NAMES);
  const name = given.length > 0 ? null : (absent?.(scope) ?? null);
  if (name === null) return given;
  return scope.templateArn !== null ? [NEW] : [`<${name}>`];
}

/** The ARN of a resource of EC2: `type/name` in the account that launches. */
export function ec2Arn(type: string): NeedRow['arn'] {
  return ({ partition, region, account }, name) =>
    `arn:${partition}:ec2:${region}:${account}:${type}/${name}`;
}

/** The texts that are ARNs of one resource. */
export function onlyArns(...texts: readonly (string | null | undefined)[]): readonly string[] {
  return texts.filter((text): text is string => typeof text === 'string' && isArn(text));
}

function isArn(text: string): boolean {
  const arn = parseArn(text);
  return arn !== null && arn.service !== '' && arn.resource !== '' && !/[*?]/.test(text);
}

/** The same for what might be an ARN already. */
export function arnOrName(type: string): NeedRow['arn'] {
  return (scope, name) => (name.startsWith('arn:') ? name : ec2Arn(type)(scope, name));
}

/** The ARN of an image or snapshot, which carries no account. */
export function publicArn(type: string): NeedRow['arn'] {
  return ({ partition, region }, name) => `arn:${partition}:ec2:${region}::${type}/${name}`;
}
