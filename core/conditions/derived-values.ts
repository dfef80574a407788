// decoded → [explained] → alert
// What the decoded message does not print as a key but says all the same.
import { lastSegment, parseArn } from '../arn';
import type { DecodedMessage } from '../evidence';

/** The values of the request context by key in lower case. */
export type ContextValues = ReadonlyMap<string, readonly string[]>;

type Derivation = (decoded: DecodedMessage, context: ContextValues) => string | null | undefined;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
const PRINCIPAL_TYPES: ReadonlyMap<string, string> = new Map([
  ['assumed-role', 'AssumedRole'],
  ['federated-user', 'FederatedUser'],
  ['root', 'Account'],
  ['user', 'User'],
]);

const DERIVATIONS: ReadonlyMap<string, Derivation> = new Map<string, Derivation>([
  ['aws:principalaccount', (decoded) => principalOf(decoded)?.account],
  ['aws:principalarn', principalArn],
  ['aws:principalisawsservice', (decoded) => (principalOf(decoded) ? 'false' : null)],
  ['aws:principaltype', (decoded) => PRINCIPAL_TYPES.get(principalOf(decoded)?.kind ?? '')],
  ['aws:requestedregion', regionOf],
  ['aws:resourceaccount', ({ resource }) => parseArn(resource ?? '')?.account],
  ['aws:userid', (decoded) => decoded.principalId],
  ['aws:username', userName],
  ['ec2:region', regionOf],
]);

/** The value of a key (in lower case) as the rest of the message gives it; null where it does not. */
export function derivedValue(
  key: string,
  decoded: DecodedMessage,
  context: ContextValues,
): string | null {
  return DERIVATIONS.get(key)?.(decoded, context) || null;
}

function principalOf({ principalArn: arn }: DecodedMessage) {
  const parsed = parseArn(arn ?? '');
  if (parsed === null) return null;
  const [kind = '', name = ''] = parsed.resource.split('/');
  return { ...parsed, kind, name };
}

/** For a role session the role's ARN; the session's ARN does not carry the role's path. */
function principalArn(decoded: DecodedMessage): string | null {
  const principal = principalOf(decoded);
  if (principal?.kind !== 'assumed-role') return decoded.principalArn;
  return `arn:${principal.partition}:iam::${principal.account}:role/${principal.name}`;
}

function userName(decoded: DecodedMessage): string | null {
  const principal = principalOf(decoded);
  return principal?.kind === 'user' ? lastSegment(principal.resource) : null;
}

function regionOf({ resource }: DecodedMessage, context: ContextValues): string | undefined {
  const printed = context.get('ec2:region')?.[0] ?? context.get('aws:region')?.[0];
  return printed ?? parseArn(resource ?? '')?.region;
}
