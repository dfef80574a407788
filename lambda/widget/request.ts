// event of CloudWatch → [request]: what a widget asks for. All of it may be typed by anybody.
import * as v from 'valibot';
import type { Address } from '../../core/render/html/face';
import {
  FILTERS,
  FIRST_QUERY,
  rangeOf,
  readQuery,
  readSpan,
  SPANS,
  type TimeRange,
} from '../../core/review/query';
import type { AskedMove } from './move';

/** What a widget asks for. */
export interface WidgetRequest {
  readonly kind: 'draw';
  readonly address: Address;
  readonly range: TimeRange;
  /** ISO 8601. */
  readonly now: string;
  readonly theme: 'light' | 'dark';
  /** Whether the answer is shown over the dashboard. */
  readonly isPopup: boolean;
  /** A change of state to make before. */
  readonly move: AskedMove | null;
}

const text = v.fallback(v.optional(v.string()), undefined);
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const stretch = v.object({ start: moment, end: moment });

const context = v.object({
  theme: v.fallback(v.optional(v.picklist(['light', 'dark']), 'light'), 'light'),
  timeRange: v.fallback(
    v.optional(v.object({ ...stretch.entries, zoom: v.fallback(v.optional(stretch), undefined) })),
    undefined,
  ),
  forms: v.fallback(v.optional(v.object({ all: v.record(v.string(), v.unknown()) })), undefined),
});

const params = v.object({
  describe: v.optional(v.unknown()),
  view: text,
  fingerprint: text,
  shape: text,
  move: text,
  /** Whether what stands in the form is to be looked for. */
  search: v.fallback(v.optional(v.boolean(), false), false),
  popup: v.fallback(v.optional(v.boolean(), false), false),
  widgetContext: v.fallback(v.optional(context), undefined),
});

/** Reads an event; what cannot be read counts as not given. */
export function readRequest(
  event: unknown,
  now: string,
): WidgetRequest | { readonly kind: 'describe' } {
  const given = v.safeParse(params, event);
  const asked = given.success ? given.output : v.parse(params, {});
  if (asked.describe !== undefined) return { kind: 'describe' };
  const forms = asked.widgetContext?.forms?.all ?? {};
  const fields = { ...textsIn(event), ...(asked.search ? formTexts(forms) : {}) };
  const address = addressOf(asked, fields);
  return {
    kind: 'draw',
    address,
    range: rangeIn(asked.widgetContext?.timeRange, now),
    now,
    theme: asked.widgetContext?.theme ?? 'light',
    isPopup: asked.popup,
    move: moveIn(asked, forms),
  };
}

type Fields = Readonly<Record<string, string>>;

function addressOf(
  { view, fingerprint, shape }: v.InferOutput<typeof params>,
  fields: Fields,
): Address {
  if (fingerprint !== undefined && fingerprint !== '') {
    const { page } = fields;
    return {
      view: 'cause',
      fingerprint,
      ...(shape === undefined ? {} : { shape }),
      ...(page === undefined ? {} : { page }),
    };
  }
  if (view === 'overview') return { view: 'overview', span: readSpan(fields) };
  return { view: 'causes', query: readQuery(fields) };
}

function moveIn(
  { move, fingerprint }: v.InferOutput<typeof params>,
  forms: object,
): AskedMove | null {
  if (move === undefined || fingerprint === undefined) return null;
  return { name: move, fingerprint, length: formTexts(forms)['for'] };
}

function textsIn(event: unknown): Fields {
  const pairs = Object.entries(Object(event) as object);
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

/** An empty field of the form takes the place of what was looked for before. */
function formTexts(forms: object): Fields {
  const empty = Object.fromEntries(FILTERS.map((name) => [name, '']));
  return { ...empty, ...textsIn(forms) };
}

type Range = v.InferOutput<typeof context>['timeRange'];

/** What somebody zoomed into, else the time of the dashboard. */
function rangeIn(given: Range, now: string): TimeRange {
  const { start, end } = given?.zoom ?? given ?? { start: 1, end: 0 };
  const longest = SPANS['90d'] * 3_600_000;
  if (start >= end) return rangeOf(FIRST_QUERY.span, now);
  const from = Math.max(start, end - longest);
  return { from: new Date(from).toISOString(), to: new Date(end).toISOString() };
}
