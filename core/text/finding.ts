// text → [denial] → decoded → explained
import type { Witness } from '../contract';
import type { Evidence } from '../evidence';
import type { FoundMessage } from '../message/encoded-message';

/** One denial found in a text: the evidence before STS is asked, and what STS can be asked about. */
export interface Finding extends Omit<Evidence, 'message'> {
  readonly message: FoundMessage;
  /** The API operation that was called, such as `RunInstances`; null where nothing tells it. */
  readonly operation: string | null;
  /** `requested` where the text names the operation, `inferred` where only its wording tells it. */
  readonly operationWitness: Extract<Witness, 'requested' | 'inferred'> | null;
  /** The id of a resource named beside the error, such as `sg-0123456789abcdef0`. */
  readonly mentioned: string | null;
  /** The Region the request went to, where the text names it. */
  readonly region: string | null;
  /** AWS's id of the request, where the text names it. */
  readonly requestId: string | null;
  /** False where an excerpt ends before it says whether the request failed. */
  readonly isCertain: boolean;
}

/** A finding that knows nothing yet. */
export const NOTHING_FOUND: Finding = {
  decoded: null,
  stated: null,
  requested: null,
  message: { kind: 'absent', length: 0 },
  operation: null,
  operationWitness: null,
  mentioned: null,
  region: null,
  requestId: null,
  isCertain: true,
};
