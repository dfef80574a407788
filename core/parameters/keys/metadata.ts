// suggested → [parameters]: the instance metadata options.
// @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsRequest.html
import { block, type Change, type Row, type Rows, type Value } from '../change';
import { choice, number } from '../wanted';

type Read = Row['read'];

const ON_OR_OFF = ['enabled', 'disabled'] as const;

/** A row for an option by its names in the API, in Terraform and, where it has one, in Karpenter. */
function option(read: Read, api: string, terraform: string, karpenter: string | null): Row {
  return { read, write: (value) => optionChange(value, api, terraform, karpenter) };
}

function optionChange(
  value: Value,
  api: string,
  terraform: string,
  karpenter: string | null,
): Change {
  const body = { metadata_options: block({ [terraform]: value }) };
  return {
    template: { MetadataOptions: { [api]: value } },
    terraform: { instance: body, template: body },
    ...(karpenter === null ? {} : { nodeClass: { metadataOptions: { [karpenter]: value } } }),
  };
}

/** Tokens, endpoint, hop limit and tags of the instance metadata. */
export const METADATA_KEYS: Rows = {
  'ec2:metadatahttptokens': option(
    choice(['required', 'optional'], 'required'),
    'HttpTokens',
    'http_tokens',
    'httpTokens',
  ),
  'ec2:metadatahttpendpoint': option(
    choice(ON_OR_OFF),
    'HttpEndpoint',
    'http_endpoint',
    'httpEndpoint',
  ),
  'ec2:metadatahttpputresponsehoplimit': option(
    number('hop limit'),
    'HttpPutResponseHopLimit',
    'http_put_response_hop_limit',
    'httpPutResponseHopLimit',
  ),
  'ec2:instancemetadatatags': option(
    choice(ON_OR_OFF),
    'InstanceMetadataTags',
    'instance_metadata_tags',
    null,
  ),
};
