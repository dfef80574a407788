// Answers of a policy's parts, joined without losing what is open.

/** Whether something holds; `open` where AWS documents no answer, or the request is not known. */
export type Answer = boolean | 'open';

/** Whether one of several holds. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes('open') ? 'open' : false;
}

/** Whether each of several holds. */
export function allOf(answers: readonly Answer[]): Answer {
  return not(anyOf(answers.map(not)));
}

/** Whether something does not hold. */
export function not(answer: Answer): Answer {
  return answer === 'open' ? 'open' : !answer;
}
