// Whether a statement applies to a request: its action, its resource and its conditions.
import { matchesGlob } from '../../core/glob';
import { allOf, type Answer, anyOf, not } from './answer';
import { holds } from './condition';
import { fillText, type RequestContext } from './policy-text';
import { matchesResource } from './resource-match';
import type { Statement } from './statement';

/** A request as a policy sees it. */
export interface PolicyRequest {
  /** `service:Name` */
  readonly action: string;
  /** An ARN, or `*` for an action without resource types. */
  readonly resource: string;
}

/** Whether the statement applies; `context` is null where nothing is known of it. */
export function applies(
  statement: Statement,
  request: PolicyRequest,
  context: RequestContext | null,
): Answer {
  return allOf([
    coversAction(statement, request.action),
    coversResource(statement, request.resource, context),
    ...statement.conditions.map((condition) =>
      context === null ? 'open' : holds(condition, context),
    ),
  ]);
}

/** Actions are compared without a view to their case. */
function coversAction({ actions, isNotAction }: Statement, action: string): boolean {
  const isListed = actions.some((pattern) =>
    matchesGlob(pattern.toLowerCase(), action.toLowerCase()),
  );
  return isListed !== isNotAction;
}

function coversResource(
  { resources, isNotResource }: Statement,
  resource: string,
  context: RequestContext | null,
): Answer {
  const withoutValue = context === null || isNotResource ? 'open' : false;
  const matches = resources.map((text): Answer => {
    const filled = fillText(text, context ?? new Map());
    return filled === null ? withoutValue : matchesResource(filled, resource);
  });
  return isNotResource ? not(anyOf(matches)) : anyOf(matches);
}
