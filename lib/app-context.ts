// cdk.json or command line → [settings] → stack
import * as v from 'valibot';
import { parseNamed } from './parse-named';
import { type ParsedSettings, SETTINGS } from './settings';

/** The context key that holds an object of settings, for `cdk.json`. */
const CONTEXT_KEY = 'launch-denied';

const APP_SETTINGS = {
  ...SETTINGS,
  stackName: {
    shape: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9-]{0,127}$/)), 'LaunchDenied'),
    allowed: 'a letter, then at most 127 letters, digits and hyphens',
  },
} as const;

/** What the app's context says: the settings, and the name of the stack. */
export interface AppSettings {
  readonly stackName: string;
  readonly settings: ParsedSettings;
}

/**
 * Reads the settings of the app from its context.
 *
 * Two places, one set of names: the object under `launch-denied` (for `cdk.json`), and single keys
 * (`-c emails=a@example.com`), which win. Every key that is one plain word belongs to this app, so
 * that a misspelt setting stops the synthesis; keys of the CDK contain a colon, a slash or a hyphen.
 *
 * @throws SynthError `INVALID_SETTINGS`
 */
export function settingsFromContext(context: Readonly<Record<string, unknown>>): AppSettings {
  const { [CONTEXT_KEY]: object = {}, ...rest } = context;
  const single = Object.fromEntries(Object.entries(rest).filter(([key]) => /^\w+$/.test(key)));
  const given = isObject(object) ? { ...object, ...single } : object;
  const { stackName, ...settings } = parseNamed(APP_SETTINGS, given);
  return { stackName, settings };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
