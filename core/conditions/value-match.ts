// decoded → [explained] → alert
// One value of a statement against one value of the request.
import { lastSegment } from '../arn';
import { matchesGlob } from '../glob';
import type { ValueType } from './condition-keys';
import { isInNetwork } from './network';

/** `open` where the dropped operator, or a part that nobody printed, would decide. */
export type Match = 'same' | 'other' | 'open';

type Matcher = (listed: string, asked: string) => Match;

const MATCHERS: Readonly<Record<ValueType, Matcher>> = {
  any: matchText,
  text: matchText,
  boolean: (listed, asked) => when(listed.toLowerCase() === asked.toLowerCase()),
  number: byMeasure(numberOf),
  date: byMeasure(timeOf),
  network: (listed, asked) => {
    const isInside = isInNetwork(listed, asked);
    return isInside === null ? 'open' : when(isInside);
  },
  'principal-arn': matchPrincipal,
};

/** Compares a value that a statement lists with a value of the request, by the type of their key. */
export function matchValue(type: ValueType, listed: string, asked: string): Match {
  return MATCHERS[type](listed, asked);
}

function when(isSame: boolean): Match {
  return isSame ? 'same' : 'other';
}

/** Values that differ by case alone are the same to StringEqualsIgnoreCase and others to StringEquals. */
function matchText(listed: string, asked: string): Match {
  if (matchesGlob(listed, asked)) return 'same';
  return matchesGlob(listed.toLowerCase(), asked.toLowerCase()) ? 'open' : 'other';
}

/** Whether a limit was an upper or a lower one went with the operator: equality is all that is asked. */
function byMeasure(measure: (text: string) => number): Matcher {
  return (listed, asked) => {
    const [limit, value] = [measure(listed), measure(asked)];
    return Number.isNaN(limit) || Number.isNaN(value)
      ? matchText(listed, asked)
      : when(limit === value);
  };
}

function numberOf(text: string): number {
  return /^[-+]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
}

/** ISO 8601 in UTC, or seconds since 1970. @see https://www.w3.org/TR/NOTE-datetime */
function timeOf(text: string): number {
  if (/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?$/.test(text)) return Date.parse(text);
  return numberOf(text) * 1000;
}

/** A role's ARN that was read from a session has lost its path. */
function matchPrincipal(listed: string, asked: string): Match {
  const match = matchText(listed, asked);
  if (match !== 'other') return match;
  const [wanted, role] = [cutRole(listed), cutRole(asked)];
  if (wanted === null || role === null || role.name.includes('/')) return 'other';
  const isSameName = matchesGlob(lastSegment(wanted.name), role.name);
  return isSameName && matchesGlob(wanted.account, role.account) ? 'open' : 'other';
}

function cutRole(arn: string): { account: string; name: string } | null {
  const at = arn.indexOf(':role/');
  return at < 0 ? null : { account: arn.slice(0, at), name: arn.slice(at + ':role/'.length) };
}
