// What the function does with a decoded message: parse and explain, then suggest.
import { readDecodedMessage } from '../../core/decoded/decoded-message';
import type { Evidence } from '../../core/evidence';
import { explain, told } from '../../core/explain/explain';

/** Explains the JSON text of a decoded message. */
export function explainDecoded(text: string) {
  return told(evidenceOf(text));
}

/** Explains it, and suggests what to change. */
export function suggestDecoded(text: string) {
  return explain(evidenceOf(text));
}

function evidenceOf(text: string): Evidence {
  const decoded = readDecodedMessage(JSON.parse(text));
  const message = { status: 'decoded' as const, length: 900 };
  return { decoded, stated: null, requested: null, message };
}
