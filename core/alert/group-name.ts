// grouped → [alert]: how a message names a group.
/** Letters and digits that nobody confuses, and no long row of digits. */
const DIGITS = 'bcdfghjklmnpqrstvwxz2456';
const LENGTH = 12;

/** The FNV-1a hash in 64 bits: its offset in two halves, and its prime, which is 2^40 + 0x1b3. */
const OFFSET = [0xcbf29ce4, 0x84222325] as const;
const PRIME_LOW = 0x1b3;
const HALF = 2 ** 32;

/**
 * A short name of a group that tells nothing of it and holds letters and digits only, such as
 * `g-…`; the same fingerprint has the same code. Who knows the fingerprint can compute it.
 */
export function groupCode(fingerprint: string): string {
  let [high, low] = OFFSET as readonly [number, number];
  for (let at = 0; at < fingerprint.length; at += 1) {
    const mixed = (low ^ fingerprint.charCodeAt(at)) >>> 0;
    const product = mixed * PRIME_LOW;
    low = product >>> 0;
    high = (high * PRIME_LOW + (product - low) / HALF + mixed * 2 ** 8) >>> 0;
  }
  return `g-${digitsOf(high, low)}`;
}

/** Writes a number of 64 bits, given in two halves, the last digit first. */
function digitsOf(high: number, low: number): string {
  const base = DIGITS.length;
  let text = '';
  for (let [first, second] = [high, low]; text.length < LENGTH;) {
    const rest = (first % base) * HALF + second;
    text += DIGITS.charAt(rest % base);
    [first, second] = [Math.floor(first / base), Math.floor(rest / base)];
  }
  return text;
}
