// decoded → [explained] → alert
import type { DecodedMessage, KeyValues } from '../evidence';
import { conditionKey } from './condition-keys';
import { type ContextValues, derivedValue } from './derived-values';
import { isRedacted } from './redacted';

/**
 * What the decoded message says of a key in the request. A key is `absent` where EC2 would have
 * printed it, `hidden` where EC2 never prints it, and `untold` where the context is not whole.
 */
export type RequestValues =
  | { readonly kind: 'told'; readonly values: readonly string[] }
  | { readonly kind: 'absent' | 'hidden' | 'untold' };

/** Every whole context carries all of these; one that carries some was cut or edited. */
const IN_EVERY_CONTEXT = [
  'aws:account',
  'aws:arn',
  'aws:region',
  'aws:resource',
  'aws:service',
  'aws:type',
];

/** Makes a function that tells what the request says of a condition key. */
export function requestReader(decoded: DecodedMessage): (key: string) => RequestValues {
  const context = contextValues(decoded.conditions);
  const whole = isWhole(context);
  return (key) => {
    const name = key.toLowerCase();
    const values = context.get(name) ?? derivedValues(name, decoded, context);
    if (values !== null) return { kind: 'told', values };
    if (!whole) return { kind: 'untold' };
    return { kind: conditionKey(name).place === 'context' ? 'absent' : 'hidden' };
  };
}

function derivedValues(name: string, decoded: DecodedMessage, context: ContextValues) {
  const value = derivedValue(name, decoded, context);
  return value === null ? null : [value];
}

function contextValues(conditions: readonly KeyValues[]): ContextValues {
  const context = new Map<string, string[]>();
  for (const { key, values } of conditions) {
    const name = key.toLowerCase();
    const known = context.get(name);
    if (known === undefined) context.set(name, [...values]);
    else for (const value of values) known.push(value);
  }
  return context;
}

/** Only in a whole context does the absence of a key mean that the request lacked it. */
function isWhole(context: ContextValues): boolean {
  const found = IN_EVERY_CONTEXT.filter((key) => context.has(key)).length;
  if (context.size === 0 || [...context.keys()].some(isRedacted)) return false;
  return found === 0 || found === IN_EVERY_CONTEXT.length;
}
