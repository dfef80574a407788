// cdk.context.json → [Regions]: those that are enabled in an account, as somebody looked them up
import * as v from 'valibot';
import { invalidSettings } from './parse-named';
import { regions } from './settings/regions';

/** Stands for all Regions that are enabled in the account. */
export const ALL_ENABLED = 'all-enabled';

/** The context key under which `launch-denied lookup` writes them down. */
function enabledRegionsKey(account: string): string {
  return `launch-denied:enabled-regions:account=${account}`;
}

const LOOKUP =
  'run "npx . lookup" with credentials of the account, which writes them into cdk.context.json';

/**
 * The enabled Regions of an account, which are never guessed: a template is the same for whoever
 * synthesizes it.
 *
 * @throws SynthError `INVALID_SETTINGS` where nobody looked them up, or the account is not known
 */
export function enabledRegions(
  context: Readonly<Record<string, unknown>>,
  account: string | undefined,
): readonly string[] {
  if (account === undefined)
    throw invalidSettings([
      `regions is ${ALL_ENABLED}, and it is not known of which account: sign in, so that the CDK knows it, or give names of Regions`,
    ]);
  const key = enabledRegionsKey(account);
  if (context[key] === undefined)
    throw invalidSettings([
      `regions is ${ALL_ENABLED}, and nobody looked up those of account ${account}: ${LOOKUP}`,
    ]);
  const read = v.safeParse(regions, context[key]);
  if (read.success) return read.output;
  throw invalidSettings([
    `${key} is ${JSON.stringify(context[key])}, which is no list of Regions: ${LOOKUP}`,
  ]);
}
