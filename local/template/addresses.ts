// synthesized template → [resources] → emulators: what Ref and GetAtt give once resources exist.
import { partitionOf } from '../partition';
import { type Names, resolve } from './intrinsics';
import { HOME, type Place } from './place';
import type { Template } from './template';

/** What one resource is called after its creation. */
export interface Address {
  /** What `Ref` gives. */
  readonly ref: string;
  /** What `Fn::GetAtt` gives, by attribute. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Addresses by logical id. */
export type Addresses = ReadonlyMap<string, Address>;

const PSEUDO_PARAMETERS: Readonly<Record<string, (place: Place) => string>> = {
  'AWS::AccountId': ({ account }) => account,
  'AWS::Region': ({ region }) => region,
  'AWS::Partition': ({ region }) => partitionOf(region),
  'AWS::URLSuffix': ({ region }) =>
    region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com',
  'AWS::StackName': () => 'LaunchDenied',
};

/** What a pseudo parameter stands for in a place; undefined for every other name. */
export function pseudoParameter(name: string, place: Place): string | undefined {
  return PSEUDO_PARAMETERS[name]?.(place);
}

/** ARNs of resources that are named in the template and have no emulator: service and resource. */
const ARNS: Readonly<Record<string, readonly [service: string, resource: string]>> = {
  'AWS::Lambda::Function': ['lambda', 'function:'],
  'AWS::Events::Rule': ['events', 'rule/'],
  'AWS::DynamoDB::Table': ['dynamodb', 'table/'],
  'AWS::DynamoDB::GlobalTable': ['dynamodb', 'table/'],
};

/** The address of a resource by its type and its physical name. */
export function addressOf(type: string, name: string, place: Place = HOME): Address {
  const arn = arnOf(type, name, place);
  return { ref: name, attributes: arn === null ? {} : { Arn: arn } };
}

function arnOf(type: string, name: string, { account, region }: Place): string | null {
  const partition = partitionOf(region);
  if (type === 'AWS::IAM::Role') return `arn:${partition}:iam::${account}:role/${name}`;
  const regional = (service: string, resource: string): string =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;
  if (type === 'AWS::Logs::LogGroup') return `${regional('logs', `log-group:${name}`)}:*`;
  const [service, prefix] = ARNS[type] ?? [];
  return service === undefined ? null : regional(service, `${prefix}${name}`);
}

/** Resolves names by what was created, and by the template's own names and ids for everything else. */
export function namesOf(template: Template, created: Addresses, place: Place = HOME): Names {
  const find = (id: string): Address => {
    const resource = template.Resources[id];
    if (resource === undefined)
      throw new Error(`the template refers to ${id} and does not define it`);
    return created.get(id) ?? addressOf(resource.Type, nameOf(id, resource, names), place);
  };
  const names: Names = {
    ref: (id) => pseudoParameter(id, place) ?? find(id).ref,
    getAtt: (id, attribute) => {
      const value = find(id).attributes[attribute];
      if (value !== undefined) return value;
      const type = template.Resources[id]?.Type;
      throw new Error(`local mode does not give ${attribute} of ${id} (${type})`);
    },
  };
  return names;
}

/** The properties by which others know a resource without referring to it. */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': 'RoleName',
  'AWS::Events::Rule': 'Name',
};

/** The name that the template gives, or the logical id. */
function nameOf(
  id: string,
  { Type, Properties }: Template['Resources'][string],
  names: Names,
): string {
  const name = resolve(Properties[NAMES[Type] ?? ''], names);
  return typeof name === 'string' ? name : id;
}
