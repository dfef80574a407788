// The parts of the command that ask AWS, for who is told which ones there are and loads none itself.
import type * as clients from './parts/clients';
import type * as history from './parts/history';

/** What each part holds. */
export interface AwsParts {
  /** What asks AWS about a stack, and the dashboard. */
  readonly clients: typeof clients;
  /** What asks AWS about the past. */
  readonly history: typeof history;
}

/** Loads a part; the second time it is there. */
export type LoadPart = <Name extends keyof AwsParts>(name: Name) => AwsParts[Name];
