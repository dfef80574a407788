// grouped → [alert]: how a message names a group.
/** Letters and digits that nobody confuses, and no long row of digits. */
const DIGITS = 'bcdfghjklmnpqrstvwxz2456';
const LENGTH = 12;

/** The prime and the offset of the FNV-1a hash in 64 bits. */
const PRIME = 0x100000001b3n;
const OFFSET = 0xcbf29ce484222325n;
const BITS = 64;

/**
 * A short name of a group that tells nothing of it and holds letters and digits only, such as
 * `g-…`; the same fingerprint has the same code. Who knows the fingerprint can compute it.
 */
export function groupCode(fingerprint: string): string {
  let rest = OFFSET;
  for (let at = 0; at < fingerprint.length; at += 1) {
    rest = BigInt.asUintN(BITS, (rest ^ BigInt(fingerprint.charCodeAt(at))) * PRIME);
  }
  return `g-${digitsOf(rest)}`;
}

function digitsOf(number: bigint): string {
  const base = BigInt(DIGITS.length);
  return Array.from({ length: LENGTH }, (_, place) =>
    DIGITS.charAt(Number((number / base ** BigInt(place)) % base)),
  ).join('');
}
