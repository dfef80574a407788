// grouped → [review]: what the views of the dashboard draw.
import type { EncodedMessageFate, Explanation } from '../contract';
import type { Group, Mute } from '../group/state';
import type { Occurrence, Page, ShownGroup } from '../group/stored';
import type { GroupState } from '../group/transitions';
import type { CausesQuery, Span, TimeRange } from './query';

/** One group as a line of a list. */
export interface CauseRow {
  readonly fingerprint: string;
  /** `g-…` */
  readonly code: string;
  readonly state: GroupState;
  readonly muted: Mute | null;
  readonly summary: string;
  /** As an ARN or what stands for it. */
  readonly principal: string;
  readonly action: string | null;
  readonly resource: string | null;
  readonly reasonCode: string;
  readonly account: string;
  /** What people call the account; null where nobody said it. */
  readonly accountName: string | null;
  readonly regions: readonly string[];
  readonly count: number;
  readonly heldBack: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Denials a day of the last 14, the latest last; counts grow by redelivered events, too. */
  readonly days: readonly number[];
}

/** A list of groups: by state, within a state the latest seen first. */
export interface Causes {
  readonly query: CausesQuery;
  readonly range: TimeRange;
  readonly rows: readonly CauseRow[];
  /** Asks for the page after this one; null at the end. */
  readonly next: string | null;
  /** Of the rows, or of all that match where the list is filtered. */
  readonly totals: { readonly causes: number; readonly denials: number; readonly heldBack: number };
  /** How many groups the filter looked at; null where nothing is filtered. */
  readonly searched: number | null;
  /** Whether groups exist that the filter did not look at. */
  readonly hasUnsearched: boolean;
}

/** The moves that would change something about a group. */
export type Moves = readonly ('mute' | 'resolve' | 'reopen')[];

/** One group with everything that is known of it. */
export interface Cause {
  readonly row: CauseRow;
  readonly group: Group;
  readonly shown: ShownGroup;
  /** Of the launch shape that was asked for, else the latest; null where it expired. */
  readonly explanation: Explanation | null;
  readonly explainedAt: string | null;
  /** Whose explanation it is; empty where there is none. */
  readonly shape: string;
  /** The newest first. */
  readonly occurrences: Page<Occurrence>;
  readonly moves: Moves;
}

/** Denials of one reason over the slots of an overview. */
export interface ReasonSeries {
  /** A reason code; empty for all that stand in no other series. */
  readonly reasonCode: string;
  readonly counts: readonly number[];
  readonly sum: number;
}

/** How a part of the pipeline does. */
export interface HealthFact {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'not-checked';
  /** What was found, in one sentence without a full stop. */
  readonly found: string;
}

/** What happened in a stretch of time. */
export interface Overview {
  readonly span: Span;
  readonly range: TimeRange;
  /** The beginnings of the slots, ISO 8601; hours for a day, else days. */
  readonly slots: readonly string[];
  readonly slot: 'hour' | 'day';
  /** The reasons with the most denials first; at most 5, and what is left as one. */
  readonly byReason: readonly ReasonSeries[];
  readonly denials: number;
  /** The most denials first, at most 10. */
  readonly principals: readonly {
    readonly principal: string;
    readonly account: string;
    readonly accountName: string | null;
    readonly denials: number;
    readonly causes: number;
  }[];
  /** The most denials within the range first, at most 10. */
  readonly causes: readonly { readonly row: CauseRow; readonly denials: number }[];
  /** Groups seen within the range, by state. */
  readonly states: Readonly<Record<GroupState, number>>;
  /** From the first denial until somebody resolved the group, in milliseconds; a group may be resolved again. */
  readonly timeToResolve: { readonly median: number; readonly resolved: number } | null;
  /** Causes by what became of their latest encoded message. */
  readonly messages: Readonly<Partial<Record<EncodedMessageFate['status'], number>>>;
  readonly regions: readonly string[];
  readonly health: readonly HealthFact[];
  /** Whether everything of the range was counted; otherwise the latest part of it. */
  readonly isWhole: boolean;
}
