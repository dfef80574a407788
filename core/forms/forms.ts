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
  const isCode = READ_AS_CODE[form]?.test(JSON.stringify(input)) ?? false;
  return isCode ? CANNOT_HOLD(form) : FORMS[form](input);
}

/** What a language reads as code wherever it stands, and has no way to escape. */
const READ_AS_CODE: Partial<Record<Form, RegExp>> = {
  // The data source turns it into a policy variable.
  terraform: /&\{/,
  // A dynamic reference: CloudFormation puts a secret in its place.
  cloudformation: /\{\{resolve:/,
  cdk: /\{\{resolve:/,
};

const CANNOT_HOLD = (form: Form): string =>
  `${form === 'cdk' ? '//' : '#'} A name in this policy would be read as code by ${form}; take the form json.\n`;
