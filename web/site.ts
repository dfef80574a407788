// What the pages are made of, and what is asked of them.
import type { IncomingHttpHeaders } from 'node:http';
import type { Groups } from '../core/group/stored';
import type { HealthFact } from '../core/review/models';
import type { Assets } from './assets';
import type { Names } from './names';

/** What the pages are made of. */
export interface Site {
  readonly groups: Groups;
  /** The ARN of who reads the pages, as the history names who changed a state. */
  readonly caller: () => Promise<string>;
  /** Where the groups come from, such as `stack LaunchDenied in eu-west-1`. */
  readonly source: string;
  /** Says in one sentence why the groups could not be read, and what to do. */
  readonly failureWords: (error: unknown) => string;
  /** What is known of the pipeline beside the groups. @default - nothing */
  readonly health?: () => Promise<readonly HealthFact[]>;
  /** Whether the groups are of the past, with no pipeline behind them. @default false */
  readonly isPast?: boolean;
  readonly now: () => string;
  readonly assets: Assets;
  readonly names: Names;
  /** Proves that a form is of this server. */
  readonly token: string;
}

/** A request, read whole. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Null for what is longer than any form. */
  readonly body: string | null;
}
