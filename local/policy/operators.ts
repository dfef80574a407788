// The condition operators as a table: a new one is a row.
// @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
import { isInNetwork } from '../../core/conditions/network';
import type { Answer } from './answer';
import { matchesArn } from './arn-match';
import { numberOf, timeOf } from './measures';
import { matchesPieces, piecesOf } from './pattern';
import { type FilledText, plainText } from './policy-text';

/** Compares a value that a condition lists with one of the request. */
type Compare = (listed: FilledText, asked: string) => Answer;

/** What a group of operators compares. */
interface ValueKind {
  /** Whether its values can have policy variables. */
  readonly hasVariables: boolean;
  accepts(value: string): boolean;
  /** What it accepts, in words. */
  readonly allowed: string;
}

/** An operator; a negated one holds where no listed value matches. */
export interface Operator {
  readonly values: ValueKind;
  readonly compare: Compare;
  readonly isNegated: boolean;
}

const TEXT: ValueKind = { hasVariables: true, accepts: () => true, allowed: 'a text' };
const NUMBER: ValueKind = {
  hasVariables: false,
  accepts: (value) => !Number.isNaN(numberOf(value)),
  allowed: 'a number such as 8 or 0.5',
};
const DATE: ValueKind = {
  hasVariables: false,
  accepts: (value) => !Number.isNaN(timeOf(value)),
  allowed: 'a date such as 2026-11-20T09:14:03Z, or seconds since 1970',
};
const BOOLEAN: ValueKind = {
  hasVariables: true,
  accepts: (value) => /^(?:true|false|\$\{.+\})$/i.test(value),
  allowed: 'true or false',
};
const BINARY: ValueKind = {
  hasVariables: false,
  accepts: (value) =>
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value),
  allowed: 'Base64',
};
const NETWORK: ValueKind = {
  hasVariables: false,
  accepts: (value) => isInNetwork(value, value.replace(/\/.*/s, '')) !== null,
  allowed: 'an IP address or a CIDR block such as 203.0.113.0/24',
};

const sameText: Compare = (listed, asked) => plainText(listed) === asked;
const sameLetters: Compare = (listed, asked) =>
  plainText(listed).toLowerCase() === asked.toLowerCase();
const like: Compare = (listed, asked) => matchesPieces(piecesOf(listed), asked);
const inNetwork: Compare = (listed, asked) => isInNetwork(plainText(listed), asked) ?? 'open';
const sameBytes: Compare = (listed, asked) =>
  Buffer.from(plainText(listed), 'base64').equals(Buffer.from(asked, 'base64'));

/** Compares by a measure; open where the request's value has none. */
function measured(
  measure: (text: string) => number,
  holds: (asked: number, listed: number) => boolean,
): Compare {
  return (listed, asked) => {
    const value = measure(asked);
    return Number.isNaN(value) ? 'open' : holds(value, measure(plainText(listed)));
  };
}

const ORDERS = {
  Equals: (asked: number, listed: number) => asked === listed,
  LessThan: (asked: number, listed: number) => asked < listed,
  LessThanEquals: (asked: number, listed: number) => asked <= listed,
  GreaterThan: (asked: number, listed: number) => asked > listed,
  GreaterThanEquals: (asked: number, listed: number) => asked >= listed,
} as const;

function measuredRows(name: string, values: ValueKind, measure: (text: string) => number) {
  return [
    ...Object.entries(ORDERS).map(([order, holds]) =>
      row(`${name}${order}`, values, measured(measure, holds)),
    ),
    row(`${name}NotEquals`, values, measured(measure, ORDERS.Equals), true),
  ];
}

function row(
  name: string,
  values: ValueKind,
  compare: Compare,
  isNegated = false,
): readonly [string, Operator] {
  return [name, { values, compare, isNegated }];
}

/** The operators by name, without prefix and suffix; `Null` tests for presence and is none of them. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  row('StringEquals', TEXT, sameText),
  row('StringNotEquals', TEXT, sameText, true),
  row('StringEqualsIgnoreCase', TEXT, sameLetters),
  row('StringNotEqualsIgnoreCase', TEXT, sameLetters, true),
  row('StringLike', TEXT, like),
  row('StringNotLike', TEXT, like, true),
  ...measuredRows('Numeric', NUMBER, numberOf),
  ...measuredRows('Date', DATE, timeOf),
  row('Bool', BOOLEAN, sameLetters),
  row('BinaryEquals', BINARY, sameBytes),
  row('IpAddress', NETWORK, inNetwork),
  row('NotIpAddress', NETWORK, inNetwork, true),
  row('ArnEquals', TEXT, matchesArn),
  row('ArnLike', TEXT, matchesArn),
  row('ArnNotEquals', TEXT, matchesArn, true),
  row('ArnNotLike', TEXT, matchesArn, true),
]);
