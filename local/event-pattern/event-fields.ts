// [event] → fields → rule → queue: an event as the flat list of leaves that patterns look at.

/** A leaf of an event. */
export type Scalar = string | number | boolean | null;

/** For each array a leaf lies in, by the array's number: the index of the element. */
export type Membership = ReadonlyMap<number, number>;

/** One leaf with its dotted path. */
export interface EventField {
  readonly path: string;
  readonly value: Scalar;
  readonly within: Membership;
}

/** Lists the leaves of an event; an empty object or array has none. */
export function eventFields(event: unknown): readonly EventField[] {
  const fields: EventField[] = [];
  let arrays = 0;
  const visit = (value: unknown, path: string, within: Membership): void => {
    if (Array.isArray(value)) {
      const array = arrays++;
      value.forEach((item, index) => visit(item, path, new Map(within).set(array, index)));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value))
        visit(item, path === '' ? key : `${path}.${key}`, within);
    } else if (isScalar(value)) fields.push({ path, value, within });
  };
  visit(event, '', new Map());
  return fields;
}

/** Whether a value of parsed JSON is a leaf. */
export function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
