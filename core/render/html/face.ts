// reviewed → [HTML]: what is different between the places where the views are drawn.
import type { CausesQuery, Span } from '../../review/query';
import type { Html } from './markup';

/** A view with all that it was asked for. */
export type Address =
  | { readonly view: 'causes'; readonly query: CausesQuery }
  | {
      readonly view: 'cause';
      readonly fingerprint: string;
      /** Its code. @default - computed where it is needed */
      readonly code?: string;
      /** The launch shape whose explanation is shown. @default - the latest */
      readonly shape?: string;
      /** Of the occurrences. @default - the newest */
      readonly page?: string;
    }
  | { readonly view: 'overview'; readonly span: Span };

/** How long a reader mutes a group. */
export const MUTE_LENGTHS = ['1d', '7d', '30d', 'forever'] as const;

/** A change of state that a reader may ask for. */
interface MoveForm {
  readonly move: 'mute' | 'resolve' | 'reopen';
  readonly fingerprint: string;
  /** Inputs to fill in; a mute has `for`, one of `MUTE_LENGTHS`. */
  readonly fields: Html;
  readonly label: string;
  /** What the reader confirms, as a question. */
  readonly confirmation: string;
}

/** How a link looks. */
interface LinkOptions {
  /** Class of the link. @default - a link in a text */
  readonly className?: string;
  /** Whether it leads to where the reader is. @default false */
  readonly isCurrent?: boolean;
  /** Where it opens over the view, where the place can do that. @default false */
  readonly isPopup?: boolean;
}

/** What a place can do: a web page, a CloudWatch widget, a file. */
export interface Face {
  /** A link to a view of the dashboard. */
  readonly link: (to: Address, label: Html, options?: LinkOptions) => Html;
  /** A form that asks for a list again; null where nothing can be asked. */
  readonly search: ((fields: Html, query: CausesQuery) => Html) | null;
  /** A form that changes a state; null where nothing may be changed. */
  readonly move: ((form: MoveForm) => Html) | null;
  /** Whether the reader chooses how far back views go; a widget has the dashboard's time range. */
  readonly hasSpans: boolean;
  /** ISO 8601, UTC. */
  readonly now: string;
}
