// statement → [execution] → rows: one statement in Athena, from its start to its end.
import {
  type AthenaClient,
  GetQueryExecutionCommand,
  type GetQueryExecutionCommandOutput,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { queryFailure } from './query-failure';

/** Who runs statements, and where. */
export interface Executor {
  readonly client: AthenaClient;
  /** @default - `primary` */
  readonly workgroup: string | null;
  /** An address in S3 for answers; null where the workgroup has one. */
  readonly outputLocation: string | null;
  /** Waits, and rejects once the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const FIRST_WAIT = 200;
const LONGEST_WAIT = 5_000;

/**
 * Runs a statement and waits for its end; the id of its execution, or null where it was stopped. Told
 * how many bytes were read. Throws where Athena does not run it.
 * @see https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
 */
export async function execute(
  statement: string,
  executor: Executor,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string | null> {
  if (signal.aborted) return null;
  const { client } = executor;
  const QueryExecutionId = await start(statement, executor);
  for (let pause = FIRST_WAIT; ; pause = Math.min(LONGEST_WAIT, pause * 1.5)) {
    if (signal.aborted) {
      // Its failure leaves nothing to do: the answer is not waited for.
      await client.send(new StopQueryExecutionCommand({ QueryExecutionId })).catch(() => undefined);
      return null;
    }
    const answer = await client.send(new GetQueryExecutionCommand({ QueryExecutionId }));
    onBytes(answer.QueryExecution?.Statistics?.DataScannedInBytes ?? 0);
    if (isDone(answer)) return QueryExecutionId;
    await executor.sleep(pause, signal).catch(() => undefined);
  }
}

/** The SDK gives each start a token, so that one that is sent again starts nothing anew. */
async function start(statement: string, executor: Executor): Promise<string> {
  const { client, workgroup, outputLocation } = executor;
  const { QueryExecutionId } = await client.send(
    new StartQueryExecutionCommand({
      QueryString: statement,
      ...(workgroup !== null && { WorkGroup: workgroup }),
      ...(outputLocation !== null && { ResultConfiguration: { OutputLocation: outputLocation } }),
    }),
  );
  if (QueryExecutionId === undefined) throw queryFailure('it gave the query no id');
  return QueryExecutionId;
}

function isDone({ QueryExecution }: GetQueryExecutionCommandOutput): boolean {
  const { State, StateChangeReason, AthenaError } = QueryExecution?.Status ?? {};
  const reason = StateChangeReason ?? AthenaError?.ErrorMessage;
  if (State === 'FAILED') throw queryFailure(reason ?? 'the query failed, and no reason is given');
  if (State === 'CANCELLED') throw queryFailure(reason ?? 'the query was cancelled');
  return State === 'SUCCEEDED';
}
