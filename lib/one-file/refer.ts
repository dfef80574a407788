// stack made with stand-ins → [references] → template: where a stand-in is, the parameter is named
import { isObject, type JsonObject, NO_VALUE } from './template';

/** A value that a stack was made with, and what the template says instead. */
export interface StandIn {
  /** What stands in the stack; a number as its digits. */
  readonly value: string;
  /** What the template refers to. */
  readonly name: string;
  /** Whether it is a list, whose one item is the value. */
  readonly isList: boolean;
  /** Where it takes its property away if it does not hold. @default - the property is always there */
  readonly condition?: string;
}

/** What must stay: names of the template itself. */
const NAMES = ['Ref', 'Fn::GetAtt', 'Fn::FindInMap', 'Condition', 'DependsOn', 'Type'];

/** Refers to parameters wherever their stand-ins are: as a value, as an item, or within a text. */
export function refer(value: unknown, standIns: readonly StandIn[]): unknown {
  if (Array.isArray(value)) return referList(value, standIns);
  if (isObject(value)) return referObject(value, standIns);
  const whole = standIns.find((one) => one.value === String(value));
  if (whole !== undefined) return referWhole(whole);
  if (typeof value !== 'string') return value;
  const parts = split(value, standIns);
  return parts.length === 1 ? value : { 'Fn::Join': ['', parts] };
}

function referWhole({ name, condition }: StandIn): JsonObject {
  const reference = { Ref: name };
  return condition === undefined ? reference : { 'Fn::If': [condition, reference, NO_VALUE] };
}

function referObject(value: JsonObject, standIns: readonly StandIn[]): unknown {
  const { 'Fn::Join': join } = value;
  if (Array.isArray(join) && join[0] === '' && Array.isArray(join[1])) {
    const parts = join[1].flatMap((part: unknown) =>
      typeof part === 'string' ? split(part, standIns) : [refer(part, standIns)],
    );
    return { 'Fn::Join': ['', parts] };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      NAMES.includes(key) && !isObject(item) ? item : refer(item, standIns),
    ]),
  );
}

/** A list that holds a list: CloudFormation makes one list of them by way of a text. */
function referList(items: readonly unknown[], standIns: readonly StandIn[]): unknown {
  const list = standIns.find(({ value, isList }) => isList && items.includes(value));
  if (list === undefined) return items.map((item) => refer(item, standIns));
  const reference = { Ref: list.name };
  if (items.length === 1) return reference;
  const texts = items.map((item) =>
    item === list.value ? { 'Fn::Join': [',', reference] } : refer(item, standIns),
  );
  return { 'Fn::Split': [',', { 'Fn::Join': [',', texts] }] };
}

/** The parts of a text between stand-ins, and the references; of lists the items, in a JSON list each in quotes. */
function split(text: string, standIns: readonly StandIn[]): readonly unknown[] {
  const found = standIns.find(({ value }) => wordIn(text, value) >= 0);
  if (found === undefined) return text === '' ? [] : [text];
  const { value, name, isList } = found;
  const at = wordIn(text, value);
  const separator = /[[,]"$/.test(text.slice(0, at)) ? '","' : ',';
  const reference = isList ? { 'Fn::Join': [separator, { Ref: name }] } : { Ref: name };
  return [
    ...split(text.slice(0, at), standIns),
    reference,
    ...split(text.slice(at + value.length), standIns),
  ];
}

function wordIn(text: string, word: string): number {
  const at = text.indexOf(word);
  const around = `${text[at - 1] ?? ''}${text[at + word.length] ?? ''}`;
  return /\w/.test(around) ? -1 : at;
}
