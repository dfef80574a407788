// denial → [decoded, simulated]: asks AWS in the account that a denial happened in.
import { parseArn } from '../core/arn';
import type { BatchPorts } from '../core/batch/ports';
import type { Simulate, SimulatorRefusal } from '../core/simulate/simulator';
import { iamSimulator } from './iam-simulator';
import type { AssumeReader, Reader, ReaderCredentials } from './reader-role';
import { stsDecoder } from './sts-decoder';

/** How accounts other than the home account are asked. */
export interface MemberAccounts {
  /** The account of the stack, which needs no role. */
  readonly home: string;
  readonly homeRegion: string;
  readonly roleName: string;
  readonly assume: AssumeReader;
}

/** What stands in place of an account in an event might be anything. */
const ACCOUNT = /^\d{12}$/;

/**
 * Makes a decoder that asks with credentials of the account that a message is of: STS decodes for
 * principals of the same account alone.
 */
export function memberDecoder({
  home,
  homeRegion,
  roleName,
  assume,
}: MemberAccounts): BatchPorts['decode'] {
  const own = stsDecoder(homeRegion);
  const decoderOf = oncePerSession((credentials) => stsDecoder(homeRegion, { credentials }));
  return async (message, { account, region }) => {
    if (!isMember(account, home)) return own(message, region);
    const reader = await assume(account);
    switch (reader.kind) {
      case 'assumed':
        return decoderOf(reader.credentials)(message, region);
      case 'refused':
        return { kind: 'no-reader', account, roleName };
      case 'unavailable':
        return reader;
    }
  };
}

/** Makes a simulator that asks IAM in the account of the principal, which knows no others. */
export function memberSimulator({ home, homeRegion, assume }: MemberAccounts): Simulate {
  const own = iamSimulator(homeRegion);
  const simulatorOf = oncePerSession((credentials) => iamSimulator(homeRegion, { credentials }));
  return async (query) => {
    const { account = '' } = parseArn(query.principalArn) ?? {};
    if (account === home) return own(query);
    if (!isMember(account, home)) return { kind: 'refused', because: 'not-found' };
    const reader = await assume(account);
    return reader.kind === 'assumed'
      ? simulatorOf(reader.credentials)(query)
      : { kind: 'refused', because: refusalOf(reader) };
  };
}

function isMember(account: string, home: string): boolean {
  return account !== home && ACCOUNT.test(account);
}

function refusalOf(reader: Exclude<Reader, { readonly kind: 'assumed' }>): SimulatorRefusal {
  if (reader.kind === 'refused') return 'no-reader';
  return reader.because === 'throttled' ? 'throttled' : 'fault';
}

/** What is made with credentials lives as long as they do. */
function oncePerSession<T extends object>(make: (credentials: ReaderCredentials) => T) {
  const made = new WeakMap<ReaderCredentials, T>();
  return (credentials: ReaderCredentials): T => {
    const one = made.get(credentials) ?? make(credentials);
    made.set(credentials, one);
    return one;
  };
}
