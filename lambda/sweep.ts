// The function of the schedule: looks after what waits for no denial.
import type { Context } from 'aws-lambda';
import type { BatchPorts } from '../core/batch/ports';
import { sweep as sweepGroups, type SweepResult } from '../core/batch/sweep';
import { logInfo } from './log';
import { wire } from './wiring';

let ports: BatchPorts | undefined;

/** Sweeps once; fails only where the groups that wait cannot be read. */
export async function sweep(
  _event: unknown,
  { awsRequestId: requestId }: Pick<Context, 'awsRequestId'>,
): Promise<SweepResult> {
  ports ??= wire();
  const result = await sweepGroups(ports);
  logInfo('swept', { requestId, ...result });
  return result;
}
