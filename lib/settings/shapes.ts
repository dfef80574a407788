// Shapes that settings share: each takes the typed value, and its text on a command line.
import * as v from 'valibot';

const listText = v.pipe(
  v.string(),
  v.transform((text) => (text === '' ? [] : text.split(',').map((item) => item.trim()))),
);
const numberText = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number));
const booleanText = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((text) => text === 'true'),
);

/** A list of different texts; on the command line separated by commas. */
export function list<Item extends v.GenericSchema<string, string>>(item: Item) {
  return v.pipe(
    v.union([v.array(v.string()), listText]),
    v.array(item),
    v.check((items) => new Set(items).size === items.length),
    v.readonly(),
  );
}

/** A list of different objects; on the command line JSON. */
export function objectList<Item extends v.GenericSchema<object, object>>(item: Item) {
  return v.pipe(
    v.union([v.array(v.unknown()), v.pipe(v.string(), v.parseJson())]),
    v.array(item),
    v.check((items) => new Set(items.map((one) => JSON.stringify(one))).size === items.length),
    v.readonly(),
  );
}

/** A number; on the command line its digits. */
export const number = v.union([v.number(), numberText]);

/** A boolean; on the command line `true` or `false`. */
export const boolean = v.union([v.boolean(), booleanText]);
