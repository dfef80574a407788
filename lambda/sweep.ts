// The function of the schedule: looks after what waits for no denial, and tells the doctor which member
// accounts it can read.
import type { Context } from 'aws-lambda';
import type { BatchPorts } from '../core/batch/ports';
import { answerReaders, readReadersQuestion, type ReadersAnswer } from '../core/batch/readers';
import { sweep as sweepGroups, type SweepResult } from '../core/batch/sweep';
import { readEnvironment } from './environment';
import { logInfo } from './log';
import { assumeIn } from './members';
import { wire } from './wiring';

let ports: BatchPorts | undefined;

/** Sweeps once, or answers the doctor; fails only where the groups that wait cannot be read. */
export async function sweep(
  event: unknown,
  { awsRequestId: requestId }: Pick<Context, 'awsRequestId'>,
): Promise<SweepResult | ReadersAnswer> {
  const accounts = readReadersQuestion(event);
  if (accounts !== null) return answered(accounts, requestId);
  ports ??= wire();
  const result = await sweepGroups(ports);
  logInfo('swept', { requestId, ...result });
  return result;
}

/** Asks STS anew, whatever is remembered: somebody might just have deployed a role. */
async function answered(accounts: readonly string[], requestId: string): Promise<ReadersAnswer> {
  const environment = readEnvironment(process.env);
  const assume = assumeIn(environment);
  const answer = await answerReaders(accounts, async (account) => {
    // Its own account needs no role; a stack that is no hub has none to assume.
    if (account === environment.account) return 'assumed';
    return assume === null ? 'refused' : (await assume(account)).kind;
  });
  logInfo('readers asked', { requestId, ...answer });
  return answer;
}
