// target → [stack]: the groups that a stack stored.
import type { Groups } from '../../core/group/stored';
import { loadClients } from '../load-clients';
import type { Target } from './connection';

/** An open stack. */
export interface Stack {
  readonly groups: Groups;
  /** The ARN of who runs the command; asked for once it is needed. */
  readonly caller: () => Promise<string>;
  /** The options that name it, for another command on the same stack. */
  readonly options: string;
}

/** A stack, or why there is none. */
type Opened =
  | { readonly kind: 'open'; readonly stack: Stack }
  | { readonly kind: 'failed'; readonly why: string };

/** Finds what the stack deployed and opens its table; throws what the AWS SDK throws. */
export async function openStack(
  { stackName, connection, local, options }: Target,
  note: (text: string) => void,
): Promise<Opened> {
  // The SDK announces on Node 20 what its later versions will need; this version runs there.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const { callerArn, findAddressBook, groupTable } = loadClients();
  const answer = await findAddressBook(stackName, connection);
  switch (answer.kind) {
    case 'not-found': {
      const place = local ?? answer.region;
      const why = `no stack ${stackName} of Launch Denied in ${place}: there is no SSM parameter ${answer.parameter}; give --stack${local === null ? ', --region or --profile' : ''}`;
      return { kind: 'failed', why };
    }
    case 'not-readable':
      return {
        kind: 'failed',
        why: `the SSM parameter ${answer.parameter} cannot be read: ${answer.why}; deploy the stack again`,
      };
    case 'found': {
      const { tableName, retentionDays } = answer.book;
      const onUnreadable = ({ message }: Error): void => note(message);
      const now = (): Date => new Date();
      const groups = groupTable({ tableName, retentionDays, now, connection, onUnreadable });
      return { kind: 'open', stack: { groups, caller: () => callerArn(connection), options } };
    }
  }
}
