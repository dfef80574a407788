// How tools say in words of their own what they were about to do, as data.

/** What is done, to what, and the action that stands for it; each a part of a pattern. */
type Wording = readonly [verb: string, object: string, action: string];

const LAUNCH = 'launch|launching|launched';
const CREATE = 'create|creating';
const READ = 'read|reading|describe|describing|list|listing';

const WORDINGS: readonly Wording[] = [
  [LAUNCH, 'instances?|node|vm|server', 'ec2:RunInstances'],
  ['', '(?:instance )?launch failed', 'ec2:RunInstances'],
  [CREATE, 'instances?(?! (?:profile|template))', 'ec2:RunInstances'],
  ['processing', 'launch specification', 'ec2:RunInstances'],
  ['', 'AWS::EC2::Instance\\b.{0,80}CREATE_FAILED', 'ec2:RunInstances'],
  ['', 'CREATE_FAILED\\b.{0,80}AWS::EC2::Instance', 'ec2:RunInstances'],
  ['', 'instances? creation failed', 'ec2:RunInstances'],
  ['', 'fleet errors?', 'ec2:RunInstances'],
  ['run', 'instances?', 'ec2:RunInstances'],
  ['', 'New-EC2Instance', 'ec2:RunInstances'],
  [CREATE, 'fleet', 'ec2:CreateFleet'],
  ['request|requesting', 'spot (?:instances?|request)', 'ec2:RequestSpotInstances'],
  ['request|requesting', 'spot fleet', 'ec2:RequestSpotFleet'],
  ['start|starting', 'instances?', 'ec2:StartInstances'],
  ['', 'Start-EC2Instance', 'ec2:StartInstances'],
  ['stop|stopping', 'instances?', 'ec2:StopInstances'],
  ['', 'Stop-EC2Instance', 'ec2:StopInstances'],
  ['terminate|terminating', 'instances?', 'ec2:TerminateInstances'],
  [CREATE, 'volume', 'ec2:CreateVolume'],
  ['attach|attaching', 'volume', 'ec2:AttachVolume'],
  [CREATE, 'snapshot', 'ec2:CreateSnapshot'],
  ['tagging', 'resource', 'ec2:CreateTags'],
  [CREATE, 'tags', 'ec2:CreateTags'],
  [CREATE, 'security group(?! rule)', 'ec2:CreateSecurityGroup'],
  ['revoke|revoking', 'egress', 'ec2:RevokeSecurityGroupEgress'],
  ['authorize|authorizing', 'ingress', 'ec2:AuthorizeSecurityGroupIngress'],
  ['authorize|authorizing', 'egress', 'ec2:AuthorizeSecurityGroupEgress'],
  [CREATE, 'launch template', 'ec2:CreateLaunchTemplate'],
  [CREATE, 'launch configuration', 'autoscaling:CreateLaunchConfiguration'],
  [CREATE, 'auto ?scaling group', 'autoscaling:CreateAutoScalingGroup'],
  [CREATE, 'key ?pair', 'ec2:CreateKeyPair'],
  ['import|importing', 'key ?pair', 'ec2:ImportKeyPair'],
  [CREATE, 'vpc(?! (?:endpoint|peering|subnet))', 'ec2:CreateVpc'],
  [CREATE, 'subnet', 'ec2:CreateSubnet'],
  [CREATE, 'network interface', 'ec2:CreateNetworkInterface'],
  [CREATE, 'internet gateway', 'ec2:CreateInternetGateway'],
  [`${CREATE}|allocate|allocating`, 'eip|elastic ip', 'ec2:AllocateAddress'],
  ['register|registering', 'ami|image', 'ec2:RegisterImage'],
  [CREATE, 'ami|image', 'ec2:CreateImage'],
  ['copy|copying', 'ami|image', 'ec2:CopyImage'],
  [READ, 'instance types?', 'ec2:DescribeInstanceTypes'],
  [READ, 'instances?(?! (?:type|profile|status|attribute))', 'ec2:DescribeInstances'],
];

/** Words that may stand between what is done and to what. */
const BETWEEN =
  '(?:(?:an?|the|new|source|default|ec2|ebs|vpc|aws|elastic|spot|on-demand|security group|rule) ){0,4}';

/** A wording as a pattern, and `service:Operation` that it stands for. */
export type OperationWording = readonly [pattern: RegExp, action: string];

/** One row a wording; of several matches the one nearest to the error counts. */
export const OPERATION_WORDINGS: readonly OperationWording[] = WORDINGS.map(
  ([verb, object, action]) => {
    const words = verb === '' ? `(?:${object})` : `(?:${verb}) ${BETWEEN}(?:${object})`;
    return [new RegExp(`\\b${words.replaceAll(' ', '\\s')}\\b`, 'gi'), action];
  },
);

/** The actions above by the names of their operations in lower case, as some logs print them. */
export const ACTIONS_BY_OPERATION: ReadonlyMap<string, string> = new Map(
  WORDINGS.map(([, , action]) => [action.slice(action.indexOf(':') + 1).toLowerCase(), action]),
);
