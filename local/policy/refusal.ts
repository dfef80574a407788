// The sentence AWS writes when it refuses a request.
import type { Decision, PolicyRequest } from './evaluate';

const GROUNDS: Readonly<Record<string, (action: string) => string>> = {
  'explicit-deny': () => 'with an explicit deny in an identity-based policy',
  'implicit-deny': (action) => `because no identity-based policy allows the ${action} action`,
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export function refusalSentence(
  principalArn: string,
  { action, resource }: PolicyRequest,
  decision: Decision,
): string {
  const on = resource === '*' ? '' : ` on resource: ${resource}`;
  const ground = GROUNDS[decision]?.(action) ?? '';
  return `User: ${principalArn} is not authorized to perform: ${action}${on} ${ground}`;
}
