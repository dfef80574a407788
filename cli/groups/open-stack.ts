// target → [stack]: the groups that a stack stored.
import type { Groups } from '../../core/group/stored';
import type { findAddressBook } from '../../adapters/address-book';
import type { callerArn } from '../../adapters/caller';
import type { groupTable } from '../../adapters/group-table';
import type { Target } from './connection';

/** An open stack. */
export interface Stack {
  readonly groups: Groups;
  /** How long it keeps what it stores. */
  readonly retentionDays: number;
  /** When it was last deployed with a change; ISO 8601, empty where AWS does not say. */
  readonly deployedAt: string;
  /** The ARN of who runs the command; asked for once it is needed. */
  readonly caller: () => Promise<string>;
  /** The options that name it, for another command on the same stack. */
  readonly options: string;
}

/** A stack, or why there is none. */
type Opened =
  | { readonly kind: 'open'; readonly stack: Stack }
  | { readonly kind: 'failed'; readonly why: string };

/** What asks AWS; see parts/clients.ts. */
export interface StackClients {
  readonly findAddressBook: typeof findAddressBook;
  readonly callerArn: typeof callerArn;
  readonly groupTable: typeof groupTable;
}

/** Finds what the stack deployed and opens its table; throws what the AWS SDK throws. */
export async function openStack(
  clients: StackClients,
  { stackName, connection, local, options }: Target,
  note: (text: string) => void,
): Promise<Opened> {
  const answer = await clients.findAddressBook(stackName, connection);
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
      const groups = clients.groupTable({
        tableName,
        retentionDays,
        now,
        connection,
        onUnreadable,
      });
      const { deployedAt } = answer;
      const caller = () => clients.callerArn(connection);
      return { kind: 'open', stack: { groups, retentionDays, deployedAt, caller, options } };
    }
  }
}
