// events → local way → [log] → result: what the function itself says became of each denial.
import * as v from 'valibot';

/** What became of a record that reached the function. */
export type Outcome = 'alerted' | 'repeated' | 'ignored';

/** A line of the function's log about one record. */
const logLine = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    eventId: v.string(),
    message: v.pipe(
      v.picklist(['denial alerted', 'denial repeated', 'denial ignored']),
      v.transform((message) => outcomeIn(message)),
    ),
  }),
);

const OUTCOMES = {
  'denial alerted': 'alerted',
  'denial repeated': 'repeated',
  'denial ignored': 'ignored',
} as const satisfies Record<string, Outcome>;

function outcomeIn(message: keyof typeof OUTCOMES): Outcome {
  return OUTCOMES[message];
}

/** The outcomes in a log, by CloudTrail `eventID`, oldest first. */
export function readOutcomes(log: string): ReadonlyMap<string, readonly Outcome[]> {
  const outcomes = new Map<string, Outcome[]>();
  for (const line of log.split('\n')) {
    const parsed = v.safeParse(logLine, line);
    if (!parsed.success) continue;
    const { eventId, message } = parsed.output;
    outcomes.set(eventId, [...(outcomes.get(eventId) ?? []), message]);
  }
  return outcomes;
}
