// facts → [check] → report: the stack is deployed here, and says what it consists of.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';

/** What became of the search for the SSM parameter that lists what is deployed. */
export type StackAnswer = Answer<
  | { readonly kind: 'found' }
  | { readonly kind: 'not-found'; readonly parameter: string; readonly region: string }
  | { readonly kind: 'not-readable'; readonly parameter: string; readonly why: string }
>;

/** All that is deployed is known from there. */
export function judgeStack(answer: StackAnswer, stackName: string): readonly Finding[] {
  return ofKnown(answer, (found) => {
    switch (found.kind) {
      case 'found':
        return [ok(`Stack ${stackName} is deployed.`)];
      case 'not-found':
        return [
          fault(
            'failed',
            `There is no stack ${stackName} of Launch Denied in ${found.region}: no SSM parameter ${found.parameter}.`,
            'Give --stack, --region or --profile; or deploy the stack.',
          ),
        ];
      case 'not-readable':
        return [
          fault(
            'failed',
            `The SSM parameter ${found.parameter} cannot be read: ${found.why}.`,
            'Deploy the stack again.',
          ),
        ];
    }
  });
}
