// events → local way → [log] → result: what the function itself says became of each denial.
import * as v from 'valibot';

/** What became of a record that reached the function. */
export type Outcome = 'alerted' | 'held-back' | 'ignored';

const OUTCOMES = {
  'denial alerted': 'alerted',
  'denials held back': 'held-back',
  'denial ignored': 'ignored',
} as const satisfies Record<string, Outcome>;

/** A line of the function's log about one record, or about several of one group. */
const logLine = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    eventId: v.union([v.string(), v.array(v.string())]),
    message: v.picklist(['denial alerted', 'denials held back', 'denial ignored']),
  }),
);

/** The outcomes in a log, by CloudTrail `eventID`, oldest first. */
export function readOutcomes(log: string): ReadonlyMap<string, readonly Outcome[]> {
  const outcomes = new Map<string, Outcome[]>();
  for (const line of log.split('\n')) {
    const parsed = v.safeParse(logLine, line);
    if (!parsed.success) continue;
    const { eventId, message } = parsed.output;
    for (const id of [eventId].flat())
      outcomes.set(id, [...(outcomes.get(id) ?? []), OUTCOMES[message]]);
  }
  return outcomes;
}
