// The `wildcard` operator: `*` stands for any number of characters, `\*` and `\\` for themselves.
import { PatternError, shown } from './pattern-error';

/** The literal parts between the stars: `['dir/', '.png']` for `dir/*.png`. */
export type Wildcard = readonly string[];

/** Reads a wildcard, refusing consecutive `*` and other escapes as EventBridge does. */
export function readWildcard(text: string, at: string): Wildcard {
  const parts = [''];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '*') {
      if (text.charAt(index + 1) === '*')
        throw new PatternError(at, `wildcard ${shown(text)} has two consecutive "*"`);
      parts.push('');
      continue;
    }
    const isEscape = character === '\\';
    if (isEscape) index += 1;
    const literal = text.charAt(index);
    if (isEscape && literal !== '*' && literal !== '\\')
      throw new PatternError(at, `wildcard ${shown(text)} may escape only "*" and "\\"`);
    parts.push(`${parts.pop() ?? ''}${literal}`);
  }
  return parts;
}

/** Whether the parts stand in the text, in order; never a regular expression, those can hang. */
export function matchesWildcard(parts: Wildcard, text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
