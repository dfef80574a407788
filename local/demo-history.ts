// demo events → [events]: the demo as if each cause had come again and again within two weeks.
import * as v from 'valibot';
import type { Input } from './play';

const DAY = 86_400_000;
/** How often the causes come, in turn: from a retry loop to what happened once. */
const TIMES = [23, 1, 8, 3, 14, 2, 5, 31, 1, 4, 9, 2] as const;
/** Days between the first and the last denial of the causes, in turn. */
const DAYS = [13, 1, 9, 4, 12, 2, 6, 11, 1, 3, 7, 5] as const;
/** The newest denial of the first cause; each further one is half an hour older. */
const AGO = 7 * 60_000;

const event = v.looseObject({
  time: v.optional(v.string()),
  detail: v.looseObject({ eventTime: v.string(), eventID: v.string() }),
});

/** Repeats each event with times until `now` (milliseconds) and ids of its own, oldest first. */
export function demoHistory(inputs: readonly Input[], now: number): readonly Input[] {
  const all = inputs.flatMap((input, at) => repeated(input, at, now));
  return all.toSorted((one, other) => one.at - other.at).map(({ input }) => input);
}

/** The events of one cause once more, with the time `now` (milliseconds): what was solved comes back. */
export function onceMore(inputs: readonly Input[], now: number): readonly Input[] {
  return inputs
    .filter(({ event: one }) => JSON.stringify(one).includes(COMES_BACK))
    .flatMap((input) => {
      const parsed = v.safeParse(event, input.event);
      return parsed.success ? [{ ...input, event: dated(parsed.output, now, RETURN) }] : [];
    });
}

const COMES_BACK = 'platform-deploy';
/** No other repetition has this number. */
const RETURN = 99;

interface Dated {
  readonly at: number;
  readonly input: Input;
}

function repeated(input: Input, index: number, now: number): readonly Dated[] {
  const parsed = v.safeParse(event, input.event);
  if (!parsed.success) return [{ at: now, input }];
  const times = TIMES[index % TIMES.length] ?? 1;
  const length = (DAYS[index % DAYS.length] ?? 1) * DAY;
  const last = now - AGO - index * 1_800_000;
  return Array.from({ length: times }, (_, turn) => {
    // Closer together towards the end, as a retry loop makes it.
    const share = times === 1 ? 0 : 1 - (turn / (times - 1)) ** 0.7;
    const at = Math.round((last - share * length) / 1_000) * 1_000;
    return { at, input: { ...input, event: dated(parsed.output, at, turn) } };
  });
}

function dated({ detail, ...rest }: v.InferOutput<typeof event>, at: number, turn: number) {
  const time = new Date(at).toISOString().replace('.000', '');
  const { eventID: own } = detail;
  const eventID = turn === 0 ? own : `${String(turn).padStart(8, '0')}${own.slice(8)}`;
  return { ...rest, time, detail: { ...detail, eventTime: time, eventID } };
}
