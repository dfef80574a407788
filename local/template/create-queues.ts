// synthesized template → [queues] → SQS emulator
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import { partitionOf } from '../partition';
import type { Address } from './addresses';
import { type Names, resolve } from './intrinsics';
import type { Place } from './place';
import type { TemplateResource } from './template';

/** Attributes that the emulator keeps; the redrive policy follows when every queue has its ARN. */
const queueProperties = v.pipe(
  v.object({
    VisibilityTimeout: v.optional(v.number()),
    MessageRetentionPeriod: v.optional(v.number()),
    DelaySeconds: v.optional(v.number()),
    MaximumMessageSize: v.optional(v.number()),
  }),
  v.transform((properties) =>
    Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, String(value)])),
  ),
);

const redrivePolicy = v.object({ deadLetterTargetArn: v.string(), maxReceiveCount: v.number() });

/** When and where a message goes that fails again and again. */
export type RedrivePolicy = Readonly<v.InferOutput<typeof redrivePolicy>>;

/** SQS takes names of so many characters. */
const LONGEST_NAME = 80;

/** Creates the queues of a further stack; the emulator has no accounts, so their names tell them apart. */
export async function createQueuesAt(
  client: SQSClient,
  queues: readonly TemplateResource[],
  { account, region }: Place,
): Promise<ReadonlyMap<string, Address>> {
  const created = queues.map(async ({ id, ...queue }) => {
    const name = `${account}-${region}-${id}`.slice(0, LONGEST_NAME);
    const { ref } = await createQueue(client, { ...queue, id: name });
    const Arn = `arn:${partitionOf(region)}:sqs:${region}:${account}:${id}`;
    return [id, { ref, attributes: { Arn, QueueName: id } }] as const;
  });
  return new Map(await Promise.all(created));
}

/** Creates a queue; its `Ref` is its URL. */
export async function createQueue(client: SQSClient, queue: TemplateResource): Promise<Address> {
  const { QueueUrl = '' } = await client.send(
    new CreateQueueCommand({
      QueueName: queue.id,
      Attributes: v.parse(queueProperties, queue.properties),
    }),
  );
  return { ref: QueueUrl, attributes: { Arn: await arnOf(client, QueueUrl), QueueName: queue.id } };
}

/** Tells a queue its dead-letter queue, where the template gives it one. */
export async function setRedrive(
  client: SQSClient,
  queue: TemplateResource,
  names: Names,
): Promise<void> {
  const policy = readRedrive(queue, names);
  if (policy === null) return;
  await client.send(
    new SetQueueAttributesCommand({
      QueueUrl: names.ref(queue.id),
      Attributes: { RedrivePolicy: JSON.stringify(policy) },
    }),
  );
}

/** Reads a queue's redrive policy; null where it has none. */
export function readRedrive({ properties }: TemplateResource, names: Names): RedrivePolicy | null {
  if (properties.RedrivePolicy === undefined) return null;
  return v.parse(redrivePolicy, resolve(properties.RedrivePolicy, names));
}

/** The ARN the emulator gave a queue. */
export async function arnOf(client: SQSClient, QueueUrl: string): Promise<string> {
  const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] });
  return (await client.send(command)).Attributes?.QueueArn ?? '';
}
