// synthesized template → [resources] → emulators
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { type Addresses, namesOf } from './addresses';
import { createQueue, createQueuesAt, setRedrive } from './create-queues';
import { createTable, type LocalTable, TABLE_TYPES } from './create-table';
import { createTopic, type LocalTopic } from './create-topic';
import type { Names } from './intrinsics';
import { HOME, type Place } from './place';
import { resourcesOf, type Template } from './template';

/** Clients of the emulators. */
export interface EmulatorClients {
  readonly dynamodb: DynamoDBClient;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
}

/** What was created, and how the template's references read now. */
export interface LocalResources {
  readonly names: Names;
  readonly tables: readonly LocalTable[];
  readonly topics: readonly LocalTopic[];
  /** The URL of a queue of the template by its ARN. */
  urlOfQueue(arn: string): string;
}

/** Creates the queues of a further stack, which has nothing else that needs an emulator. */
export async function createFurther(
  template: Template,
  { sqs }: Pick<EmulatorClients, 'sqs'>,
  place: Place,
): Promise<Pick<LocalResources, 'names' | 'urlOfQueue'>> {
  const queues = resourcesOf(template, 'AWS::SQS::Queue');
  const created = await createQueuesAt(sqs, queues, place);
  return { names: namesOf(template, created, place), urlOfQueue: urlsBy(created) };
}

function urlsBy(created: Addresses): LocalResources['urlOfQueue'] {
  const urls = new Map([...created.values()].map(({ ref, attributes }) => [attributes.Arn, ref]));
  return (arn) => found(urls.get(arn), `a queue ${arn}`);
}

function found(url: string | undefined, what: string): string {
  if (url === undefined) throw new Error(`the template refers to ${what} and does not define it`);
  return url;
}

/** Creates the template's tables, topics and queues. */
export async function createResources(
  template: Template,
  { dynamodb, sns, sqs }: EmulatorClients,
  place: Place = HOME,
): Promise<LocalResources> {
  const queues = resourcesOf(template, 'AWS::SQS::Queue');
  const tableOf = resourcesOf(template, ...TABLE_TYPES).map((one) =>
    createTable(dynamodb, one, place),
  );
  const topicOf = resourcesOf(template, 'AWS::SNS::Topic').map((one) => createTopic(sns, sqs, one));
  const queueOf = queues.map(async (one) => [one.id, await createQueue(sqs, one)] as const);
  const [tables, topics, created] = await Promise.all([
    Promise.all(tableOf),
    Promise.all(topicOf),
    Promise.all(queueOf),
  ]);
  const addresses: Addresses = new Map([
    ...tables.map((table) => [table.name, table] as const),
    ...topics.map((topic) => [topic.id, topic] as const),
    ...created,
  ]);
  const names = namesOf(template, addresses, place);
  await Promise.all(queues.map((queue) => setRedrive(sqs, queue, names)));
  return { names, tables, topics, urlOfQueue: urlsBy(new Map(created)) };
}
