// cdk.context.json → [report]: what a person reads of a lookup.
import { counted, listed } from '../doctor/sentence';
import type { Section } from '../render/section';
import type { Lookup } from './enabled-regions';

/** What a lookup did. */
export interface LookedUp extends Lookup {
  readonly file: string;
  readonly key: string;
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Whether the file was to stay as it is. */
  readonly isDry: boolean;
  /** Whether the CDK would read the file: it stands beside a `cdk.json`. */
  readonly isBesideApp: boolean;
}

const MOST = 60;

/** Says what is in the file, what is new, and what is in no such list. */
export function lookupReport(found: LookedUp): readonly Section[] {
  const { account, regions, added, gone } = found;
  return [
    {
      kind: 'lead',
      text: `Account ${account} has ${counted(regions.length, 'enabled Region')}${changeOf(found)}.`,
    },
    {
      kind: 'facts',
      rows: [
        ['added', listed(added, MOST)],
        ['gone', listed(gone, MOST)],
        ['Regions', listed(regions, MOST)],
        ['file', found.file],
        ['key', found.key],
      ],
    },
    ...(gone.length === 0 ? [] : [GONE]),
    ...(found.isBesideApp ? [] : [APART]),
    NOT_IN_IT,
  ];
}

function changeOf({ added, gone, isDry }: LookedUp): string {
  if (added.length + gone.length === 0) return ', as the file says already';
  return isDry ? '; nothing was written' : '';
}

const GONE: Section = {
  kind: 'prose',
  title: 'Gone',
  text: 'With the setting regions on all-enabled no forwarder is deployed there any more. A stack that is there stays until somebody deletes it, for which the Region has to be enabled.',
};

const APART: Section = {
  kind: 'prose',
  title: 'No app here',
  text: 'The CDK reads the file beside cdk.json, and this folder has none; give --folder.',
};

const NOT_IN_IT: Section = {
  kind: 'prose',
  title: 'Not in it',
  text: 'Opt-in Regions that nobody enabled in the account: enable one, and look up again. The China and GovCloud partitions are accounts and deployments of their own.',
};
