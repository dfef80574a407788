// suggested → [parameters]: tags, which each tool gives in another place by the type of the resource.
// @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html
import { type Argument, block, type Change, type Rows, type Value, type Wanted } from '../change';
import { isLiteral } from '../listed';
import { text } from '../wanted';

type Tags = Readonly<Record<string, Value>>;

/** What a launch creates and can tag. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TagSpecification.html */
const TAGGED: readonly string[] = [
  'instance',
  'network-interface',
  'spot-instances-request',
  'volume',
];

/** Arguments of `aws_instance` that give tags at the launch itself. */
const TERRAFORM_TAGS: Readonly<Record<string, string>> = {
  instance: 'tags',
  volume: 'volume_tags',
};

/** Tags that belong to AWS. @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions */
const RESERVED = /^aws:/i;

/** Tags that Karpenter gives itself. @see https://karpenter.sh/docs/concepts/nodeclasses/#spectags */
const KARPENTERS =
  /^(?:eks:eks-cluster-name$|kubernetes\.io\/cluster|karpenter\.sh\/node(?:pool|claim)$|karpenter\.k8s\.aws\/ec2nodeclass$)/;

function tagged(tags: Tags, type: string): Change {
  const names = Object.keys(tags);
  if (!TAGGED.includes(type) || names.some((name) => RESERVED.test(name))) return {};
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  const specifications = { TagSpecifications: [{ ResourceType: type, Tags: list }] };
  const map: Argument = { kind: 'map', entries: tags };
  const argument = TERRAFORM_TAGS[type];
  return {
    template: specifications,
    ...(type === 'instance' ? { instance: { Tags: list } } : {}),
    terraform: {
      ...(argument === undefined ? {} : { instance: { [argument]: map } }),
      template: { tag_specifications: block({ resource_type: type, tags: map }) },
    },
    ...(names.some((name) => KARPENTERS.test(name)) ? {} : { nodeClass: { tags } }),
    ...(type === 'spot-instances-request'
      ? { spot: { options: specifications, terraform: { tags: map } } }
      : {}),
  };
}

const ANY_KEY = '<tag key>';
const ANY_VALUE = '<tag value>';

/** All the keys that a statement lists are asked for together. */
function keysOf(values: readonly string[]): readonly string[] {
  const keys = values.filter((value) => isLiteral(value) && value.toLowerCase() !== 'true');
  return keys.length > 0 ? keys : [ANY_KEY];
}

const ASKED: Wanted = { value: ANY_VALUE, others: [] };

/** Tags of the request, by one key or by all keys. */
export const TAG_KEYS: Rows = {
  'aws:requesttag/': {
    read: text('tag value'),
    write: (value, { resourceType, name }) =>
      isLiteral(name) ? tagged({ [name]: value }, resourceType) : {},
  },
  'aws:tagkeys': {
    read: ({ relation }) =>
      relation === 'value-not-allowed' || relation === 'key-missing' ? ASKED : null,
    write: (value, { resourceType, condition }) =>
      tagged(
        Object.fromEntries(keysOf(condition.statementValues).map((key) => [key, value])),
        resourceType,
      ),
  },
};
