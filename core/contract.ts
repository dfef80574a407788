// The contract: an explanation as the table stores it, the command prints it and the faces draw it.
import * as v from 'valibot';
import { launch } from './launch';
import { list } from './list';
import { launchPair, suggestion } from './suggestion';

/** The version of the printed JSON; a field is never renamed or narrowed within a version. */
const SCHEMA_VERSION = 1;

export const VERDICTS = ['explicit-deny', 'implicit-deny', 'undetermined'] as const;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export type Verdict = (typeof VERDICTS)[number];

export const POLICY_TYPES = [
  'identity-based',
  'resource-based',
  'permissions-boundary',
  'service-control-policy',
  'resource-control-policy',
  'session-policy',
  'vpc-endpoint-policy',
  'role-trust-policy',
] as const;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export type PolicyType = (typeof POLICY_TYPES)[number];

const PRINCIPAL_KINDS = [
  'iam-user',
  'role-session',
  'root',
  'federated-user',
  'aws-service',
  'undetermined',
] as const;

const principal = v.object({
  kind: v.picklist(PRINCIPAL_KINDS),
  /** The ARN as AWS sent it: for a role session the session's ARN. */
  arn: v.nullable(v.string()),
  /** The plain name: the user's, the role's (without its path), or the service's. */
  name: v.nullable(v.string()),
  /** The role's own ARN with its path, where the event carries it. */
  roleArn: v.optional(v.string()),
  sessionName: v.optional(v.string()),
  /** The IAM Identity Center permission set the role was made from. */
  permissionSet: v.optional(v.string()),
  serviceLinked: v.optional(v.boolean()),
  /** The AWS service that made the request for the principal, such as `autoscaling.amazonaws.com`. */
  invokedBy: v.optional(v.string()),
});

/** Who made the request. */
export type Principal = Readonly<v.InferOutput<typeof principal>>;

const POLARITIES = ['listed', 'all-but-listed'] as const;

const statement = v.object({
  /** The statement's Sid, empty where it has none. */
  sid: v.string(),
  effect: v.picklist(['DENY', 'ALLOW']),
  /** Whether the statement covers the actions it lists, or all others (NotAction). */
  actions: v.picklist(POLARITIES),
  /** Whether the statement covers the resources it lists, or all others (NotResource). */
  resources: v.picklist(POLARITIES),
});

/** A policy statement that the decoded message names. */
export type Statement = Readonly<v.InferOutput<typeof statement>>;

const RELATIONS = [
  'value-forbidden',
  'value-not-allowed',
  'key-missing',
  'key-present',
  'unclear',
] as const;

const decisiveCondition = v.object({
  key: v.string(),
  requestValues: list(v.string()),
  statementValues: list(v.string()),
  relation: v.picklist(RELATIONS),
});

/** A condition of a matched statement, with what the request and the statement say of its key. */
export type DecisiveCondition = Readonly<v.InferOutput<typeof decisiveCondition>>;

export const MESSAGE_STATUSES = [
  'decoded',
  'truncated',
  'damaged',
  'absent',
  'not-permitted',
  'not-valid',
  'offline',
] as const;

const encodedMessage = v.object({
  status: v.picklist(MESSAGE_STATUSES),
  /** Characters that were at hand, 0 where there was none. */
  length: v.number(),
  /** The principal that lacked `sts:DecodeAuthorizationMessage`, where STS named it. */
  decoder: v.optional(v.string()),
  /** The role that was to decode it in a member account and could not be assumed; empty where withheld. */
  reader: v.optional(v.object({ account: v.string(), roleName: v.string() })),
});

/** The encoded message's fate. */
export type EncodedMessageFate = Readonly<v.InferOutput<typeof encodedMessage>>;

const event = v.object({
  id: v.string(),
  /** ISO 8601, UTC. */
  time: v.string(),
  region: v.string(),
  account: v.string(),
  /** What people call the account, where somebody said it. */
  accountName: v.optional(v.string()),
  /** The account of the hub that explains it, where that is another. */
  homeAccount: v.optional(v.string()),
});

/** The CloudTrail event a denial came from. */
export type EventReference = Readonly<v.InferOutput<typeof event>>;

const WITNESSES = ['decoded', 'stated', 'requested', 'simulated', 'inferred'] as const;

/** What a fact rests on, strongest first. */
export type Witness = (typeof WITNESSES)[number];

export const explanation = v.object({
  verdict: v.picklist(VERDICTS),
  reason: v.object({ code: v.string() }),
  principal,
  /** `service:Name`, the action that was denied. */
  action: v.nullable(v.string()),
  /** The API operation that was called, such as `RunInstances`. */
  operation: v.nullable(v.string()),
  /** The ARN (or what stands for it) exactly as AWS sent it. */
  resource: v.nullable(v.string()),
  /** The type by its IAM name, such as `instance` or `subnet`. */
  resourceType: v.nullable(v.string()),
  policyType: v.nullable(v.picklist(POLICY_TYPES)),
  policyArn: v.nullable(v.string()),
  statements: list(statement),
  decisiveConditions: list(decisiveCondition),
  /** The decoded request context: what decided first, then what the user chose. */
  context: list(v.object({ key: v.string(), values: list(v.string()) })),
  encodedMessage,
  launch: v.optional(launch),
  event: v.optional(event),
  /** The key of the group that the denial belongs to, where its event is known: `v1:…`. */
  fingerprint: v.optional(v.string()),
  /** The id that the IAM access troubleshooter takes, where AWS gave one. */
  authorizationId: v.optional(v.string()),
  /** Which witness states a field, by the field's name. */
  witnesses: v.record(v.string(), v.picklist(WITNESSES)),
  /** One line that makes sense alone. */
  summary: v.string(),
  /** At most two sentences. */
  detail: v.string(),
  nextSteps: list(v.string()),
  /** What AWS authorizes for the launch, pair by pair; empty where the launch is not known. */
  launchPairs: list(launchPair),
  /** What to change, the likeliest first. */
  suggestions: list(suggestion),
});

/** Why AWS refused one request, and what to do next. */
export type Explanation = Readonly<v.InferOutput<typeof explanation>>;

export const report = v.object({
  schemaVersion: v.literal(SCHEMA_VERSION),
  denials: list(explanation),
});

/** What `explain --json` prints. */
export type Report = Readonly<v.InferOutput<typeof report>>;
