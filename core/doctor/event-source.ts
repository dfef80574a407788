// facts → [check] → report: Lambda reads the queue.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { awsCli, type Place } from './command';
import { brief } from './sentence';

/** What makes Lambda read the queue; the lists hold one where all is well. */
export interface EventSources {
  readonly functionName: string;
  readonly queueArn: string;
  readonly sources: readonly EventSource[];
}

/** One mapping as Lambda describes it. */
export interface EventSource {
  readonly uuid: string;
  readonly state: string;
  /** `No records processed`, or what went wrong; empty where Lambda does not say. */
  readonly lastResult: string;
}

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html */
export function judgeEventSources(answer: Answer<EventSources>, place: Place): readonly Finding[] {
  return ofKnown(answer, (all) => {
    const enabled = all.sources.find(({ state }) => /^(?:Enabled|Enabling|Updating)$/.test(state));
    if (enabled !== undefined) return [judgeResult(enabled)];
    const [first] = all.sources;
    return [first === undefined ? isMissing(all, place) : isOff(first, place)];
  });
}

function judgeResult({ lastResult }: EventSource): Finding {
  if (/^PROBLEM/i.test(lastResult))
    return fault(
      'failed',
      `Lambda cannot read the queue: ${brief(lastResult)}.`,
      'Give the role of the function what the sentence names, or deploy the stack again.',
    );
  return ok('Lambda reads the queue.');
}

function isOff({ uuid, state }: EventSource, place: Place): Finding {
  return fault(
    'failed',
    `Lambda does not read the queue: the event source mapping is ${state.toLowerCase()}.`,
    'Enable it.',
    awsCli('lambda update-event-source-mapping', [['uuid', uuid], ['enabled']], place),
  );
}

/** As `lib/denial-function.ts` deploys it. */
function isMissing({ functionName, queueArn }: EventSources, place: Place): Finding {
  return fault(
    'failed',
    'Lambda does not read the queue: there is no event source mapping.',
    'Deploy the stack again, or create the mapping now.',
    awsCli(
      'lambda create-event-source-mapping',
      [
        ['function-name', functionName],
        ['event-source-arn', queueArn],
        ['batch-size', '10'],
        ['function-response-types', '["ReportBatchItemFailures"]'],
        ['scaling-config', '{"MaximumConcurrency":5}'],
      ],
      place,
    ),
  );
}
