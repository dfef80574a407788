// [text as people paste it] → lines as they were written → denial → decoded → explained
import { withoutBoxes } from './boxes';
import { withoutMarkup } from './markup';
import { withoutTerminal } from './terminal';
import { unwrapped } from './unwrap';

/** Takes away what terminals, pages and boxes add to a text; JSON in it stays JSON. */
export function withoutFrame(text: string): string {
  return withoutBoxes(withoutMarkup(withoutTerminal(text)));
}

/** The text without its frame, its lines re-joined where a terminal broke them. */
export function cleaned(text: string): string {
  return unwrapped(withoutFrame(text));
}
