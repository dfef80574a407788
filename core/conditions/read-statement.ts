// decoded → [explained] → alert
import { parseArn } from '../arn';
import type { Statement } from '../contract';
import type { DecodedMessage, MatchedStatement } from '../evidence';
import { matchesGlob } from '../glob';
import { isAffordable } from './effort';
import { loosen } from './policy-variables';
import { isRedacted } from './redacted';

/**
 * Reads a matched statement. STS prints NotAction as `actions` and NotResource as `resources`: a
 * list that does not name what was denied is the list of what the statement spares.
 */
export function readStatement(statement: MatchedStatement, decoded: DecodedMessage): Statement {
  return {
    sid: statement.sid,
    effect: statement.effect,
    actions: polarity(lowerCased(statement.actions), lowerCased(textsOf(decoded.action))),
    resources: polarity(statement.resources, textsOf(decoded.resource).flatMap(namesOf)),
  };
}

function lowerCased(texts: readonly string[]): string[] {
  return texts.map((text) => text.toLowerCase());
}

function textsOf(text: string | null): string[] {
  return text === null ? [] : [text];
}

/** Images and snapshots have no account in their ARN, whatever a pasted text says. */
const WITHOUT_ACCOUNT = /^(?:image|snapshot)\//;

function namesOf(resource: string): string[] {
  const arn = parseArn(resource);
  if (arn === null) return resource === '*' ? [resource] : [];
  if (!WITHOUT_ACCOUNT.test(arn.resource)) return [resource];
  return [resource, `arn:${arn.partition}:${arn.service}:${arn.region}::${arn.resource}`];
}

/** Without evidence a list means what it says. */
function polarity(listed: readonly string[], denied: readonly string[]): Statement['actions'] {
  const isSilent = listed.length === 0 || denied.length === 0;
  if (isSilent || [...listed, ...denied].some(isRedacted)) return 'listed';
  const patterns = listed.map(loosen);
  if (!isAffordable(patterns, denied)) return 'listed';
  const isNamed = patterns.some((pattern) => denied.some((name) => matchesGlob(pattern, name)));
  return isNamed ? 'listed' : 'all-but-listed';
}
