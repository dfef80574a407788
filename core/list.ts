// A list as the contract writes it.
import * as v from 'valibot';

/** A list; what it is read into cannot be changed. The mark lets bundles leave schemas out. */
/* @__NO_SIDE_EFFECTS__ */
export function list<T extends v.GenericSchema>(item: T) {
  return v.pipe(v.array(item), v.readonly());
}
