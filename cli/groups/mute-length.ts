// [options] → mute: how long a group is to be quiet.
import type { Mute } from '../../core/group/state';
import { type Misuse, misuse } from './misuse';

type Chosen = Readonly<Record<string, string | boolean | undefined>>;

/** What each option makes of its value; null where the value is none. */
const LENGTHS = {
  for: {
    read: (value, now) => {
      const milliseconds = durationOf(value);
      if (milliseconds === null) return null;
      return { until: new Date(now.getTime() + milliseconds).toISOString() };
    },
    allowed: 'a number of minutes, hours, days or weeks, such as 30m, 12h, 7d, 2w',
  },
  until: {
    read: (value) => {
      const time = timeOf(value);
      return time === null ? null : { until: time };
    },
    allowed:
      'a day or a time with its offset from UTC, such as 2030-01-31, 2030-01-31T09:00Z, 2030-01-31T09:00+02:00',
  },
  count: {
    read: (value) => (/^[1-9]\d{0,14}$/.test(value) ? { untilCount: Number(value) } : null),
    allowed: 'a whole number above 0, such as 1000',
  },
  forever: { read: () => ({ forever: true }), allowed: 'no value' },
} as const satisfies Record<
  string,
  { readonly read: (value: string, now: Date) => Mute | null; readonly allowed: string }
>;

type Length = keyof typeof LENGTHS;

const NAMES: readonly Length[] = ['for', 'until', 'count', 'forever'];

/** Reads the mute that the options give; exactly one of them gives it. */
export function readMute(chosen: Chosen, now: Date): Mute | Misuse {
  const given = NAMES.filter((each) => chosen[each] !== undefined);
  const [name] = given;
  if (name === undefined || given.length > 1) {
    const named = given.map((each) => `--${each}`).join(', ') || 'none';
    return misuse(
      `mute needs exactly one of --for, --until, --count, --forever, such as --for 7d; given: ${named}`,
    );
  }
  const { read, allowed } = LENGTHS[name];
  const value = String(chosen[name]);
  return read(value, now) ?? misuse(`--${name} ${JSON.stringify(value)}: allowed is ${allowed}`);
}

const MINUTES = { m: 1, h: 60, d: 1_440, w: 10_080 } as const;

function isUnit(text: string): text is keyof typeof MINUTES {
  return Object.hasOwn(MINUTES, text);
}

function durationOf(text: string): number | null {
  const [, number = '', unit = ''] = /^([1-9]\d{0,4})([a-z])$/.exec(text) ?? [];
  return isUnit(unit) ? Number(number) * MINUTES[unit] * 60_000 : null;
}

const DAY_OR_TIME = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** Without an offset a time would mean another one on another machine. */
function timeOf(text: string): string | null {
  const [, day = ''] = DAY_OR_TIME.exec(text) ?? [];
  // The 31st of February would be read as a day of March.
  const isDay = new Date(`${day}T00:00Z`).toJSON()?.startsWith(day) ?? false;
  const time = new Date(text);
  return day !== '' && isDay && !Number.isNaN(time.getTime()) ? time.toISOString() : null;
}
