// explained → suggested → [simulated] → alert: what the IAM policy simulator is asked, and says.

/** The types of condition values, in the simulator's words. */
export type ContextType = 'string' | 'stringList' | 'numeric' | 'boolean' | 'date' | 'ip';

/** A condition key with the values the request has for it. */
export interface ContextEntry {
  readonly key: string;
  readonly type: ContextType;
  readonly values: readonly string[];
}

/** One call of the simulator: one action on resources of one type. */
export interface SimulationQuery {
  /** The ARN of an IAM role or user; sessions are not accepted. */
  readonly principalArn: string;
  readonly action: string;
  /** Resources of one type. */
  readonly resources: readonly string[];
  /** Only keys that the action and the resource type support. */
  readonly context: readonly ContextEntry[];
  /** Policy documents as JSON, as if they were attached too. */
  readonly addedPolicies: readonly string[];
}

/** What would become of the action on one resource. */
export interface Decision {
  readonly resource: string;
  readonly decision: 'allowed' | 'explicit-deny' | 'implicit-deny';
  /** Whether the organization's policies allow it; null where the simulator does not say. */
  readonly allowedByOrganization: boolean | null;
  /** Whether the permissions boundary allows it; null where there is none. */
  readonly allowedByBoundary: boolean | null;
  /** The ids of the policies whose statements matched. */
  readonly policies: readonly string[];
  /** Condition keys that the policies test and the query did not give. */
  readonly missingKeys: readonly string[];
}

/** Why the simulator gave no answer. */
export type SimulatorRefusal =
  'not-permitted' | 'no-reader' | 'not-found' | 'throttled' | 'not-valid' | 'fault';

/** The simulator's answer. */
export type SimulationAnswer =
  | { readonly kind: 'decided'; readonly decisions: readonly Decision[] }
  | { readonly kind: 'refused'; readonly because: SimulatorRefusal };

/** What the simulator says of one pair. */
export interface SimulatedPair {
  readonly action: string;
  readonly resource: string;
  /** Null where it gave no answer. */
  readonly decision: Decision | null;
  readonly refusal: SimulatorRefusal | null;
}

/** Asks the simulator; never throws. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html */
export type Simulate = (query: SimulationQuery) => Promise<SimulationAnswer>;
