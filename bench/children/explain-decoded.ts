// What the function does with a decoded message: parse and explain.
import { readDecodedMessage } from '../../core/decoded/decoded-message';
import { explain } from '../../core/explain/explain';

/** Explains the JSON text of a decoded message. */
export function explainDecoded(text: string) {
  const decoded = readDecodedMessage(JSON.parse(text));
  const message = { status: 'decoded' as const, length: 900 };
  return explain({ decoded, stated: null, requested: null, message });
}
