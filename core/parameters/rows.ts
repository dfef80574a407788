// suggested → [parameters]: what is to be done about each condition key.
import type { Row } from './change';
import { IMAGE_KEYS } from './keys/image';
import { INSTANCE_KEYS } from './keys/instance';
import { METADATA_KEYS } from './keys/metadata';
import { NETWORK_KEYS } from './keys/network';
import { PLACE_KEYS } from './keys/place';
import { STORAGE_KEYS } from './keys/storage';
import { TAG_KEYS } from './keys/tags';

const ROWS: ReadonlyMap<string, Row> = new Map(
  [
    IMAGE_KEYS,
    INSTANCE_KEYS,
    METADATA_KEYS,
    NETWORK_KEYS,
    PLACE_KEYS,
    STORAGE_KEYS,
    TAG_KEYS,
  ].flatMap((rows) => Object.entries(rows)),
);

/** The row of a condition key, whose case does not matter; null where no tool has a parameter for it. */
export function rowOf(key: string): Row | null {
  const name = key.toLowerCase();
  // A row that ends in a slash is for all the tags.
  return ROWS.get(name) ?? ROWS.get(name.slice(0, name.indexOf('/') + 1)) ?? null;
}

/** The condition keys that have a row, in lower case. */
export const KEYS: readonly string[] = [...ROWS.keys()];
