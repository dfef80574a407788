// doctor → [probe] → sweep function → STS: which reader roles the functions of a hub may assume.
import { InvokeCommand } from '@aws-sdk/client-lambda';
import * as v from 'valibot';
import type { ReaderOutcome } from '../../core/batch/readers';
import { type Answer, known } from '../../core/doctor/check';
import { brief } from '../../core/doctor/sentence';
import { ask } from './ask';
import type { AwsClients } from './clients';

const RIGHT = 'lambda:InvokeFunction';

/** The function takes so many accounts in one event. */
const MOST_ACCOUNTS = 50;

const answer = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    readers: v.array(
      v.object({
        account: v.string(),
        outcome: v.picklist(['assumed', 'refused', 'unavailable']),
      }),
    ),
  }),
);

/** Outcomes by account. */
export type ReaderOutcomes = ReadonlyMap<string, ReaderOutcome>;

/**
 * Lets the sweep function try the reader roles; with this event it does nothing else, and changes nothing.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function askReaders(
  { patientLambda: lambda }: AwsClients,
  functionName: string,
  accounts: readonly string[],
): Promise<Answer<ReaderOutcomes>> {
  const outcomes = new Map<string, ReaderOutcome>();
  for (let from = 0; from < accounts.length; from += MOST_ACCOUNTS) {
    const event = { launchDenied: 'readers', accounts: accounts.slice(from, from + MOST_ACCOUNTS) };
    const sent = await ask(RIGHT, () =>
      lambda.send(
        new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(event) }),
      ),
    );
    if (sent.kind === 'hidden') return sent;
    const { Payload, FunctionError } = sent.value;
    const text = Payload?.transformToString() ?? '';
    const read = v.safeParse(answer, text);
    if (!read.success || FunctionError !== undefined) return notUnderstood(text);
    for (const { account, outcome } of read.output.readers) outcomes.set(account, outcome);
  }
  return known(outcomes);
}

function notUnderstood(text: string): Answer<never> {
  const words = `the sweep function answered with ${brief(text) || 'nothing'}`;
  return { kind: 'hidden', because: 'no-answer', right: RIGHT, words };
}
