// decoded → [explained] → alert
// The decoded message names no policy; a few statements give away where they come from.
import type { MatchedStatement } from '../evidence';
import { QUARANTINED } from './quarantine-actions';

/** What stands in place of the principal in statements of a permissions boundary: seen, not documented. */
const BOUNDARY_PRINCIPAL = 'SCOPE_POLICY_ISSUER';

/** The first quarantine policy denies 28 actions of 5 services; a text may have lost some. */
const SIGNATURE = { actions: 20, services: 4, share: 0.9 } as const;

const QUARANTINED_ACTIONS: ReadonlySet<string> = new Set(
  Object.entries(QUARANTINED).flatMap(([service, names]) =>
    names.map((name) => `${service}:${name}`.toLowerCase()),
  ),
);

/** Whether the statement's principals hint at a permissions boundary. */
export function hintsBoundary(statement: MatchedStatement): boolean {
  return statement.principals.includes(BOUNDARY_PRINCIPAL);
}

/**
 * Whether the statement is that of AWS's quarantine policy for leaked keys: unconditional, on every
 * resource, and nearly all its actions are the policy's own. Sure for an unchanged AWS policy; a copy
 * that an organization made of it is recognized as well.
 */
export function isQuarantine(statement: MatchedStatement): boolean {
  const { effect, resources, conditions } = statement;
  const isUnconditional = conditions.length === 0 && resources.every((name) => name === '*');
  return effect === 'DENY' && isUnconditional && hasSignature(statement.actions);
}

function hasSignature(listed: readonly string[]): boolean {
  const actions = new Set(listed.map((action) => action.toLowerCase()));
  const known = [...actions].filter((action) => QUARANTINED_ACTIONS.has(action));
  const services = new Set(known.map((action) => action.split(':')[0]));
  return (
    known.length >= SIGNATURE.actions &&
    services.size >= SIGNATURE.services &&
    known.length >= actions.size * SIGNATURE.share
  );
}
