// The parts of the command, by the names of their files in cli/parts; the build makes a bundle of each.
import type { AwsParts } from './aws-parts';
import type * as accounts from './parts/accounts';
import type * as doctor from './parts/doctor';
import type * as scan from './parts/scan';

/** What each part holds. */
export interface Parts extends AwsParts {
  readonly accounts: typeof accounts;
  readonly doctor: typeof doctor;
  /** What looks into the past, without AWS. */
  readonly scan: typeof scan;
}
