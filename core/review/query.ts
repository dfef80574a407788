// grouped → [review]: what a reader of the dashboard asks for, as data; an address holds all of it.
import { type GroupState, STATES } from '../group/transitions';

/** The choices of states, in the order in which lists show groups. */
export const STATE_CHOICES = {
  'to-review': ['regressed', 'new', 'open'],
  muted: ['muted'],
  ignored: ['ignored'],
  resolved: ['resolved'],
  all: ['regressed', 'new', 'open', 'muted', 'ignored', 'resolved'],
} as const satisfies Record<string, readonly GroupState[]>;

/** Which groups are listed: a choice of several states, or one state. */
export type StateChoice = keyof typeof STATE_CHOICES | GroupState;

/** The states that a choice stands for. */
export function statesOf(choice: StateChoice): readonly GroupState[] {
  return isState(choice) ? [choice] : STATE_CHOICES[choice];
}

/** How far back a list goes, in hours. */
export const SPANS = { '24h': 24, '7d': 168, '30d': 720, '90d': 2160 } as const;

/** How far back a list goes. */
export type Span = keyof typeof SPANS;

/** A stretch of time; ISO 8601, UTC. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

/** The time that is looked at, and the time at which somebody looks; the one may end before the other. */
export interface Moment {
  readonly range: TimeRange;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** The stretch of time that ends now. */
export function rangeOf(span: Span, now: string): TimeRange {
  return { from: new Date(Date.parse(now) - SPANS[span] * 3_600_000).toISOString(), to: now };
}

/** The fields that narrow a list; each holds where the group has the text in it, in any case. */
export const FILTERS = ['q', 'principal', 'action', 'reason', 'region', 'account'] as const;

/** What narrows a list; an empty text narrows nothing. `q` is looked for everywhere. */
export type Filter = Readonly<Record<(typeof FILTERS)[number], string>>;

export const NO_FILTER: Filter = {
  q: '',
  principal: '',
  action: '',
  reason: '',
  region: '',
  account: '',
};

/** Which groups are listed. */
export interface CausesQuery {
  readonly state: StateChoice;
  readonly span: Span;
  readonly filter: Filter;
  /** What the page before gave as next; null for the first. */
  readonly page: string | null;
}

export const FIRST_QUERY: CausesQuery = {
  state: 'to-review',
  span: '30d',
  filter: NO_FILTER,
  page: null,
};

/** Whether anything narrows the list. */
export function isFiltered(filter: Filter): boolean {
  return FILTERS.some((name) => filter[name] !== '');
}

const LONGEST = 1_000;

type Fields = Readonly<Record<string, string | undefined>>;

/** Reads a query from the fields of an address or a form; what is no choice counts as not given. */
export function readQuery(fields: Fields): CausesQuery {
  const filter = Object.fromEntries(
    FILTERS.map((name) => [name, (fields[name] ?? '').trim().slice(0, LONGEST)]),
  );
  return {
    state: isChoice(fields['state']) ? fields['state'] : FIRST_QUERY.state,
    span: readSpan(fields),
    filter: { ...NO_FILTER, ...filter },
    page: fields['page'] || null,
  };
}

/** Reads how far back a view goes. */
export function readSpan({ span }: Fields): Span {
  return span !== undefined && Object.hasOwn(SPANS, span) ? (span as Span) : FIRST_QUERY.span;
}

/** The fields that a query is read from again; what is not said is left out. */
export function queryFields({ state, span, filter, page }: CausesQuery): Record<string, string> {
  return {
    ...(state === FIRST_QUERY.state ? {} : { state }),
    ...(span === FIRST_QUERY.span ? {} : { span }),
    ...Object.fromEntries(
      FILTERS.flatMap((name) => (filter[name] === '' ? [] : [[name, filter[name]]])),
    ),
    ...(page === null ? {} : { page }),
  };
}

function isState(choice: string): choice is GroupState {
  return STATES.some((state) => state === choice);
}

function isChoice(text: string | undefined): text is StateChoice {
  return text !== undefined && (isState(text) || Object.hasOwn(STATE_CHOICES, text));
}
