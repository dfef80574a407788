// Reads the form of `SimulatePrincipalPolicy` off the wire.
import * as v from 'valibot';
import type { ContextEntry, SimulationQuery } from '../../core/simulate/simulator';

/** The parameters of one request; each action is a query of its own. */
export interface SimulationForm extends Omit<SimulationQuery, 'action'> {
  readonly actions: readonly string[];
}

const contextType = v.picklist(['string', 'stringList', 'numeric', 'boolean', 'date', 'ip']);

/** Reads the form; null where a parameter that must be there is missing, or one has another type. */
export function readForm(body: string): SimulationForm | null {
  const form = new URLSearchParams(body);
  const actions = list(form, 'ActionNames');
  const entries = prefixesOf(form, 'ContextEntries').map((prefix) => readEntry(form, prefix));
  const context = entries.filter((entry) => entry !== null);
  if (actions.length === 0 || context.length < entries.length) return null;
  const resources = list(form, 'ResourceArns');
  return {
    principalArn: form.get('PolicySourceArn') ?? '',
    actions,
    resources: resources.length === 0 ? ['*'] : resources,
    context,
    addedPolicies: list(form, 'PolicyInputList'),
  };
}

function readEntry(form: URLSearchParams, prefix: string): ContextEntry | null {
  const key = form.get(`${prefix}.ContextKeyName`);
  const type = v.safeParse(contextType, form.get(`${prefix}.ContextKeyType`));
  if (key === null || !type.success) return null;
  return { key, type: type.output, values: list(form, `${prefix}.ContextKeyValues`) };
}

function list(form: URLSearchParams, name: string): readonly string[] {
  return prefixesOf(form, name).map((prefix) => form.get(prefix) ?? '');
}

/** The numbered members of a list that the form has anything of. */
function prefixesOf(form: URLSearchParams, name: string): readonly string[] {
  const prefix = `${name}.member.`;
  const numbers = [...form.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => parseInt(key.slice(prefix.length), 10));
  return [...new Set(numbers)]
    .toSorted((one, other) => one - other)
    .map((number) => `${prefix}${number}`);
}
