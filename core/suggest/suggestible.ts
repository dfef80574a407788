// explained → [suggested] → alert
import type { Facts } from '../explain/facts';
import type { ReasonCode } from '../explain/reasons';
import type { Reading } from '../explain/statements';
import type { AssessedLaunch } from '../needs/assess';
import type { LaunchPair } from '../suggestion';

/** Everything that suggestions are made from. */
export interface Suggestible {
  readonly facts: Facts;
  readonly reading: Pick<Reading, 'decisive' | 'named'>;
  readonly code: ReasonCode;
  readonly launch: AssessedLaunch;
  /** The launch's needs with their states, in the same order. */
  readonly pairs: readonly LaunchPair[];
}
