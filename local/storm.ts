// [denials] → event → rule → …: one cause again and again, as a retry loop makes it.
import { randomUUID } from 'node:crypto';
import type { Mail } from './mail';
import type { Local } from './start-local';
import type { AwsCall } from './wire/endpoint';

const PRINCIPAL = 'arn:aws:sts::111122223333:assumed-role/karpenter-nodes/karpenter';
const RESOURCE = 'arn:aws:iam::111122223333:role/node';
const SENTENCE = `You are not authorized to perform this operation. User: ${PRINCIPAL} is not authorized to perform: iam:PassRole on resource: ${RESOURCE} because no identity-based policy allows the iam:PassRole action. Encoded authorization failure message: `;

const DECODED = JSON.stringify({
  allowed: false,
  explicitDeny: false,
  matchedStatements: { items: [] },
  failures: { items: [] },
  context: {
    principal: { id: 'AROAEXAMPLE:karpenter', arn: PRINCIPAL },
    action: 'iam:PassRole',
    resource: RESOURCE,
    conditions: { items: [] },
  },
});

/** How a storm is made. */
interface StormOptions {
  /** Instance types that take turns, each a launch shape of its own. */
  readonly shapes: number;
  /** ISO 8601; all denials have it. */
  readonly time: string;
}

/** Makes denials of one cause, each with an `eventID` and an encoded message of its own. */
function stormEvents(
  denials: number,
  { sts }: Pick<Local, 'sts'>,
  { shapes, time }: StormOptions,
): readonly object[] {
  return Array.from({ length: denials }, (_, at) => {
    const eventID = randomUUID();
    const owner = { account: '111122223333', region: 'us-east-1', seed: eventID };
    const detail = {
      eventVersion: '1.11',
      userIdentity: { type: 'AssumedRole', arn: PRINCIPAL, accountId: '111122223333' },
      eventTime: time,
      eventSource: 'ec2.amazonaws.com',
      eventName: 'RunInstances',
      awsRegion: 'us-east-1',
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage: SENTENCE + sts.issue(DECODED, owner),
      requestParameters: { instanceType: `c7g.${1 + (at % shapes)}xlarge` },
      eventID,
      eventType: 'AwsApiCall',
      recipientAccountId: '111122223333',
    };
    return {
      version: '0',
      id: eventID,
      'detail-type': 'AWS API Call via CloudTrail',
      source: 'aws.ec2',
      account: '111122223333',
      time,
      region: 'us-east-1',
      resources: [],
      detail,
    };
  });
}

/** A repeat is alerted an hour after the alert before it. */
const MINUTES = 61;

/** What became of a storm. */
export interface Storm {
  readonly denials: number;
  readonly mails: readonly Mail[];
  readonly calls: readonly AwsCall[];
}

/** As many as the event source mapping hands over at once. */
const BATCH = 10;

/**
 * Plays a storm in so many launch shapes, and its end an hour later: the handler takes batches of ten,
 * then the sweep looks.
 */
export async function playStorm(local: Local, denials: number, shapes = 1): Promise<Storm> {
  const before = local.calls().length;
  const time = new Date().toISOString();
  const bodies = stormEvents(denials, local, { time, shapes }).map((event) =>
    JSON.stringify(event),
  );
  for (let start = 0; start < bodies.length; start += BATCH)
    await local.deliver(bodies.slice(start, start + BATCH));
  local.advance(MINUTES);
  await local.sweep();
  return { denials, mails: await local.mails(), calls: local.calls().slice(before) };
}
