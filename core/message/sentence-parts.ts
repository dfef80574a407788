// Who, which action and which resource a sentence names; what was cut reads as null.
import { endsCut, firstWord, joinedWord, withoutOpening, withoutQuotes } from './token';

/** The action a sentence names, null where it was cut, and the text behind it. */
export interface StatedAction {
  readonly name: string | null;
  readonly rest: string;
}

/** `perform: `, `perform the following action: (`, `perform [`. */
const BEFORE_ACTION =
  /^[\s:]{0,200}(?:the\s{1,9})?(?:(?:following\s{1,9})?actions?\b[\s:]{0,200})?/i;
const ACTION = /^[a-z0-9-]{1,64}:[a-z0-9*]{1,128}/i;
const CUT_ACTION = /^[a-z0-9-]{0,64}:?[a-z0-9]{0,128}(?:\.\.\.|…)/i;

/** Reads the action behind "perform"; null where no action stands there. */
export function readAction(text: string): StatedAction | null {
  const start = withoutOpening(text.replace(BEFORE_ACTION, ''));
  if (CUT_ACTION.test(start)) return { name: null, rest: '' };
  const name = ACTION.exec(start)?.[0];
  return name === undefined ? null : { name, rest: start.slice(name.length) };
}

/** Reads the principal's ARN that ends right before "is not authorized", even where it is glued to it. */
export function readPrincipal(before: string): string | null {
  const start = before.lastIndexOf('arn:');
  if (start < 0) return null;
  const named = before.slice(start).trimEnd().replace(/is$/i, '');
  const word = joinedWord(named);
  return word === null || endsCut(word) ? null : withoutQuotes(word);
}

const ON_RESOURCE =
  /^\W{0,20}(?:actions?\s{1,200})?on\s{1,200}(?:the\s{1,200})?resource(?:s|\(s\))?\s{0,200}(?::|(?=["'`]?arn:))/i;

/** How far the resource's words reach: to the reason, to the encoded message, or further. */
export type ResourceEnd = 'reason' | 'message' | 'open';

/** Reads what stands behind "on resource:", an ARN or IAM's own words such as `role web`. */
export function readResource(words: string, end: ResourceEnd): string | null {
  const lead = ON_RESOURCE.exec(words)?.[0];
  if (lead === undefined) return null;
  const named = words.slice(lead.length).trim();
  const joined = end === 'open' ? null : joinedWord(named);
  if (joined === null) return spacedResource(named, end);
  return end === 'reason' ? exact(joined) : known(firstWord(joined));
}

function spacedResource(named: string, end: ResourceEnd): string | null {
  if (end === 'reason' && SPACED_ARN.test(named)) return exact(named);
  const word = known(firstWord(named));
  if (word === null || /^arn:/i.test(word)) return word;
  return legacyName(named) ?? word;
}

/** Of all resources only objects of S3 may have spaces in their names. */
const SPACED_ARN = /^["'`]?arn:aws[a-z-]*:s3:[^\n]*$/;

/** IAM's own way to name a resource without an ARN. */
const LEGACY_TYPE = /^(?:instance\sprofile|server\scertificate|role|user|group|policy)\s/i;

function legacyName(named: string): string | null {
  const type = LEGACY_TYPE.exec(named)?.[0];
  if (type === undefined) return null;
  const name = firstWord(named.slice(type.length));
  return name === null ? null : `${type.replaceAll(/\s/g, ' ')}${name}`;
}

/** A resource that a reason follows is whole: only quotes around it are not its own. */
function exact(named: string): string | null {
  if (endsCut(named)) return null;
  const open = withoutOpening(named);
  const quotes = named.length - open.length;
  return known(open.slice(0, open.length - quotes) || null);
}

function known(word: string | null): string | null {
  return word === 'null' ? null : word;
}
