// found → [evidence] → explained
import type { Decoded } from '../decoded/answer';
import type { Evidence } from '../evidence';
import type { Finding } from './finding';

const FATES = { cut: 'truncated', damaged: 'damaged', absent: 'absent', whole: 'offline' } as const;

/** What is known of a finding's message without asking STS. */
export function undecoded({ decoded, message }: Finding): Decoded {
  const { kind, length } = message;
  return { decoded, message: { status: decoded === null ? FATES[kind] : 'decoded', length } };
}

/** The evidence of a finding. @param message - what STS said; by default STS is not asked */
export function evidenceOf(finding: Finding, message: Decoded = undecoded(finding)): Evidence {
  const { stated, requested, operation, mentioned, region, isCertain } = finding;
  const implied = { operation, resource: mentioned, region, isOpen: !isCertain };
  return { ...message, stated, requested, implied };
}
