// synthesized template → [resources] → emulators: what Ref and GetAtt give once resources exist.
import type { Names } from './intrinsics';
import type { Template } from './template';

/** The invented account that local mode plays in. */
const LOCAL_ACCOUNT = '111122223333';
/** Other partitions have deployments of their own, in invented accounts of their own. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  'aws-us-gov': '222233334444',
  'aws-cn': '333344445555',
};

/** The account of the deployment in a partition. */
export function accountIn(partition: string): string {
  return ACCOUNTS[partition] ?? LOCAL_ACCOUNT;
}

/** The Region that the stack lies in locally. */
export const LOCAL_REGION = 'us-east-1';

/** What one resource is called after its creation. */
export interface Address {
  /** What `Ref` gives. */
  readonly ref: string;
  /** What `Fn::GetAtt` gives, by attribute. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Addresses by logical id. */
export type Addresses = ReadonlyMap<string, Address>;

const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::AccountId': LOCAL_ACCOUNT,
  'AWS::Region': LOCAL_REGION,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** ARNs of resources that are named in the template and have no emulator. */
const ARNS: Readonly<Record<string, (name: string) => string>> = {
  'AWS::IAM::Role': (name) => `arn:aws:iam::${LOCAL_ACCOUNT}:role/${name}`,
  'AWS::Lambda::Function': (name) => regionalArn('lambda', `function:${name}`),
  'AWS::Logs::LogGroup': (name) => `${regionalArn('logs', `log-group:${name}`)}:*`,
  'AWS::Events::Rule': (name) => regionalArn('events', `rule/${name}`),
  'AWS::DynamoDB::Table': (name) => regionalArn('dynamodb', `table/${name}`),
  'AWS::DynamoDB::GlobalTable': (name) => regionalArn('dynamodb', `table/${name}`),
};

/** The address of a resource by its type and its physical name. */
export function addressOf(type: string, name: string): Address {
  const arn = ARNS[type]?.(name);
  return { ref: name, attributes: arn === undefined ? {} : { Arn: arn } };
}

/** Resolves names by what was created, and by the template's own ids for everything else. */
export function namesOf(template: Template, created: Addresses): Names {
  const find = (id: string): Address => {
    const type = template.Resources[id]?.Type;
    if (type === undefined) throw new Error(`the template refers to ${id} and does not define it`);
    return created.get(id) ?? addressOf(type, id);
  };
  return {
    ref: (id) => PSEUDO_PARAMETERS[id] ?? find(id).ref,
    getAtt: (id, attribute) => {
      const value = find(id).attributes[attribute];
      if (value !== undefined) return value;
      const type = template.Resources[id]?.Type;
      throw new Error(`local mode does not give ${attribute} of ${id} (${type})`);
    },
  };
}

function regionalArn(service: string, resource: string): string {
  return `arn:aws:${service}:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${resource}`;
}
