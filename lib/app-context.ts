// cdk.json or command line → [settings] → stack
import * as v from 'valibot';
import { ALL_ENABLED, enabledRegions } from './enabled-regions';
import { parseNamed } from './parse-named';
import { region, regions } from './settings/regions';
import { type ParsedSettings, SETTINGS } from './settings';

/** The context key that holds an object of settings, for `cdk.json`. */
const CONTEXT_KEY = 'launch-denied';

const APP_SETTINGS = {
  ...SETTINGS,
  regions: {
    shape: v.optional(v.union([v.literal(ALL_ENABLED), regions]), []),
    allowed: `${ALL_ENABLED}, or names of Regions, each once, such as us-east-1,eu-west-1`,
  },
  homeRegion: {
    shape: v.optional(region),
    allowed: 'the name of the Region of the home stack, such as us-east-1',
  },
  stackName: {
    shape: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9-]{0,127}$/)), 'LaunchDenied'),
    allowed: 'a letter, then at most 127 letters, digits and hyphens',
  },
} as const;

/** What the app's context says: the settings, the name of the home stack, and where it lies. */
export interface AppSettings {
  readonly stackName: string;
  /** The Region of the home stack; undefined where it is that of the credentials. */
  readonly homeRegion: string | undefined;
  readonly settings: ParsedSettings;
}

/**
 * Reads the settings of the app from its context.
 *
 * Two places, one set of names: the object under `launch-denied` (for `cdk.json`), and single keys
 * (`-c emails=a@example.com`), which win. Every key that is one plain word belongs to this app, so
 * that a misspelt setting stops the synthesis; keys of the CDK contain a colon, a slash or a hyphen.
 *
 * @param account whose enabled Regions are meant where all of them are
 * @throws SynthError `INVALID_SETTINGS`
 */
export function settingsFromContext(
  context: Readonly<Record<string, unknown>>,
  account?: string,
): AppSettings {
  const { [CONTEXT_KEY]: object = {}, ...rest } = context;
  const single = Object.fromEntries(Object.entries(rest).filter(([key]) => /^\w+$/.test(key)));
  const given = isObject(object) ? { ...object, ...single } : object;
  const { stackName, homeRegion, regions: asked, ...settings } = parseNamed(APP_SETTINGS, given);
  const found = asked === ALL_ENABLED ? enabledRegions(context, account) : asked;
  return { stackName, homeRegion, settings: { ...settings, regions: found } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
