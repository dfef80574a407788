// organization → [table] → outcome: gives the accounts of an organization their names.
import type { OrganizationAnswer } from '../../adapters/organization-names';
import { type AccountNames, type NameChange, nameChanges } from '../../core/account-name';
import type { Groups } from '../../core/group/stored';
import type { Row, Section } from '../../core/render/section';
import type { Outcome } from '../groups/outcome';
import { refusalWords, WORDS } from './words';

/** What is done with the names. */
export interface Naming {
  /** Reads them from the organization. */
  readonly list: () => Promise<OrganizationAnswer>;
  /** Whether nothing is written. */
  readonly isDry: boolean;
}

/**
 * Writes the names that are new or changed; those of accounts that have left the organization stay, as
 * denials of theirs might be stored.
 */
export async function nameAccounts(
  groups: Pick<Groups, 'accountNames' | 'writeAccountNames'>,
  { list, isDry }: Naming,
): Promise<Outcome> {
  const answer = await list();
  if (answer.kind !== 'listed') return { kind: 'failed', why: refusalWords(answer) };
  const before = await knownNames(groups);
  const changes = nameChanges(before, answer.names);
  const isWritten = changes.length > 0 && !isDry;
  if (isWritten) await groups.writeAccountNames(new Map([...before, ...answer.names]));
  const added = changes.filter((change) => change.before === null);
  const renamed = changes.filter((change) => change.before !== null);
  return {
    kind: 'done',
    shown: [
      { kind: 'lead', text: WORDS.read(answer.names.size, changes.length) },
      ...listOf(WORDS.added, added),
      ...listOf(WORDS.renamed, renamed),
      ...(isWritten ? [lead(WORDS.written)] : []),
      ...(isDry && changes.length > 0 ? [lead(WORDS.dry)] : []),
    ],
    data: {
      accounts: answer.names.size,
      added: added.map(({ account, name }) => ({ account, name })),
      renamed,
      written: isWritten,
    },
  };
}

/** What cannot be read is written anew. The table is of another bundle, and so is the class of its failures. */
async function knownNames(groups: Pick<Groups, 'accountNames'>): Promise<AccountNames> {
  try {
    return await groups.accountNames();
  } catch (error) {
    const { code } = Object(error) as { code?: unknown };
    if (code === 'ITEM_UNREADABLE') return new Map();
    throw error;
  }
}

const MOST_LISTED = 50;

function listOf(title: string, changes: readonly NameChange[]): readonly Section[] {
  if (changes.length === 0) return [];
  const rows = changes
    .slice(0, MOST_LISTED)
    .map(({ account, name, before }): Row => [
      account,
      before === null ? name : WORDS.was(name, before),
    ]);
  const left = changes.length - rows.length;
  return [{ kind: 'facts', title, rows }, ...(left > 0 ? [lead(WORDS.more(left))] : [])];
}

function lead(text: string): Section {
  return { kind: 'lead', text };
}
