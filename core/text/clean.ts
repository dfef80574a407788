// [text as people paste it] → clean text → denial → decoded → explained
import { withoutBoxes } from './boxes';
import { withoutMarkup } from './markup';
import { withoutTerminal } from './terminal';
import { unescaped } from './unescape';
import { unwrapped } from './unwrap';

/** Takes away what terminals, pages and boxes add to a text; JSON in it stays JSON. */
export function withoutFrame(text: string): string {
  return withoutBoxes(withoutMarkup(withoutTerminal(text)));
}

/** The text as it was before it was wrapped and escaped: the words of AWS in plain lines. */
export function plainText(framed: string): string {
  return unescaped(unwrapped(framed));
}
