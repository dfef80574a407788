// command → [address book] → table: what a stack deployed, knowing only the stack's name.
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import * as v from 'valibot';
import type { Connection } from './connection';

/** Bounds for one request, so that a hanging endpoint costs one try and not the whole timeout. */
const BOUNDS = { connectionTimeout: 2_000, requestTimeout: 4_000, throwOnRequestTimeout: true };

/** How long stacks keep what they store that do not say it. */
const RETENTION_DAYS = 90;

/** The links of the way by their names; older stacks do not list each of them. */
const LINKS = {
  version: v.optional(v.string()),
  ruleName: v.optional(v.string()),
  ruleDeadLetterQueueUrl: v.optional(v.string()),
  queueUrl: v.optional(v.string()),
  deadLetterQueueUrl: v.optional(v.string()),
  functionName: v.optional(v.string()),
  sweepFunctionName: v.optional(v.string()),
  alertsTopicArn: v.optional(v.string()),
  /** Absent where no chat channel receives alerts. */
  chatTopicArn: v.optional(v.string()),
  /** Absent where no telephone receives alerts. */
  smsTopicArn: v.optional(v.string()),
} as const;

/** What other Regions and accounts have to do with the stack; older stacks say nothing of it. */
const ELSEWHERE = {
  forwarderRuleName: v.optional(v.string()),
  /** Regions whose denials are accepted, its own among them; empty where the settings name none. */
  regions: v.optional(v.array(v.string())),
  /** This and the others are absent where denials of other accounts do not come. */
  readerRoleName: v.optional(v.string()),
  organization: v.optional(v.string()),
  /** In place of an organization. */
  accounts: v.optional(v.array(v.string())),
  functionRoleArns: v.optional(v.array(v.string())),
} as const;

/** The fields that commands need; `lib/address-book.ts` writes them. */
const addressBook = v.object({
  tableName: v.pipe(v.string(), v.nonEmpty()),
  retentionDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), RETENTION_DAYS),
  /** Absent where the stack has none. */
  dashboardName: v.optional(v.string()),
  ...LINKS,
  ...ELSEWHERE,
});

/** What a stack deployed. */
export type AddressBook = Readonly<v.InferOutput<typeof addressBook>>;

/** What became of the search; `parameter` is the name that was asked for. */
export type AddressBookAnswer =
  | {
      readonly kind: 'found';
      readonly book: AddressBook;
      /** When the stack last changed what it lists; ISO 8601, empty where AWS does not say. */
      readonly deployedAt: string;
    }
  | { readonly kind: 'not-found'; readonly parameter: string; readonly region: string }
  | { readonly kind: 'not-readable'; readonly parameter: string; readonly why: string };

/**
 * Reads what a stack deployed from its SSM parameter; throws what the AWS SDK throws.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
 */
export async function findAddressBook(
  stackName: string,
  connection: Connection,
): Promise<AddressBookAnswer> {
  const parameter = `/launch-denied/${stackName}`;
  const client = new SSMClient({ requestHandler: BOUNDS, ...connection });
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: parameter }));
    const deployedAt = Parameter?.LastModifiedDate?.toISOString() ?? '';
    return read(parameter, Parameter?.Value ?? '', deployedAt);
  } catch (error) {
    if (!(error instanceof ParameterNotFound)) throw error;
    return { kind: 'not-found', parameter, region: await client.config.region() };
  }
}

function read(parameter: string, text: string, deployedAt: string): AddressBookAnswer {
  const { success, output, issues } = v.safeParse(
    v.pipe(v.string(), v.parseJson(), addressBook),
    text,
  );
  if (success) return { kind: 'found', book: output, deployedAt };
  const [{ message, path }] = issues;
  const at = (path ?? []).map(({ key }) => String(key)).join('.');
  return { kind: 'not-readable', parameter, why: `${at && `at ${at}: `}${message}` };
}
