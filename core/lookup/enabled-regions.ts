// account → Regions → [cdk.context.json]: what a synthesis reads instead of asking.

/** The context key of the enabled Regions of an account. @see lib/enabled-regions.ts, which reads it */
export function enabledRegionsKey(account: string): string {
  return `launch-denied:enabled-regions:account=${account}`;
}

/** What was looked up, and for whom. */
export interface Lookup {
  readonly account: string;
  /** By name. */
  readonly regions: readonly string[];
}

/** What becomes of the file. */
export type Written =
  | {
      readonly kind: 'written';
      /** The whole file; as it was where it says the same already. */
      readonly text: string;
      readonly added: readonly string[];
      /** Those that were enabled the last time. */
      readonly gone: readonly string[];
    }
  | { readonly kind: 'refused'; readonly why: string };

/** Writes what was looked up into the text of the file; null is a file that does not exist. */
export function withEnabledRegions(text: string | null, { account, regions }: Lookup): Written {
  const context = text === null ? {} : objectIn(text);
  if (context === null)
    return { kind: 'refused', why: 'it holds no JSON object, as the CDK writes it' };
  const key = enabledRegionsKey(account);
  const before = textsIn(context[key]);
  const isSame = JSON.stringify(context[key]) === JSON.stringify(regions);
  const renewed = `${JSON.stringify({ ...context, [key]: regions }, null, 2)}\n`;
  return {
    kind: 'written',
    text: isSame && text !== null ? text : renewed,
    added: regions.filter((each) => !before.includes(each)),
    gone: before.filter((each) => !regions.includes(each)),
  };
}

/** An editor might have put a mark of its encoding before the text. */
function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : null;
  } catch {
    return null;
  }
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
