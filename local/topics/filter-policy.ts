// topic → [filter policy] → subscriber: the emulator reads no lists, so messages are filtered here.
// @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
import { matchesEvent } from '../event-pattern/match';
import { readEventPattern } from '../event-pattern/read-pattern';

/** What a filter policy looks at. */
export type FilterScope = 'MessageAttributes' | 'MessageBody';

/** A message attribute as it is delivered. */
interface MessageAttribute {
  readonly type: string;
  readonly value: string;
}

/** The part of a message that a filter policy may look at. */
export interface FilteredMessage {
  readonly text: string;
  readonly attributes: ReadonlyMap<string, MessageAttribute>;
}

/** Whether a subscriber receives a message. */
export type FilterPolicy = (message: FilteredMessage) => boolean;

/** Reads a filter policy, which has the operators of an event pattern; without one all is received. */
export function readFilterPolicy(policy: unknown, scope: FilterScope): FilterPolicy {
  if (policy === undefined) return () => true;
  const pattern = readEventPattern(policy);
  if (scope === 'MessageAttributes')
    return ({ attributes }) => matchesEvent(pattern, valuesOf(attributes));
  return ({ text }) => {
    const body = parsed(text);
    return body !== undefined && matchesEvent(pattern, body);
  };
}

function valuesOf(attributes: FilteredMessage['attributes']): object {
  return Object.fromEntries(
    [...attributes].flatMap(([name, attribute]) => {
      const value = valueOf(attribute);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Of a list each element counts; binary values are not looked at. */
function valueOf({ type, value }: MessageAttribute): unknown {
  switch (type) {
    case 'String':
      return value;
    case 'Number':
      return Number(value);
    case 'String.Array':
      return parsed(value);
    default:
      return undefined;
  }
}

/** Undefined for a text that is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
