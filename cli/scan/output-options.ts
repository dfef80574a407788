// [options] → output: what becomes of denials that were found.
import { type Form, FORMS } from '../../core/forms/forms';
import type { Options } from '../command-line';
import { type Misuse, misuse } from '../groups/misuse';

const FORM_NAMES = Object.keys(FORMS).join(', ');

/** The options of every command that finds denials of the past. */
export const OUTPUT_OPTIONS = {
  json: { help: 'print causes and explanations as JSON' },
  csv: { help: 'print one row for each cause, for a spreadsheet' },
  html: { value: 'file', help: 'write one page with the views of the dashboard' },
  dashboard: { help: 'serve the dashboard over what was found, until Ctrl-C' },
  fix: { value: 'form', help: `print only what to paste, for each principal: ${FORM_NAMES}` },
  'whole-launch': { help: 'with --fix: allow all that the launches lack' },
  decode: { help: 'ask STS to decode whole messages, one for each cause and launch shape' },
  'into-stack': { help: 'record what was found in the deployed table too; nobody is alerted' },
  stack: { value: 'name', help: 'name of the stack (LaunchDenied)' },
  profile: { value: 'name', help: 'AWS profile to ask with' },
  local: { value: 'url', help: 'with --into-stack: ask what npm start -- --keep started' },
} as const satisfies Options;

/** What becomes of what was found. */
export type Output =
  | { readonly kind: 'table' | 'json' | 'csv' | 'dashboard' }
  | { readonly kind: 'html'; readonly path: string }
  | { readonly kind: 'fix'; readonly form: Form; readonly wholeLaunch: boolean };

/** Options as they were given. */
export type Chosen = Readonly<Record<string, string | boolean | undefined>>;

const KINDS = ['json', 'csv', 'html', 'dashboard', 'fix'] as const;

/** Reads which output is wanted; one alone goes to standard output. */
export function readOutput(chosen: Chosen): Output | Misuse {
  const given = KINDS.filter((kind) => chosen[kind] !== undefined);
  const [kind = 'table', other] = given;
  if (other !== undefined) return misuse(`--${kind} and --${other} are two outputs; give one`);
  if (chosen['whole-launch'] === true && kind !== 'fix')
    return misuse('--whole-launch says what --fix prints; give --fix too');
  switch (kind) {
    case 'html':
      return { kind, path: String(chosen['html']) };
    case 'fix': {
      const form = String(chosen['fix']);
      if (!isForm(form)) return misuse(`--fix ${JSON.stringify(form)}: allowed are ${FORM_NAMES}`);
      return { kind, form, wholeLaunch: chosen['whole-launch'] === true };
    }
    default:
      return { kind };
  }
}

function isForm(text: string): text is Form {
  return Object.hasOwn(FORMS, text);
}
