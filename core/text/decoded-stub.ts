import type { DecodedMessage } from '../evidence';
export function findDecodedMessages(text: string): DecodedMessage[] { void text; return []; }
