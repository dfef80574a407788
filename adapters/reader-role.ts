// denial → [reader role] → decoded, simulated: the way into a member account.
import { AssumeRoleCommand, type Credentials, STSClient } from '@aws-sdk/client-sts';
import type { Outage } from '../core/decoded/answer';
import { outageOf } from './outage';

/** Shorter than for decoding, which comes after it in the same batch. */
const BOUNDS = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true };

/** The shortest that STS gives: a session is of no use to anybody else for longer than that. */
const SESSION_SECONDS = 900;

/** What says that the role cannot be assumed until somebody changes something. */
const REFUSALS = ['AccessDenied', 'AccessDeniedException', 'RegionDisabledException'];

/** Credentials of a reader role; never logged, never stored. */
export interface ReaderCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

/** A reader role that was assumed, or why it was not. */
export type Reader =
  | { readonly kind: 'assumed'; readonly credentials: ReaderCredentials }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable'; readonly because: Outage; readonly cause: unknown };

/** Assumes the reader role of an account; never throws. */
export type AssumeReader = (account: string) => Promise<Reader>;

/** Where reader roles are, and from where they are assumed. */
export interface ReaderRoleOptions {
  /** Whose STS is asked. */
  readonly homeRegion: string;
  /** Such as `aws` or `aws-us-gov`; organizations lie in one. */
  readonly partition: string;
  /** The name of the role, the same in each account. */
  readonly roleName: string;
}

/**
 * Makes what assumes reader roles, with one call for each time it is asked. An error tells its name
 * alone: a damaged answer might quote credentials.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function readerRole({ homeRegion, partition, roleName }: ReaderRoleOptions): AssumeReader {
  const client = new STSClient({ region: homeRegion, requestHandler: BOUNDS, maxAttempts: 2 });
  return async (account) => {
    const arn = `arn:${partition}:iam::${account}:role/${roleName}`;
    try {
      const session = { RoleSessionName: 'launch-denied', DurationSeconds: SESSION_SECONDS };
      const answer = await client.send(new AssumeRoleCommand({ RoleArn: arn, ...session }));
      const credentials = read(answer.Credentials);
      if (credentials !== null) return { kind: 'assumed', credentials };
      return { kind: 'unavailable', because: 'fault', cause: new Error(`${arn}: no credentials`) };
    } catch (error) {
      const { name } = error instanceof Error ? error : new Error();
      if (REFUSALS.includes(name)) return { kind: 'refused' };
      const cause = new Error(`${arn} could not be assumed: ${name}`);
      return { kind: 'unavailable', because: outageOf(error), cause };
    }
  };
}

function read(given: Credentials | undefined): ReaderCredentials | null {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || Expiration === undefined) return null;
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration,
  };
}
