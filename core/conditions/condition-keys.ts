// decoded → [explained] → alert
// What is known of condition keys, as data: a new key is one row.

/** How two values of a key compare; `any` where the key's values are free text. */
export type ValueType =
  'any' | 'text' | 'boolean' | 'number' | 'date' | 'network' | 'principal-arn';

/**
 * Where a key's value is to be found. EC2 prints a key of the `context` whenever the request has it;
 * it never prints the `surroundings` (network, time, session) nor what is known of the `principal`,
 * which statements use for exceptions.
 */
type Place = 'context' | 'surroundings' | 'principal';

/** What is known of one condition key. */
export interface ConditionKey {
  readonly type: ValueType;
  readonly place: Place;
}

const CONTEXT: Readonly<Record<string, ValueType>> = {
  'aws:multifactorauthpresent': 'boolean',
  'aws:tagkeys': 'any',
  'ec2:associatepublicipaddress': 'boolean',
  'ec2:ebsoptimized': 'boolean',
  'ec2:encrypted': 'boolean',
  'ec2:islaunchtemplateresource': 'boolean',
  'ec2:metadatahttpputresponsehoplimit': 'number',
  'ec2:public': 'boolean',
  'ec2:snapshottime': 'date',
  'ec2:volumeinitializationrate': 'number',
  'ec2:volumeiops': 'number',
  'ec2:volumesize': 'number',
  'ec2:volumethroughput': 'number',
};

const SURROUNDINGS: Readonly<Record<string, ValueType>> = {
  'aws:currenttime': 'date',
  'aws:ec2instancesourceprivateipv4': 'network',
  'aws:ec2instancesourcevpc': 'text',
  'aws:epochtime': 'date',
  'aws:multifactorauthage': 'number',
  'aws:referer': 'text',
  'aws:requestedregion': 'text',
  'aws:resourceaccount': 'text',
  'aws:resourceorgid': 'text',
  'aws:resourceorgpaths': 'text',
  'aws:securetransport': 'boolean',
  'aws:sourceaccount': 'text',
  'aws:sourcearn': 'text',
  'aws:sourceip': 'network',
  'aws:sourceorgid': 'text',
  'aws:sourceorgpaths': 'text',
  'aws:sourcevpc': 'text',
  'aws:sourcevpcarn': 'text',
  'aws:sourcevpce': 'text',
  'aws:tokenissuetime': 'date',
  'aws:useragent': 'text',
  'aws:vpceaccount': 'text',
  'aws:vpceorgid': 'text',
  'aws:vpceorgpaths': 'text',
  'aws:vpcsourceip': 'network',
  'ec2:roledelivery': 'number',
  'ec2:sourceinstancearn': 'text',
  'iam:associatedresourcearn': 'text',
  'iam:passedtoservice': 'text',
};

const PRINCIPAL: Readonly<Record<string, ValueType>> = {
  'aws:assumedroot': 'boolean',
  'aws:calledvia': 'text',
  'aws:calledviafirst': 'text',
  'aws:calledvialast': 'text',
  'aws:federatedprovider': 'text',
  'aws:principalaccount': 'text',
  'aws:principalarn': 'principal-arn',
  'aws:principalisawsservice': 'boolean',
  'aws:principalorgid': 'text',
  'aws:principalorgpaths': 'text',
  'aws:principalservicename': 'text',
  'aws:principalservicenameslist': 'text',
  'aws:principaltype': 'text',
  'aws:sourceidentity': 'text',
  'aws:userid': 'text',
  'aws:username': 'text',
  'aws:viaawsservice': 'boolean',
};

/** Keys that carry a name of the reader's own, and the services whose other keys are known to be printed. */
const PREFIXES: readonly (readonly [string, Place])[] = [
  ['aws:principaltag/', 'principal'],
  ['aws:requesttag/', 'context'],
  ['aws:resourcetag/', 'context'],
  ['ec2:', 'context'],
];

function rowsOf(
  types: Readonly<Record<string, ValueType>>,
  place: Place,
): [string, ConditionKey][] {
  return Object.entries(types).map(([key, type]) => [key, { type, place }]);
}

const KEYS: ReadonlyMap<string, ConditionKey> = new Map([
  ...rowsOf(CONTEXT, 'context'),
  ...rowsOf(SURROUNDINGS, 'surroundings'),
  ...rowsOf(PRINCIPAL, 'principal'),
]);

/**
 * What is known of a condition key, whose case does not matter. Of a key that no row names, only EC2's
 * own are taken as printed: nothing shows that other services print theirs.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export function conditionKey(key: string): ConditionKey {
  const name = key.toLowerCase();
  const known = KEYS.get(name);
  if (known !== undefined) return known;
  const prefix = PREFIXES.find(([start]) => name.startsWith(start));
  return { type: 'any', place: prefix?.[1] ?? 'surroundings' };
}
