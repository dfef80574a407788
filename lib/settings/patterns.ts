// The patterns of denials that are expected.
import * as v from 'valibot';
import { list } from './shapes';

/**
 * Characters of a list as JSON: two lists and all else have to fit into the 4 KB that Lambda has for
 * the variables of a function.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const LONGEST_LIST = 1_000;

const pattern = v.pipe(v.string(), v.regex(/^[!-~]+$/));

/** A list of patterns that a variable of a function can hold. */
export const patterns = v.pipe(
  list(pattern),
  v.check((all) => JSON.stringify(all).length <= LONGEST_LIST),
);

/** What a list of patterns is, in words. */
export function patternsAllowed(such: string): string {
  return [
    'patterns of visible ASCII, each once, in which * stands for any characters and ? for one,',
    `such as ${such}; as JSON at most 1,000 characters`,
  ].join(' ');
}
