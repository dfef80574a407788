// The `cidr` operator: IPv4 and IPv6 addresses inside a block.
import { BlockList, isIP } from 'node:net';
import type { Test } from './operand';
import { PatternError, shown } from './pattern-error';

/** Reads `10.0.0.0/24` or `2001:db8::/32`. */
export function readCidr(operand: unknown, at: string): Test {
  const [address = '', bits = '', ...rest] = typeof operand === 'string' ? operand.split('/') : [];
  const family = isIP(address);
  const widest = family === 4 ? 32 : 128;
  if (family === 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > widest)
    throw new PatternError(at, `cidr takes a block such as 10.0.0.0/24, not ${shown(operand)}`);
  const block = new BlockList();
  block.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return (value) => {
    if (typeof value !== 'string' || isIP(value) !== family) return false;
    return block.check(value, family === 4 ? 'ipv4' : 'ipv6');
  };
}
