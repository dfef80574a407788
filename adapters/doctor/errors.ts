// doctor → [errors]: what a function logged as errors.
import { paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import type { Answer } from '../../core/doctor/check';
import { ERROR_HOURS, ERROR_PATTERN, type LoggedErrors } from '../../core/doctor/errors';
import { askAbout } from './ask';
import type { AwsClients } from './clients';

/** A page might be empty although more follow; a busy log has more pages than anybody waits for. */
const MOST_PAGES = 20;
const HOUR = 3_600_000;

/** Null is a log group that does not exist. @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
export function askErrors(
  { logs: client }: AwsClients,
  { name, logGroup }: { readonly name: string; readonly logGroup: string },
  now: Date,
): Promise<Answer<LoggedErrors | null>> {
  const since = now.getTime() - ERROR_HOURS * HOUR;
  return askAbout('logs:FilterLogEvents', 'ResourceNotFoundException', async () => {
    const wanted = { logGroupName: logGroup, startTime: since, filterPattern: ERROR_PATTERN };
    const lines: string[] = [];
    let pages = 0;
    let isWhole = true;
    for await (const { events = [], nextToken } of paginateFilterLogEvents({ client }, wanted)) {
      for (const { message } of events) lines.push(message ?? '');
      pages += 1;
      isWhole = !nextToken;
      if (pages === MOST_PAGES) break;
    }
    return { functionName: name, logGroup, since, lines, isWhole };
  });
}
