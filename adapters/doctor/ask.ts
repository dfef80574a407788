// doctor → [question] → AWS: an answer, or why there is none; never an exception.
import { type Answer, known } from '../../core/doctor/check';
import { brief } from '../../core/doctor/sentence';
import { readSentence } from '../../core/message/sentence';

const NOT_PERMITTED: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'AuthorizationErrorException',
  'NotAuthorizedException',
  'UnauthorizedOperation',
]);

/** Asks something that takes a permission; `right` is the action by which IAM knows it. */
export async function ask<T>(right: string, send: () => Promise<T>): Promise<Answer<T>> {
  try {
    return known(await send());
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (NOT_PERMITTED.has(name))
      return { kind: 'hidden', because: 'not-permitted', right: lacking(message) ?? right };
    const words = brief(`${name}: ${message}`).replace(/\.$/, '');
    return { kind: 'hidden', because: 'no-answer', right, words };
  }
}

/** AWS names the action where the request takes a second one. */
function lacking(message: string): string | null {
  return readSentence(message)?.action ?? null;
}

/** The same about one thing; null where AWS answers with this error, which says that it does not exist. */
export function askAbout<T>(
  right: string,
  absent: string,
  send: () => Promise<T>,
): Promise<Answer<T | null>> {
  return ask<T | null>(right, async () => {
    try {
      return await send();
    } catch (error) {
      if (error instanceof Error && error.name === absent) return null;
      throw error;
    }
  });
}

/** Asks what follows from an answer, where there is one. */
export async function thenAsk<T, U>(
  answer: Answer<T>,
  next: (value: T) => Promise<Answer<U>>,
): Promise<Answer<U>> {
  return answer.kind === 'known' ? next(answer.value) : answer;
}
