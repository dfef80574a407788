// target → [world] → checks: all that checks ask, each thing once.
import { type AddressBook, findAddressBook } from '../../adapters/address-book';
import { callerArn } from '../../adapters/caller';
import type { Connection } from '../../adapters/connection';
import { ask, thenAsk } from '../../adapters/doctor/ask';
import { type AwsClients, awsClients } from '../../adapters/doctor/clients';
import { askFunction } from '../../adapters/doctor/functions';
import { askQueue } from '../../adapters/doctor/queue';
import { parseArn } from '../../core/arn';
import { type Answer, known } from '../../core/doctor/check';
import type { Place } from '../../core/doctor/command';
import type { LambdaFunction } from '../../core/doctor/function';
import type { Queue } from '../../core/doctor/queue';
import type { StackAnswer } from '../../core/doctor/stack';
import type { Installed } from '../../core/doctor/versions';

/** What the doctor is told. */
export interface Examination {
  readonly stackName: string;
  readonly connection: Connection;
  /** The version of this command. */
  readonly version: string;
  readonly installed: Installed;
  readonly now: () => Date;
}

/** The queues by their fields in the address book. */
export type QueueField = 'queueUrl' | 'deadLetterQueueUrl' | 'ruleDeadLetterQueueUrl';

/** The functions by their fields in the address book. */
export type FunctionField = 'functionName' | 'sweepFunctionName';

/** What checks ask. */
export interface World extends Examination {
  readonly clients: AwsClients;
  readonly place: Place;
  readonly account: string;
  readonly partition: string;
  /** The ARN of the reader. */
  readonly caller: string;
  readonly stack: StackAnswer;
  readonly book: Answer<AddressBook>;
  readonly queue: (field: QueueField) => Promise<Answer<Queue | null>>;
  readonly lambda: (field: FunctionField) => Promise<Answer<LambdaFunction | null>>;
}

/** Opens the world; throws what the AWS SDK throws where nothing at all can be asked. */
export async function openWorld(examination: Examination): Promise<World> {
  const { stackName, connection } = examination;
  const clients = awsClients(connection);
  const caller = await callerArn(connection);
  const { account = '', partition = 'aws' } = parseArn(caller) ?? {};
  const place = { region: await clients.sts.config.region(), profile: connection.profile ?? null };
  const found = await ask('ssm:GetParameter', () => findAddressBook(stackName, connection));
  const book = bookOf(found);
  return {
    ...examination,
    clients,
    caller,
    account,
    partition,
    place,
    stack: found,
    book,
    queue: once((field) => thenAsk(fieldOf(book, field), (url) => askQueue(clients, url))),
    lambda: once((field) => thenAsk(fieldOf(book, field), (name) => askFunction(clients, name))),
  };
}

function bookOf(found: Answer<Awaited<ReturnType<typeof findAddressBook>>>): Answer<AddressBook> {
  if (found.kind === 'hidden') return found;
  if (found.value.kind === 'found') return known(found.value.book);
  return { kind: 'hidden', because: 'no-stack' };
}

/** What the address book says under a name; older versions did not write each. */
export function fieldOf<K extends keyof AddressBook>(
  book: Answer<AddressBook>,
  field: K,
): Answer<NonNullable<AddressBook[K]>> {
  if (book.kind === 'hidden') return book;
  const value = book.value[field];
  if (value === undefined || value === null) return { kind: 'hidden', because: 'not-told', field };
  return known(value);
}

function once<K, T>(askFor: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const asked = new Map<K, Promise<T>>();
  return (key) => {
    const answer = asked.get(key) ?? askFor(key);
    asked.set(key, answer);
    return answer;
  };
}
