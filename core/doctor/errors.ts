// facts → [check] → report: what the functions logged as errors.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { awsCli, type Place } from './command';
import { brief, counted } from './sentence';

/** Lines of our own, and what Lambda says where a function ends without one. @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html */
export const ERROR_PATTERN =
  '{ ($.level = "ERROR") || ($.record.status = "error") || ($.record.status = "timeout") }';

/** How far back errors are looked for. */
export const ERROR_HOURS = 24;

/** The errors in a log group. */
export interface LoggedErrors {
  readonly functionName: string;
  readonly logGroup: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Log lines, the oldest first. */
  readonly lines: readonly string[];
  /** Whether there might be more. */
  readonly isWhole: boolean;
}

/** Null is a log group that does not exist. */
export function judgeErrors(answer: Answer<LoggedErrors | null>, place: Place): readonly Finding[] {
  return ofKnown(answer, (errors) => [
    errors === null
      ? fault(
          'failed',
          'A log group of the stack does not exist any more.',
          'Deploy the stack again.',
        )
      : judge(errors, place),
  ]);
}

function judge({ functionName, logGroup, since, lines, isWhole }: LoggedErrors, place: Place) {
  const last = lines.at(-1);
  const place24 = `in the last ${ERROR_HOURS} hours`;
  if (last === undefined) return ok(`Function ${functionName} logged no error ${place24}.`);
  const count = `${isWhole ? '' : 'at least '}${counted(lines.length, 'error')}`;
  return fault(
    'warning',
    `Function ${functionName} logged ${count} ${place24}, the last one: ${saying(last)}.`,
    'Read them.',
    awsCli(
      'logs filter-log-events',
      [
        ['log-group-name', logGroup],
        ['start-time', String(since)],
        ['filter-pattern', ERROR_PATTERN],
      ],
      place,
    ),
  );
}

/** A line of ours holds what failed and why; one of Lambda how the function ended. */
function saying(line: string): string {
  const { message, error, record, errorMessage } = fieldsOf(line);
  const cause = textOf(fieldsOf(error)['message']) ?? textOf(errorMessage);
  const parts = [textOf(message), cause, textOf(fieldsOf(record)['status'])];
  const said = parts.filter((part) => part !== null).join(': ');
  return brief(said === '' ? line : said).replace(/\.$/, '');
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  const read = typeof value === 'string' ? parse(value) : value;
  return typeof read === 'object' && read !== null ? { ...read } : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
