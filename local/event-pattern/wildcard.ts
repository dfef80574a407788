// The `wildcard` operator: `*` stands for any number of characters, `\*` and `\\` for themselves.
import { type GlobToken, MANY } from '../glob';
import { PatternError, shown } from './pattern-error';

/** Reads a wildcard, refusing consecutive `*` and other escapes as EventBridge does. */
export function readWildcard(text: string, at: string): readonly GlobToken[] {
  const tokens: GlobToken[] = [];
  for (let index = 0; index < text.length; index += 1) {
    let token: GlobToken = text.charAt(index);
    if (token === '*') token = MANY;
    else if (token === '\\') {
      index += 1;
      token = text.charAt(index);
      if (token !== '*' && token !== '\\')
        throw new PatternError(at, `wildcard ${shown(text)} may escape only "*" and "\\"`);
    }
    if (token === MANY && tokens.at(-1) === MANY)
      throw new PatternError(at, `wildcard ${shown(text)} has two consecutive "*"`);
    tokens.push(token);
  }
  return tokens;
}
