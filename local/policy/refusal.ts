// The sentence AWS writes when it refuses a request.
import type { Decision, PolicyRequest } from './evaluate';

const GROUNDS: Readonly<Record<string, (policy: string, action: string) => string>> = {
  'explicit-deny': (policy) => `with an explicit deny in ${policy}`,
  'implicit-deny': (policy, action) =>
    `because ${policy.replace(/^an? /, 'no ')} allows the ${action} action`,
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export function refusalSentence(
  principalArn: string,
  { action, resource }: PolicyRequest,
  decision: Decision,
  policy = 'an identity-based policy',
): string {
  const on = resource === '*' ? '' : ` on resource: ${resource}`;
  const ground = GROUNDS[decision]?.(policy, action) ?? '';
  return `User: ${principalArn} is not authorized to perform: ${action}${on} ${ground}`;
}
