// decoded → [explained] → alert
// IP addresses and CIDR blocks as strings of bits, read in one pass.

const IPV6_GROUPS = 8;

/** Whether an address lies in a CIDR block (or is the address given); null when either is neither. */
export function isInNetwork(network: string, address: string): boolean | null {
  const [base = '', prefix = '', ...rest] = network.split('/');
  const [block, host] = [bitsOf(base), bitsOf(address)];
  if (block === null || host === null || rest.length > 0) return null;
  const length = network.includes('/') ? decimal(prefix, block.length) : block.length;
  if (length === null) return null;
  return block.length === host.length && block.slice(0, length) === host.slice(0, length);
}

function bitsOf(address: string): string | null {
  return address.includes(':') ? ipv6Bits(address) : ipv4Bits(address);
}

function ipv4Bits(address: string): string | null {
  const bytes = address.split('.');
  return bytes.length === 4
    ? bitsOfAll(
        bytes.map((byte) => decimal(byte, 255)),
        8,
      )
    : null;
}

/** `::` stands once for the groups of zeros that are missing. */
function ipv6Bits(address: string): string | null {
  const [head = '', tail, ...rest] = address.split('::');
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')];
  const missing = IPV6_GROUPS - first.length - last.length;
  if (rest.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return null;
  const zeros = Array.from({ length: missing }, () => '0');
  return bitsOfAll([...first, ...zeros, ...last].map(hexadecimal), 16);
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}

function decimal(text: string, most: number): number | null {
  return /^\d{1,3}$/.test(text) && Number(text) <= most ? Number(text) : null;
}

function hexadecimal(text: string): number | null {
  return /^[\da-f]{1,4}$/i.test(text) ? parseInt(text, 16) : null;
}

function bitsOfAll(numbers: readonly (number | null)[], width: number): string | null {
  const bits = numbers.map((number) => number?.toString(2).padStart(width, '0'));
  return bits.includes(undefined) ? null : bits.join('');
}
