// Wildcards of event patterns and of policies, matched without regular expressions: those hang on
// hostile patterns such as `*a*a*a*b`.

/** Any number of characters, none included. */
export const MANY = Symbol('any number of characters');
/** Exactly one character. */
export const ONE = Symbol('one character');

/** One character of a glob, or what stands for characters. */
export type GlobToken = string | typeof MANY | typeof ONE;

/** Whether the text matches the glob, in steps of at most text length × glob length. */
export function matchesGlob(glob: readonly GlobToken[], text: string): boolean {
  let [at, next, star, resume] = [0, 0, -1, 0];
  while (at < text.length) {
    const token = glob[next];
    if (token === MANY) [star, next, resume] = [next, next + 1, at];
    else if (token === ONE || token === text[at]) [at, next] = [at + 1, next + 1];
    else if (star >= 0) [resume, at, next] = [resume + 1, resume + 1, star + 1];
    else return false;
  }
  return glob.slice(next).every((token) => token === MANY);
}
