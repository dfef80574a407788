// suggested → [forms]: JSON, which every console takes.
import type { Place, PolicyDocument, PolicyStatement } from '../suggestion';
import { visible } from './texts';

/** What every form is given: a policy, and the place it goes to. */
export interface FormInput {
  readonly policy: PolicyDocument;
  readonly place: Place;
}

/** Writes a policy or a statement as JSON of several lines; what acts on a screen stands as escapes. */
export function jsonText(value: PolicyDocument | PolicyStatement): string {
  return JSON.stringify(value, null, 2).split('\n').map(visible).join('\n');
}

/** Writes a policy as JSON. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export function json({ policy }: FormInput): string {
  return `${jsonText(policy)}\n`;
}
