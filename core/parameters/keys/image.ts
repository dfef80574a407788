// suggested → [parameters]: the image to launch from.
// @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html
import type { DecisiveCondition } from '../../contract';
import { type Argument, block, type Branch, type Change, type Rows, type Value } from '../change';
import { isLiteral } from '../listed';
import { flag, text, within } from '../wanted';

/** The block that Terraform finds an image with. */
const APPROVED = 'aws_ami.approved';

function image(id: Value, terms: readonly Branch[] = [{ id }]): Change {
  return {
    template: { ImageId: id },
    instance: { ImageId: id },
    terraform: { instance: { ami: id }, template: { image_id: id } },
    nodeClass: { amiSelectorTerms: terms },
  };
}

/** Owners that AWS knows by account or by name. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html */
const OWNER = /^(?:\d{12}|[a-z][a-z-]{2,40})$/;

function ownedImage(id: Value, { relation, statementValues }: DecisiveCondition): Change {
  const owners = statementValues.filter((owner) => isLiteral(owner) && OWNER.test(owner));
  if (relation !== 'value-not-allowed' || owners.length === 0) return image(id);
  const ami: Argument = { kind: 'reference', to: `data.${APPROVED}.id` };
  const name = '<image name>';
  return {
    ...image(
      id,
      owners.map((owner) => ({ owner, name })),
    ),
    data: {
      head: 'data "aws_ami" "approved"',
      body: { most_recent: true, owners, filter: block({ name: 'name', values: [name] }) },
    },
    terraform: { instance: { ami }, template: { image_id: ami } },
    hint: `found by aws ec2 describe-images --owners ${owners.join(' ')}`,
  };
}

function visibleImage(isPublic: Value): Change {
  return {
    ...image(`<ID of an image that is ${isPublic === true ? '' : 'not '}public>`),
    hint: `found by aws ec2 describe-images --filters Name=is-public,Values=${isPublic}`,
  };
}

/** The image by its ID, its owner, and who may use it. */
export const IMAGE_KEYS: Rows = {
  'ec2:imageid': { read: text('image ID'), write: (id) => image(id) },
  'ec2:owner': {
    read: within('ID of an image of', text('an owner')),
    write: (id, { resourceType, condition }) =>
      // The snapshots of an image come with it.
      resourceType === 'snapshot' ? {} : ownedImage(id, condition),
  },
  'ec2:public': { read: flag(false), write: visibleImage },
};
