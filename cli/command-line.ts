// [argv] → options and words: what the commands of this project take, on top of node:util.
import { parseArgs } from 'node:util';

/** An option; one with a `value` takes a text, and the value's name stands in the help. */
interface Option {
  readonly value?: string;
  /** Empty where the help is silent about it. */
  readonly help: string;
}

/** The options of a command by name. */
export type Options = Readonly<Record<string, Option>>;

/** What was given: options by name, and the words that are none. */
export type Given =
  | {
      readonly kind: 'given';
      readonly options: Readonly<Record<string, string | boolean | undefined>>;
      readonly words: readonly string[];
    }
  | { readonly kind: 'refused'; readonly why: string };

/** An encoded message: longer than any option, and it may begin with a hyphen. */
const MESSAGE = /^-[A-Za-z0-9_-]{99,}$/;

/** Reads the arguments of a command; says which are allowed where one is not. */
export function readArguments(args: readonly string[], options: Options): Given {
  const plain = args.map((argument) => (MESSAGE.test(argument) ? ` ${argument}` : argument));
  const { values, positionals, tokens } = parseArgs({
    args: [...plain],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string' },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    const why = token.kind === 'option' ? refusal(token, options) : null;
    if (why !== null) return { kind: 'refused', why };
  }
  return {
    kind: 'given',
    options: values,
    words: positionals.map((word) => (MESSAGE.test(word.trim()) ? word.trim() : word)),
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

function refusal({ name, rawName, value }: OptionToken, options: Options): string | null {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const allowed = Object.keys(options).map((each) => `--${each}`);
    return `${rawName} is not an option; allowed are ${allowed.join(', ')}`;
  }
  const wants = option.value !== undefined;
  if (wants && (value === undefined || value.startsWith('--')))
    return `${rawName} needs a value: ${rawName} <${option.value}>`;
  return !wants && value !== undefined ? `${rawName} takes no value` : null;
}

const COLUMN = 20;

/** The options as lines of a help text. */
export function optionHelp(options: Options): string {
  return Object.entries(options)
    .filter(([, { help }]) => help !== '')
    .map(([name, { value, help }]) => {
      const usage = value === undefined ? `--${name}` : `--${name} <${value}>`;
      return `  ${usage.padEnd(COLUMN)}${help}`;
    })
    .join('\n');
}
