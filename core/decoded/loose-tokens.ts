// text → [its tokens, as far as they are JSON or what was JSON] → decoded → explained
import { quotedAt } from './loose-quotes';
import { bareValueAt, wordAt } from './loose-words';
import type { ReadToken } from './token';

/** What can stand at a place: anything in an object or list, or a value behind its key. */
export type Place = 'inside' | 'value';

const NEXT = /```|[{}[\]"'#/\w<*]|\\+["'nrt]?/g;
const BEFORE_COMMENT = /[\s,{}[\]"]/;

/** Reads the next token inside an object or list; undefined at the end. */
export function tokenAt(text: string, from: number, place: Place): ReadToken | undefined {
  const value = place === 'value' ? bareValueAt(text, from) : undefined;
  if (value !== undefined) return value;
  NEXT.lastIndex = from;
  for (let next = NEXT.exec(text); next !== null; next = NEXT.exec(text)) {
    const behind = NEXT.lastIndex;
    const read = readAt(text, next.index, next[0]);
    if (typeof read === 'object') return read;
    NEXT.lastIndex = read ?? behind;
  }
  return undefined;
}

/** A token; or where to go on without one; undefined for behind the mark. */
function readAt(text: string, at: number, mark: string): ReadToken | number | undefined {
  const end = at + mark.length;
  switch (mark) {
    case '{':
    case '[':
      return { token: { kind: 'open', isList: mark === '[' }, end };
    case '}':
    case ']':
      return { token: { kind: 'close', isList: mark === ']' }, end };
    case '```':
      return { token: { kind: 'fence' }, end };
    case '#':
    case '/':
      return commentEnd(text, at);
    default:
      return otherAt(text, at, mark);
  }
}

function otherAt(text: string, at: number, mark: string): ReadToken | number | undefined {
  if (/["']$/.test(mark)) return quotedAt(text, at, mark.length - 1);
  return mark.startsWith('\\') ? undefined : wordAt(text, at);
}

function commentEnd(text: string, at: number): number | undefined {
  if (!BEFORE_COMMENT.test(text.charAt(at - 1))) return undefined;
  if (text.startsWith('/*', at)) return endOf(text, '*/', at + 2);
  return text[at] === '#' || text[at + 1] === '/' ? endOf(text, '\n', at) : undefined;
}

function endOf(text: string, sign: string, from: number): number {
  const end = text.indexOf(sign, from);
  return end < 0 ? text.length : end + sign.length;
}
