// decoded → [explained] → alert
import { lastSegment, parseArn } from '../arn';
import type { Launch } from '../launch';
import type { KeyValues } from '../evidence';

interface Found {
  readonly instanceTypes: string[];
  readonly imageIds: string[];
  readonly subnetIds: string[];
  readonly securityGroupIds: string[];
  readonly tags: Record<string, string>;
  keyName: string | null;
  instanceProfile: string | null;
  launchTemplate: string | null;
  region: string | null;
}

type Read = (found: Found, values: readonly string[]) => void;

/** What a key of the request context says of the launch. A new key is a row. */
const READS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['ec2:instancetype', (found, values) => void found.instanceTypes.push(...values.slice(0, MOST))],
  ['ec2:imageid', (found, values) => void found.imageIds.push(...values.slice(0, MOST))],
  ['ec2:subnet', (found, values) => void found.subnetIds.push(...namesOf(values))],
  ['ec2:subnetid', (found, values) => void found.subnetIds.push(...namesOf(values))],
  [
    'ec2:securitygroupid',
    (found, values) => void found.securityGroupIds.push(...values.slice(0, MOST)),
  ],
  ['ec2:keypairname', (found, [name = null]) => void (found.keyName = name)],
  ['ec2:instanceprofile', (found, [arn = null]) => void (found.instanceProfile = arn)],
  [
    'ec2:launchtemplate',
    (found, values) => void (found.launchTemplate = namesOf(values)[0] ?? null),
  ],
]);

/** More than any request names. */
const MOST = 1000;

const REQUEST_TAG = 'aws:requesttag/';
const REGION = 'ec2:region';

/** Reads what a launch asked for from the decoded request context; null when the context is silent. */
export function launchFromContext(conditions: readonly KeyValues[]): Launch | null {
  const found = nothing();
  let isSilent = true;
  for (const { key, values } of conditions) {
    const name = key.toLowerCase();
    const read = READS.get(name);
    if (name === REGION) found.region = values[0] ?? null;
    if (read !== undefined) read(found, values);
    else if (name.startsWith(REQUEST_TAG)) setTag(found, key, values);
    else continue;
    isSilent = false;
  }
  return isSilent ? null : { ...found, maxCount: null };
}

function nothing(): Found {
  return {
    instanceTypes: [],
    imageIds: [],
    subnetIds: [],
    securityGroupIds: [],
    tags: {},
    keyName: null,
    instanceProfile: null,
    launchTemplate: null,
    region: null,
  };
}

function setTag({ tags }: Found, key: string, values: readonly string[]): void {
  const tag = key.slice(REQUEST_TAG.length);
  // A tag may have any name, that of an inherited property too.
  Object.defineProperty(tags, tag, {
    value: values[0] ?? '',
    enumerable: true,
    configurable: true,
  });
}

function namesOf(values: readonly string[]): readonly string[] {
  return values.slice(0, MOST).map((value) => {
    const arn = parseArn(value);
    return arn ? lastSegment(arn.resource) : value;
  });
}
