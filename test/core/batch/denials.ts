// Queue items with denials that somebody sane might cause.
import type { Item } from '../../../core/batch/read-items';
import { at } from '../group/group';

/** What tells one denial from another. */
export interface DenialOptions {
  /** @default - the same event as any other without one */
  readonly id?: string;
  readonly role?: string;
  readonly session?: string;
  /** ISO 8601. @default - the minute of the first denial */
  readonly time?: string | null;
  readonly region?: string;
  readonly instanceType?: string;
  /** What stands behind the readable sentence. @default - a whole message */
  readonly encoded?: string;
  /** Whether the readable sentence is left out, as in old records. */
  readonly isBare?: boolean;
  readonly errorCode?: string | null;
}

const ACCOUNT = '111122223333';

/** A message as AWS encodes it: whole, as far as one can see. */
export const ENCODED = Buffer.from(
  Array.from({ length: 450 }, (_, index) => (index * index * 31 + 7) % 251),
).toString('base64url');

/** The message as CloudTrail cuts it. */
export const CUT = `${ENCODED.slice(0, 300)}...`;

/** What STS makes of {@link ENCODED}. */
export const DECODED = JSON.stringify({
  allowed: false,
  explicitDeny: true,
  matchedStatements: { items: [] },
  context: {
    principal: { id: 'AROA', arn: `arn:aws:sts::${ACCOUNT}:assumed-role/ci-runner/build-1` },
    action: 'iam:PassRole',
    resource: `arn:aws:iam::${ACCOUNT}:role/web-profile`,
    conditions: { items: [] },
  },
});

/** A CloudTrail record of a launch that was denied because its role may not be passed. */
export function recordOf({
  id = 'e-1',
  role = 'ci-runner',
  session = 'build-1',
  time = at(0),
  region = 'eu-west-1',
  instanceType = 't3.large',
  encoded = ENCODED,
  isBare = false,
  errorCode = 'Client.UnauthorizedOperation',
}: DenialOptions = {}): Readonly<Record<string, unknown>> {
  const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${session}`;
  const sentence = `User: ${arn} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${ACCOUNT}:role/web-profile because no identity-based policy allows the iam:PassRole action. `;
  const roleArn = `arn:aws:iam::${ACCOUNT}:role/${role}`;
  return {
    eventID: id,
    eventName: 'RunInstances',
    eventSource: 'ec2.amazonaws.com',
    eventTime: time,
    awsRegion: region,
    recipientAccountId: ACCOUNT,
    errorCode,
    errorMessage: `You are not authorized to perform this operation. ${isBare ? '' : sentence}Encoded authorization failure message: ${encoded}`,
    userIdentity: {
      type: 'AssumedRole',
      arn,
      accountId: ACCOUNT,
      sessionContext: { sessionIssuer: { type: 'Role', arn: roleArn, userName: role } },
    },
    requestParameters: {
      instanceType,
      instancesSet: { items: [{ imageId: 'ami-0abc1234def567890', minCount: 1, maxCount: 1 }] },
    },
  };
}

/** An item of the queue that holds some denials; its id is that of the first. */
export function itemOf(first: DenialOptions = {}, ...rest: readonly DenialOptions[]): Item {
  const records = [first, ...rest].map((each) => ({ detail: recordOf(each) }));
  return { id: `item ${first.id ?? 'e-1'}`, body: JSON.stringify(records) };
}

/** An item for each denial. */
export function itemsOf(denials: readonly DenialOptions[]): readonly Item[] {
  return denials.map((each) => itemOf(each));
}

/** So many denials of one cause, each another event. */
export function manyOf(length: number, more: DenialOptions = {}): readonly DenialOptions[] {
  return Array.from({ length }, (_, index) => ({ ...more, id: `${more.id ?? 'e'}-${index}` }));
}
