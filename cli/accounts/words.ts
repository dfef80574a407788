// Every sentence that launch-denied accounts alone says; the rules are in docs/writing.md.
import { grouped } from '../../core/group/sentences';
import type { OrganizationAnswer } from '../../adapters/organization-names';

const OTHERWISE =
  'give --organization-profile with other credentials, or write the names into the setting accountNames of the stack';

/** Says why the names could not be read, and what to do. */
export function refusalWords(answer: Exclude<OrganizationAnswer, { kind: 'listed' }>): string {
  switch (answer.kind) {
    case 'not-permitted': {
      const who = answer.principal === null ? '' : ` ${answer.principal}`;
      return `AWS Organizations refused${who} to list the accounts: only the management account or a delegated administrator may, with the right organizations:ListAccounts; ${OTHERWISE}`;
    }
    case 'no-organization':
      return `the account of these credentials is in no organization; ${OTHERWISE}`;
    case 'no-credentials':
      return `no credentials were found to ask AWS Organizations with; ${OTHERWISE}`;
  }
}

export const WORDS = {
  read: (all: number, changed: number) =>
    `The organization has ${grouped(all)} ${all === 1 ? 'account' : 'accounts'}; ${changed === 0 ? 'the stack knows the names of all' : `${grouped(changed)} ${changed === 1 ? 'name is' : 'names are'} new or changed`}.`,
  added: 'New',
  renamed: 'Changed',
  was: (name: string, before: string) => `${name} (was ${before})`,
  more: (count: number) => `and ${grouped(count)} more, which --json prints.`,
  dry: 'Nothing was written, as --dry-run asks.',
  written:
    'Written to the table of the stack. Alerts name the accounts within the hour, and a group names its account from its next denial on.',
} as const;
