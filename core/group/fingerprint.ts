// denial → [group]: the key that makes two denials the same.
import type { DecodedMessage } from '../evidence';
import { type DenialKey, type Denied, deniedOf } from './denied';
import { boundedPart, escapedPart, partOrNone } from './key-part';
import { principalShape, resourceShape } from './shapes';

/** Another way to make fingerprints is another version, so that groups of both stay apart. */
const VERSION = 'v1';

/** The most characters of each part; with the separators they stay below 512. */
const LIMITS = {
  account: 24,
  principal: 128,
  service: 32,
  action: 64,
  resource: 120,
  policy: 88,
} as const;

/**
 * Writes the fingerprint of a denial, at most 512 ASCII characters:
 * `v1:111122223333:role/ci-runner:iam:PassRole:role/web:implicit-deny:identity-based:-`, which is
 * account, principal, action, resource, verdict, policy type and policy. The decoded message changes it
 * only where the sentence does not name the action.
 */
export function fingerprintOf(denial: DenialKey, decoded: DecodedMessage | null = null): string {
  return written(deniedOf(denial, decoded));
}

function written(denied: Denied): string {
  const { account, principal, verdict, policyType } = denied;
  const [service, name] = actionParts(denied.action);
  const shapeOf = (resource: string | null, home: string) =>
    resource && resourceShape(resource, { account, service: home });
  return [
    VERSION,
    part(account && escapedPart(account), LIMITS.account),
    part(principal && principalShape(principal, account), LIMITS.principal),
    part(service && escapedPart(service), LIMITS.service),
    part(name && escapedPart(name), LIMITS.action),
    part(shapeOf(denied.resource, service ?? ''), LIMITS.resource),
    verdict,
    policyType ?? '-',
    part(shapeOf(denied.policyArn, 'iam'), LIMITS.policy),
  ].join(':');
}

function part(text: string | null, limit: number): string {
  return boundedPart(partOrNone(text), limit);
}

function actionParts(action: string | null): readonly [string | null, string | null] {
  if (action === null) return [null, null];
  const at = action.indexOf(':');
  return at < 0 ? [null, action] : [action.slice(0, at), action.slice(at + 1)];
}
