// suggested → [forms] → pasted: a suggested policy in the languages that people keep policies in.
import { cdk } from './cdk';
import { cli } from './cli';
import { cloudformation } from './cloudformation';
import { type FormInput, json } from './json';
import { terraform } from './terraform';

/** Each form with what writes it. */
export const FORMS = { json, terraform, cdk, cloudformation, cli } as const satisfies Record<
  string,
  (input: FormInput) => string
>;

/** A language that a policy is written in. */
export type Form = keyof typeof FORMS;

/** Writes a policy in one form, as text that ends in a newline. */
export function formOf(form: Form, input: FormInput): string {
  return FORMS[form](input);
}
