// grouped → [review]: what a fingerprint tells of a group that is not loaded.
import { POLICY_TYPES, VERDICTS } from '../contract';
import { reasonCode } from '../explain/reasons';

/** What a fingerprint tells. */
export interface FingerprintParts {
  readonly account: string;
  readonly principal: string;
  readonly reasonCode: string;
}

/** Reads the parts that lists need; `core/group/fingerprint.ts` writes them. */
export function fingerprintParts(fingerprint: string): FingerprintParts {
  const [, account = '', principal = '', , , , verdict = '', type = ''] = fingerprint.split(':');
  const stated = VERDICTS.find((each) => each === verdict) ?? 'undetermined';
  const policyType = POLICY_TYPES.find((each) => each === type) ?? null;
  return {
    account: told(account),
    principal: told(principal),
    reasonCode: reasonCode(stated, policyType),
  };
}

function told(part: string): string {
  return part === '-' ? '' : part;
}
