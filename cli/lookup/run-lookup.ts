// options → [lookup] → cdk.context.json: which Regions are enabled, written where a synthesis reads it.
import { callerArn } from '../../adapters/caller';
import type { Connection } from '../../adapters/connection';
import { readContextFile, writeContextFile } from '../../adapters/context-file';
import { enabledRegions } from '../../adapters/regions';
import { parseArn } from '../../core/arn';
import { enabledRegionsKey, withEnabledRegions } from '../../core/lookup/enabled-regions';
import type { LookedUp } from '../../core/lookup/report';

/** What a lookup is asked. */
interface LookupOptions {
  readonly connection: Connection;
  readonly folder: string;
  /** Whether the file is to stay as it is. */
  readonly isDry: boolean;
}

/** What became of it, or why nothing was written. */
type LookupOutcome =
  | { readonly kind: 'done'; readonly found: LookedUp }
  | { readonly kind: 'failed' | 'misused'; readonly why: string };

/** Looks up the enabled Regions and writes them; throws what the AWS SDK throws. */
export async function runLookup(options: LookupOptions): Promise<LookupOutcome> {
  const { connection, folder, isDry } = options;
  const read = attempt(() => readContextFile(folder));
  if (read.kind === 'failed') return read;
  if (read.value === null)
    return { kind: 'misused', why: `--folder ${JSON.stringify(folder)} is no folder` };
  const { path, text, isBesideApp } = read.value;
  const { account = '' } = parseArn(await callerArn(connection)) ?? {};
  const regions = await enabledRegions(connection);
  const written = withEnabledRegions(text, { account, regions });
  if (written.kind === 'refused')
    return { kind: 'failed', why: `${path} is left as it is: ${written.why}; mend or remove it` };
  if (!isDry && written.text !== text) {
    const wrote = attempt(() => writeContextFile(path, written.text));
    if (wrote.kind === 'failed') return wrote;
  }
  const { added, gone } = written;
  const key = enabledRegionsKey(account);
  const found = { account, regions, file: path, key, added, gone, isDry, isBesideApp };
  return { kind: 'done', found };
}

/** The file system says what it could not do with which file. */
function attempt<T>(
  act: () => T,
):
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'failed'; readonly why: string } {
  try {
    return { kind: 'done', value: act() };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', why: `the file system answered ${words}; nothing was written` };
  }
}
