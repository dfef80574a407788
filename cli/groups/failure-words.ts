// error → [words]: what AWS, or the way to it, says when a command on groups cannot go on.
import { OUTAGES as COMMON } from '../../adapters/outage';
import { readSentence } from '../../core/message/sentence';
import type { Target } from './connection';

type Outage =
  | 'not-permitted'
  | 'no-table'
  | 'no-credentials'
  | 'credentials-refused'
  | 'no-network'
  | 'throttled';

/** What the way to AWS, STS and the other services say. */
const OUTAGES: Readonly<Record<string, Outage>> = {
  ...COMMON,
  AccessDenied: 'not-permitted',
  AccessDeniedException: 'not-permitted',
  ResourceNotFoundException: 'no-table',
  InvalidSignatureException: 'credentials-refused',
  ProvisionedThroughputExceededException: 'throttled',
  TooManyRequestsException: 'throttled',
};

const NOTES = {
  'no-table': () =>
    'the table of the stack does not exist any more; deploy the stack again, or give another --stack',
  'no-credentials': () => 'no AWS credentials were found; give --profile or set AWS_PROFILE',
  'credentials-refused': () =>
    'AWS refused the credentials as expired or not valid; sign in again or give another --profile',
  'no-network': ({ local }) =>
    local === null
      ? 'AWS could not be reached over the network; check the Region and the connection, and try again'
      : `nothing answers at ${local}; give the address that npm start -- --keep prints while it runs`,
  throttled: () => 'AWS is throttling this account; wait a minute and try again',
} as const satisfies Record<Exclude<Outage, 'not-permitted'>, (target: Target) => string>;

/** Says in one sentence why a command failed, and what to do. */
export function failureWords(error: unknown, target: Target): string {
  const { name, code } = Object(error) as { name?: unknown; code?: unknown };
  const outage = OUTAGES[String(code)] ?? OUTAGES[String(name)];
  const message = error instanceof Error ? error.message : String(error);
  if (outage === undefined) return ownWords(name, message);
  return outage === 'not-permitted' ? refusedWords(message) : NOTES[outage](target);
}

/** Our own failures say all that there is to say. */
function ownWords(name: unknown, message: string): string {
  if (name === 'Failure') return message;
  if (/^Region (?:is missing|not accepted)/.test(message))
    return 'no Region was found, or none that AWS has; give --region or set AWS_REGION';
  return `AWS answered with ${String(name)}: ${message}`;
}

function refusedWords(message: string): string {
  const { principalArn, action, resource } = readSentence(message) ?? {};
  if (!action) return `AWS refused: ${message}`;
  const on = resource ? ` on ${resource}` : '';
  return `AWS refused: ${principalArn ?? 'the caller'} lacks ${action}${on}; ask for that permission or give another --profile`;
}
