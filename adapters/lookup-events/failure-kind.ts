// history → [failure] → passed over: what AWS, or the way to it, says when a request fails.

/** What a failed request means for those that follow. */
export type FailureKind = 'credentials' | 'throttled' | 'outage' | 'skewed' | 'final';

/** Without credentials nothing goes on anywhere. */
const CREDENTIALS: ReadonlySet<string> = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
  'TokenProviderError',
]);

const THROTTLED: ReadonlySet<string> = new Set([
  'RequestLimitExceeded',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
]);

/** The network names its faults by `code`, the SDK some by `name`. */
const OUTAGES: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'TimeoutError',
]);

interface Failed {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly clockSkewCorrected?: boolean };
}

/** Reads what a failure means. */
export function failureKind(error: unknown): FailureKind {
  const { name, code, $metadata } = Object(error) as Failed;
  const status = $metadata?.httpStatusCode ?? 0;
  if (THROTTLED.has(String(name)) || status === 429) return 'throttled';
  if (status >= 500 || OUTAGES.has(String(code)) || OUTAGES.has(String(name))) return 'outage';
  // The SDK learnt AWS's time from the refusal and signs the next request with it.
  if ($metadata?.clockSkewCorrected === true) return 'skewed';
  return CREDENTIALS.has(String(name)) ? 'credentials' : 'final';
}

/** Whether a failure has this name. */
export function isNamed(error: unknown, name: string): boolean {
  return (Object(error) as Failed).name === name;
}

/** A failure in words: its name, and what AWS or the network says. */
export function failureText(error: unknown): string {
  const { name = 'Error', code, message } = Object(error) as Failed;
  const title = code !== undefined && OUTAGES.has(code) ? code : name;
  return message ? `${title}: ${message}` : title;
}
