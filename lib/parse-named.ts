import * as v from 'valibot';
import { SynthError } from './synth-error';

/** A setting's shape, and in words what it accepts. */
export interface Setting {
  readonly shape: v.GenericSchema;
  readonly allowed: string;
}

type Settings = Readonly<Record<string, Setting>>;
type Parsed<Table extends Settings> = {
  readonly [Name in keyof Table]: v.InferOutput<Table[Name]['shape']>;
};

/**
 * Parses named values against a table, and names all that is wrong in one error.
 *
 * @throws SynthError `INVALID_SETTINGS`
 */
export function parseNamed<Table extends Settings>(table: Table, given: unknown): Parsed<Table> {
  const values = asRecord(given);
  const names = Object.keys(table);
  const wrong = Object.keys(values)
    .filter((name) => !names.includes(name))
    .map((name) => unrecognised(name, values[name], names));
  const parsed = Object.entries(table).flatMap(([name, { shape, allowed }]) => {
    const result = v.safeParse(shape, values[name]);
    if (result.success) return [[name, result.output] as const];
    wrong.push(`${name} is ${shown(values[name])}: give ${allowed}`);
    return [];
  });
  if (wrong.length > 0) throw invalidSettings(wrong);
  return Object.fromEntries(parsed) as Parsed<Table>;
}

function asRecord(given: unknown): Readonly<Record<string, unknown>> {
  const result = v.safeParse(v.record(v.string(), v.unknown()), given);
  if (result.success && !Array.isArray(given)) return result.output;
  throw invalidSettings([
    `the settings are ${shown(given)}: give an object, such as {"retentionDays": 30}`,
  ]);
}

function unrecognised(name: string, value: unknown, names: readonly string[]): string {
  const settings = names.join(', ');
  return `${name} (given as ${shown(value)}) is not a setting: use one of ${settings}, or remove it`;
}

/** The error about settings that cannot be used; each line says what is wrong and what to change. */
export function invalidSettings(wrong: readonly string[]): SynthError {
  const lines = wrong.map((line) => `\n  ${line}`).join('');
  return new SynthError('INVALID_SETTINGS', `settings are not usable:${lines}`);
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
