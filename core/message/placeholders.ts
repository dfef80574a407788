// event → [account placeholders with spaces in ARNs] → sentence
import type { Sentence } from '../evidence';

/** `arn:aws:iam::<your account id>:user/alice`: a space in an ARN would end it. */
const PLACEHOLDER = /(?<=:)(?:<[^<>\n]{1,40}>|\[[^[\]\n]{1,40}\])(?=:)/g;

/** Stands for a space; no text that people paste holds it. */
const MASK = '\ue000';

/** Hides the spaces of placeholders, so that an ARN reads as one word. */
export function maskPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, (placeholder) => placeholder.replaceAll(' ', MASK));
}

/** Puts the spaces back into what was read. */
export function unmasked(sentence: Sentence): Sentence {
  const { principalArn, resource, policyArn } = sentence;
  return {
    ...sentence,
    principalArn: withSpaces(principalArn),
    resource: withSpaces(resource),
    policyArn: withSpaces(policyArn),
  };
}

function withSpaces(text: string | null): string | null {
  return text && text.replaceAll(MASK, ' ');
}
