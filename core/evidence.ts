// What the three witnesses of a denial say, before anything is concluded from it.
import type {
  EncodedMessageFate,
  EventReference,
  PolicyType,
  Principal,
  Verdict,
} from './contract';
import type { SimulatedPair } from './simulate/simulator';
import type { Launch } from './launch';

/** The readable sentence of the error message; a field is null where the sentence is silent. */
export interface Sentence {
  readonly principalArn: string | null;
  /** `service:Name` as stated. */
  readonly action: string | null;
  readonly resource: string | null;
  readonly verdict: Exclude<Verdict, 'undetermined'> | null;
  readonly policyType: PolicyType | null;
  readonly policyArn: string | null;
  /** The id that the IAM access troubleshooter takes. */
  readonly authorizationId: string | null;
}

/** What the CloudTrail record says of the request itself. */
export interface Requested {
  /** Null where no record names it. */
  readonly principal: Principal | null;
  /** `RunInstances` */
  readonly operation: string | null;
  /** `ec2:RunInstances`: the operation as an action; the action that was denied may be another. */
  readonly action: string | null;
  readonly launch: Launch | null;
  readonly event: EventReference | null;
}

/** A condition key with its values, as the decoded message lists them. */
export interface KeyValues {
  readonly key: string;
  readonly values: readonly string[];
}

/** One of `matchedStatements`; the decoded message drops condition operators and NotAction. */
export interface MatchedStatement {
  readonly sid: string;
  readonly effect: 'DENY' | 'ALLOW';
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly KeyValues[];
}

/** The decoded message, as far as it could be read; null where it is silent. */
export interface DecodedMessage {
  readonly explicitDeny: boolean | null;
  readonly matchedStatements: readonly MatchedStatement[];
  readonly principalId: string | null;
  readonly principalArn: string | null;
  /** With its service prefix: `RunInstances` is read as `ec2:RunInstances`. */
  readonly action: string | null;
  readonly resource: string | null;
  /** The request context. */
  readonly conditions: readonly KeyValues[];
}

/** What the wording of a pasted text tells without naming it. */
interface Implied {
  /** The operation, as in "Error launching source instance". */
  readonly operation: string | null;
  /** A resource named beside the error. */
  readonly resource: string | null;
  readonly region: string | null;
  /** Whether an excerpt ends before it says that the request was refused. */
  readonly isOpen: boolean;
}

/** All that is known of one denial. */
export interface Evidence {
  readonly decoded: DecodedMessage | null;
  readonly stated: Sentence | null;
  readonly requested: Requested | null;
  readonly message: EncodedMessageFate;
  /** What only the wording around an error tells. @default - nothing */
  readonly implied?: Implied;
  /** What the IAM policy simulator says of the launch, pair by pair. @default - it was not asked */
  readonly simulated?: readonly SimulatedPair[];
}
