// facts → [check] → report: the functions are there and ready, and the queue is read.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { awsCli, type Place } from './command';
import { brief } from './sentence';

/** A function as Lambda describes it. */
export interface LambdaFunction {
  readonly name: string;
  readonly state: string;
  /** Why it is in this state; empty where Lambda does not say. */
  readonly stateReason: string;
  readonly updateStatus: string;
  readonly updateReason: string;
  readonly roleArn: string;
  readonly logGroup: string;
  /** The setting `simulate`. */
  readonly simulates: boolean;
}

/** An idle function is made ready again by its next event. @see https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html */
const READY: ReadonlySet<string> = new Set(['Active', 'Inactive', '']);

/** Null is a function that does not exist. */
export function judgeFunction(
  answer: Answer<LambdaFunction | null>,
  place: Place,
): readonly Finding[] {
  return ofKnown(answer, (value) => [
    value === null
      ? fault(
          'failed',
          'A function of the stack does not exist any more.',
          'Deploy the stack again.',
        )
      : judge(value, place),
  ]);
}

function judge(value: LambdaFunction, place: Place): Finding {
  const { name, state, stateReason, updateStatus, updateReason } = value;
  const look = awsCli('lambda get-function-configuration', [['function-name', name]], place);
  if (!READY.has(state))
    return fault(
      state === 'Pending' ? 'warning' : 'failed',
      `Function ${name} is ${state.toLowerCase()}${because(stateReason)}.`,
      state === 'Pending' ? 'Run the doctor again in a minute.' : 'Deploy the stack again.',
      look,
    );
  if (updateStatus === 'Failed')
    return fault(
      'failed',
      `The latest update of function ${name} failed${because(updateReason)}.`,
      'Deploy the stack again.',
      look,
    );
  return ok(`Function ${name} is ready.`);
}

function because(reason: string): string {
  return reason === '' ? '' : `: ${brief(reason).replace(/\.$/, '')}`;
}
