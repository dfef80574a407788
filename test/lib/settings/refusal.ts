// What is said of settings that cannot be used.
import { parseSettings } from '../../../lib/settings';
import { SynthError } from '../../../lib/synth-error';

/** The code and the words of the error, or `accepted`. */
export function refusal(given: unknown): string {
  try {
    parseSettings(given);
  } catch (error) {
    if (error instanceof SynthError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'accepted';
}
