// event → [what an error code says by itself] → explained
import type { Sentence } from '../evidence';

/** A sentence that says nothing. */
export const SILENT: Sentence = {
  principalArn: null,
  action: null,
  resource: null,
  verdict: null,
  policyType: null,
  policyArn: null,
  authorizationId: null,
};

/** What EC2 answers where the first use of Spot or of a fleet needs a role that may not be created. */
export const SERVICE_LINKED_ROLE: Sentence = { ...SILENT, action: 'iam:CreateServiceLinkedRole' };

/** Codes that say by themselves what was denied or by which policy; their message adds nothing. */
export const SAID_BY_CODE: Readonly<Record<string, Sentence>> = {
  VpceAccessDenied: { ...SILENT, policyType: 'vpc-endpoint-policy' },
  'Client.AuthFailure.ServiceLinkedRoleCreationNotPermitted': SERVICE_LINKED_ROLE,
  'AuthFailure.ServiceLinkedRoleCreationNotPermitted': SERVICE_LINKED_ROLE,
};
