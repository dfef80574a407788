// denial → [decoded]: what STS or the way to it says when it gives no answer.
import type { Outage } from '../core/decoded/answer';

/** The network names its faults by `code`, the SDK and AWS by `name`. */
export const OUTAGES: Readonly<Record<string, Exclude<Outage, 'fault'>>> = {
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  RequestLimitExceeded: 'throttled',
  CredentialsProviderError: 'no-credentials',
  ExpiredToken: 'credentials-refused',
  ExpiredTokenException: 'credentials-refused',
  InvalidClientTokenId: 'credentials-refused',
  SignatureDoesNotMatch: 'credentials-refused',
  UnrecognizedClientException: 'credentials-refused',
  TimeoutError: 'no-network',
  ENOTFOUND: 'no-network',
  EAI_AGAIN: 'no-network',
  ECONNREFUSED: 'no-network',
  ECONNRESET: 'no-network',
  EHOSTUNREACH: 'no-network',
};

/** Sorts an error. */
export function outageOf(error: unknown): Outage {
  const { name, code } = Object(error) as { name?: unknown; code?: unknown };
  return OUTAGES[String(code)] ?? OUTAGES[String(name)] ?? 'fault';
}

/** The words of an error alone: the SDK hides the request in it, and with that a session token. */
export function wordsOf(error: unknown): Error {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new Error(`${name}: ${message}`);
}
