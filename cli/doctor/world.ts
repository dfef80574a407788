// target → [world] → checks: all that checks ask of the home stack, each thing once.
import { type AddressBook, findAddressBook } from '../../adapters/address-book';
import type { Connection } from '../../adapters/connection';
import { ask, thenAsk } from '../../adapters/doctor/ask';
import { askFunction } from '../../adapters/doctor/functions';
import { once } from '../../adapters/doctor/once';
import { askQueue } from '../../adapters/doctor/queue';
import { askRule } from '../../adapters/doctor/rule';
import { type Answer, known } from '../../core/doctor/check';
import type { LambdaFunction } from '../../core/doctor/function';
import type { Home } from '../../core/doctor/home';
import type { Queue } from '../../core/doctor/queue';
import type { Rule } from '../../core/doctor/rule';
import type { StackAnswer } from '../../core/doctor/stack';
import type { Installed } from '../../core/doctor/versions';
import { openSurvey, type Survey } from './survey';

/** What the doctor is told. */
export interface Examination {
  readonly stackName: string;
  readonly connection: Connection;
  /** Whose credentials list the accounts of the organization; null for those of the connection. */
  readonly organizationProfile: string | null;
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
export interface World extends Examination, Survey {
  readonly home: Home;
  readonly stack: StackAnswer;
  readonly book: Answer<AddressBook>;
  /** The home rule; null where it does not exist. */
  readonly rule: () => Promise<Answer<Rule | null>>;
  readonly queue: (field: QueueField) => Promise<Answer<Queue | null>>;
  readonly lambda: (field: FunctionField) => Promise<Answer<LambdaFunction | null>>;
}

/** Opens the world; throws what the AWS SDK throws where nothing at all can be asked. */
export async function openWorld(examination: Examination): Promise<World> {
  const { stackName, connection } = examination;
  const survey = await openSurvey(connection);
  const { clients, account, place } = survey;
  const found = await ask('ssm:GetParameter', () => findAddressBook(stackName, connection));
  const book = bookOf(found);
  const ruleNamed = once((name: string) => askRule(clients.events, name));
  return {
    ...examination,
    ...survey,
    home: { account, region: place.region, stackName },
    stack: found,
    book,
    rule: () => thenAsk(fieldOf(book, 'ruleName'), ruleNamed),
    queue: once((field) => thenAsk(fieldOf(book, field), (url) => askQueue(clients.sqs, url))),
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
