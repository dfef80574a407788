// event → [denial] → decoded → explained → alert
import type { Principal } from '../contract';

const SESSION = /^(arn:[^:]+):sts::([^:]*):assumed-role\/([^/]+)\//;

/** The ARN of the role or user itself; of a session without its role's ARN, as if it had no path. */
export function ownArn({ arn, roleArn }: Principal): string | null {
  const [, partition, account, name] = SESSION.exec(arn ?? '') ?? [];
  const guessed = name === undefined ? arn : `${partition}:iam::${account}:role/${name}`;
  return roleArn ?? guessed;
}
