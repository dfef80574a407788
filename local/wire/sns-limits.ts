// handler → [limits] → SNS emulator: what SNS refuses and the emulator takes.
// @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
// @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html
import { queryAction } from './aws-call';

/** Why SNS refuses a message. */
export interface SnsFault {
  readonly code: 'InvalidParameter' | 'ParameterValueInvalid';
  readonly message: string;
}

interface Attribute {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/** A message with its attributes. */
const LONGEST_MESSAGE = 262_144;
const SUBJECT = /^[\x21-\x7e][\x20-\x7e]{0,98}$/;
const BEYOND_BASIC_PLANE = /[\u{10000}-\u{10ffff}]/u;

const TYPES: Readonly<Record<string, (value: string) => boolean>> = {
  String: () => true,
  'String.Array': isList,
  Number: (value) => value.trim() !== '' && !Number.isNaN(Number(value)),
  Binary: () => true,
};

/** What is wrong with a published message; null where nothing is. */
export function snsFault(body: string): SnsFault | null {
  if (queryAction(body) !== 'Publish') return null;
  const form = new URLSearchParams(body);
  const subject = form.get('Subject');
  if (subject !== null && !SUBJECT.test(subject)) return parameter('Subject');
  const message = form.get('Message') ?? '';
  if (message === '') return parameter('Empty message');
  const attributes = attributesIn(form);
  if (sizeOf(message, attributes) > LONGEST_MESSAGE) return parameter('Message too long');
  const problem = attributes.map(attributeProblem).find((one) => one !== null);
  return problem === undefined ? null : { code: 'ParameterValueInvalid', message: problem };
}

function parameter(what: string): SnsFault {
  return { code: 'InvalidParameter', message: `Invalid parameter: ${what}` };
}

function attributesIn(form: URLSearchParams): readonly Attribute[] {
  return [...form]
    .map(([key, name]) => ({
      name,
      prefix: /^(MessageAttributes\.entry\.\d+)\.Name$/.exec(key)?.[1],
    }))
    .filter(({ prefix }) => prefix !== undefined)
    .map(({ name, prefix }) => ({
      name,
      type: form.get(`${prefix}.Value.DataType`) ?? '',
      value:
        form.get(`${prefix}.Value.StringValue`) ?? form.get(`${prefix}.Value.BinaryValue`) ?? '',
    }));
}

function sizeOf(message: string, attributes: readonly Attribute[]): number {
  const texts = attributes.flatMap(({ name, type, value }) => [name, type, value]);
  return [message, ...texts].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function attributeProblem({ name, type, value }: Attribute): string | null {
  const accepts = TYPES[type];
  if (!/^[\w.-]{1,256}$/.test(name)) return `The message attribute name '${name}' is not valid.`;
  if (accepts === undefined) return `The message attribute '${name}' has an invalid type.`;
  if (value === '') return `The message attribute '${name}' must contain a non-empty value.`;
  if (!accepts(value)) return `The message attribute '${name}' is not valid for ${type}.`;
  return BEYOND_BASIC_PLANE.test(value)
    ? `The message attribute '${name}' contains invalid characters.`
    : null;
}

function isList(value: string): boolean {
  try {
    const parsed: unknown = JSON.parse(value);
    const isScalar = (item: unknown): boolean => item === null || typeof item !== 'object';
    return Array.isArray(parsed) && parsed.every(isScalar);
  } catch {
    return false;
  }
}
