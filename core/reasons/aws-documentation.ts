// The pages of the AWS documentation that the reasons rest on, each named once.

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const ORGANIZATIONS = 'https://docs.aws.amazon.com/organizations/latest/userguide';

/** Title and address of each page, by the name the reasons use for it. */
export const AWS_DOCUMENTATION = {
  accessDenied: {
    title: 'IAM: Troubleshoot access denied error messages',
    url: `${IAM}/troubleshoot_access-denied.html`,
  },
  evaluationLogic: {
    title: 'IAM: Policy evaluation logic',
    url: `${IAM}/reference_policies_evaluation-logic.html`,
  },
  explicitAndImplicit: {
    title: 'IAM: The difference between explicit and implicit denies',
    url: `${IAM}/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html`,
  },
  identityAndResource: {
    title: 'IAM: Identity-based policies and resource-based policies',
    url: `${IAM}/access_policies_identity-vs-resource.html`,
  },
  boundaries: {
    title: 'IAM: Permissions boundaries for IAM entities',
    url: `${IAM}/access_policies_boundaries.html`,
  },
  sessionPolicies: {
    title: 'IAM: Session policies',
    url: `${IAM}/access_policies.html#policies_session`,
  },
  assumeRole: {
    title: 'IAM: Permissions for AssumeRole',
    url: `${IAM}/id_credentials_temp_control-access_assumerole.html`,
  },
  trustPolicy: {
    title: 'IAM: Update a role trust policy',
    url: `${IAM}/id_roles_update-role-trust-policy.html`,
  },
  troubleshootRoles: {
    title: 'IAM: Troubleshoot IAM roles',
    url: `${IAM}/troubleshoot_roles.html`,
  },
  simulator: {
    title: 'IAM: IAM policy testing with the IAM policy simulator',
    url: `${IAM}/access_policies_testing-policies.html`,
  },
  accessKeys: {
    title: 'IAM: Update access keys',
    url: `${IAM}/id-credentials-access-keys-update.html`,
  },
  serviceControlPolicies: {
    title: 'Organizations: Service control policies',
    url: `${ORGANIZATIONS}/orgs_manage_policies_scps.html`,
  },
  serviceControlEvaluation: {
    title: 'Organizations: SCP evaluation',
    url: `${ORGANIZATIONS}/orgs_manage_policies_scps_evaluation.html`,
  },
  resourceControlPolicies: {
    title: 'Organizations: Resource control policies',
    url: `${ORGANIZATIONS}/orgs_manage_policies_rcps.html`,
  },
  resourceControlEvaluation: {
    title: 'Organizations: RCP evaluation',
    url: `${ORGANIZATIONS}/orgs_manage_policies_rcps_evaluation.html`,
  },
  endpointPolicies: {
    title: 'VPC: Control access to VPC endpoints using endpoint policies',
    url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
  quarantinePolicy: {
    title: 'AWS managed policies: AWSCompromisedKeyQuarantineV3',
    url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html',
  },
  decoding: {
    title: 'STS: DecodeAuthorizationMessage',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
  },
  recordContents: {
    title: 'CloudTrail: Record contents',
    url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html',
  },
} as const satisfies Record<string, { title: string; url: string }>;

/** The name of a page of the AWS documentation. */
export type AwsDocument = keyof typeof AWS_DOCUMENTATION;
