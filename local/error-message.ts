// What went wrong, in the words of whoever threw.
import { isNativeError } from 'node:util/types';

/** The message of an error; anything else that was thrown, as text. */
export function messageOf(error: unknown): string {
  return isNativeError(error) ? error.message : String(error);
}
