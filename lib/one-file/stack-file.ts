// stack, settings, switches, parameters → [stack file] → template
import { complete, type FileContents, withCode } from './complete';
import { type MakeStack, templateOf } from './file-stack';
import type { Template } from './template';
import { type Switch, switchConditions, withSwitches } from './variants';

/** A stack that becomes a file. */
export interface StackFile<Settings extends object> extends Pick<
  FileContents,
  'parameters' | 'rules' | 'names' | 'about'
> {
  readonly make: MakeStack<Settings>;
  /** What is always there, with the stand-ins of the parameters. */
  readonly settings: Settings;
  /** What may be there. */
  readonly switches: readonly Switch<Settings>[];
  /** The code of functions, by the text that stands for it in the stack. */
  readonly code: ReadonlyMap<string, string>;
}

/** The settings with all that may be there. */
export function allSettings<Settings extends object>({
  settings,
  switches,
}: Pick<StackFile<Settings>, 'settings' | 'switches'>): Settings {
  return switches.reduce(
    (all, { on, inside = [] }) => allSettings({ settings: { ...all, ...on }, switches: inside }),
    settings,
  );
}

/** The template of a file. */
export function fileTemplate<Settings extends object>(file: StackFile<Settings>): Template {
  const { make, settings, switches, code, ...contents } = file;
  const merged = withSwitches((one: Settings) => templateOf(make, one), settings, switches);
  const conditions = switchConditions(switches);
  return withCode(complete(merged, { ...contents, conditions }), code);
}
