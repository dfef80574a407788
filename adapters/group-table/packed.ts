// grouped → [table]: data of an item as compressed JSON.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import type { Item } from './table';
import { Failure } from '../../core/failure';

/** Packs data as compressed JSON: a group with its lists would cost two to twelve write units as text. */
export function packed(data: unknown): { readonly B: Uint8Array } {
  return { B: deflateRawSync(JSON.stringify(data)) };
}

/** A schema's part for packed data; what is not packed JSON has an issue. */
/* @__NO_SIDE_EFFECTS__ */
export function packedAs<T extends v.GenericSchema>(data: T) {
  return v.pipe(
    v.object({ B: v.instance(Uint8Array) }),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        const json: unknown = JSON.parse(inflateRawSync(dataset.value.B).toString('utf8'));
        return json;
      } catch (error) {
        addIssue({ message: `the packed data is damaged (${String(error)})` });
        return NEVER;
      }
    }),
    data,
  );
}

/** Reads an item; throws a {@link Failure} `ITEM_UNREADABLE` where it does not fit the schema. */
export function readItem<T extends v.GenericSchema>(schema: T, item: Item): v.InferOutput<T> {
  const { success, output, issues } = v.safeParse(schema, item);
  if (success) return output;
  const [{ message, path }] = issues;
  const at = (path ?? []).map(({ key }) => String(key)).join('.');
  throw new Failure(
    'ITEM_UNREADABLE',
    `the stored item ${named(item)} cannot be read: ${at && `at ${at}: `}${message}; restore it from a backup, or delete it, and the next denial makes it anew`,
    issues,
  );
}

function named({ pk, sk }: Item): string {
  return JSON.stringify({ pk: pk?.S, sk: sk?.S });
}
