// How tools say in words of their own what they were about to do, as data.

/** `service:Operation` that the wording stands for. */
export type OperationWording = readonly [pattern: RegExp, operation: string];

/** One row a wording; of several matches the one nearest to the error counts. */
export const OPERATION_WORDINGS: readonly OperationWording[] = [
  [
    /\blaunch(?:ing|ed)?\s(?:a\s|an\s|the\s|new\s|source\s|ec2\s|spot\s|on-demand\s){0,4}(?:aws\s)?(?:instances?|node|vm|server)\b/gi,
    'ec2:RunInstances',
  ],
  [/\b(?:instance\s)?launch failed\b/gi, 'ec2:RunInstances'],
  [
    /\bcreat(?:e|ing)\s(?:a\s|an\s|the\s|new\s){0,2}(?:ec2\s)?instances?\b(?!\s(?:profile|template))/gi,
    'ec2:RunInstances',
  ],
  [/\bprocessing the launch specification\b/gi, 'ec2:RunInstances'],
  [
    /\bAWS::EC2::Instance\b[^\n]{0,80}CREATE_FAILED|CREATE_FAILED[^\n]{0,80}AWS::EC2::Instance\b/g,
    'ec2:RunInstances',
  ],
  [/\binstances? creation failed\b/gi, 'ec2:RunInstances'],
  [/\bfleet error/gi, 'ec2:RunInstances'],
  [/\brun instances?\b/gi, 'ec2:RunInstances'],
  [/\bNew-EC2Instance\b/gi, 'ec2:RunInstances'],
  [/\bcreat(?:e|ing)\s(?:a\s|an\s|ec2\s)?fleet\b/gi, 'ec2:CreateFleet'],
  [/\brequest(?:ing)?\s(?:a\s|the\s)?spot\s(?:instances?|request)/gi, 'ec2:RequestSpotInstances'],
  [/\brequest(?:ing)?\s(?:a\s|the\s)?spot\sfleet/gi, 'ec2:RequestSpotFleet'],
  [
    /\b(?:start(?:ing)?\s(?:the\s|ec2\s){0,2}instances?|Start-EC2Instance)\b/gi,
    'ec2:StartInstances',
  ],
  [/\b(?:stop(?:ping)?\s(?:the\s|ec2\s){0,2}instances?|Stop-EC2Instance)\b/gi, 'ec2:StopInstances'],
  [/\bterminat(?:e|ing)\s(?:the\s|ec2\s){0,2}instances?\b/gi, 'ec2:TerminateInstances'],
  [/\bcreat(?:e|ing)\s(?:a\s|the\s|ec2\s|ebs\s){0,2}volume\b/gi, 'ec2:CreateVolume'],
  [/\battach(?:ing)?\s(?:a\s|the\s|ec2\s|ebs\s){0,2}volume\b/gi, 'ec2:AttachVolume'],
  [/\bcreat(?:e|ing)\s(?:a\s|the\s|ec2\s|ebs\s){0,2}snapshot\b/gi, 'ec2:CreateSnapshot'],
  [/\b(?:tagging\sresource|creat(?:e|ing)\stags)\b/gi, 'ec2:CreateTags'],
  [
    /\bcreat(?:e|ing)\s(?:a\s|the\s|ec2\s){0,2}security\sgroup\b(?!\srule)/gi,
    'ec2:CreateSecurityGroup',
  ],
  [/\brevoking\s(?:default\s)?egress\b/gi, 'ec2:RevokeSecurityGroupEgress'],
  [
    /\bauthoriz(?:e|ing)\s(?:security\sgroup\s)?(?:rule\s)?ingress\b/gi,
    'ec2:AuthorizeSecurityGroupIngress',
  ],
  [
    /\bauthoriz(?:e|ing)\s(?:security\sgroup\s)?(?:rule\s)?egress\b/gi,
    'ec2:AuthorizeSecurityGroupEgress',
  ],
  [/\bcreat(?:e|ing)\s(?:a\s|the\s|ec2\s){0,2}launch\stemplate\b/gi, 'ec2:CreateLaunchTemplate'],
  [
    /\bcreat(?:e|ing)\s(?:a\s|the\s)?launch\sconfiguration\b/gi,
    'autoscaling:CreateLaunchConfiguration',
  ],
  [
    /\bcreat(?:e|ing)\s(?:a\s|an\s|the\s)?auto\s?scaling\sgroup\b/gi,
    'autoscaling:CreateAutoScalingGroup',
  ],
  [/\bcreat(?:e|ing)\s(?:a\s|the\s|ec2\s|aws\s){0,2}key\s?pair\b/gi, 'ec2:CreateKeyPair'],
  [/\bimport(?:ing)?\s(?:a\s|the\s|ec2\s){0,2}key\s?pair\b/gi, 'ec2:ImportKeyPair'],
  [/\bcreat(?:e|ing)\s(?:a\s|the\s|ec2\s){0,2}vpc\b(?!\s(?:endpoint|peering))/gi, 'ec2:CreateVpc'],
  [/\bcreat(?:e|ing)\s(?:a\s|the\s|ec2\s|vpc\s){0,2}subnet\b/gi, 'ec2:CreateSubnet'],
  [
    /\bcreat(?:e|ing)\s(?:a\s|an\s|the\s|ec2\s){0,2}(?:elastic\s)?network\sinterface\b/gi,
    'ec2:CreateNetworkInterface',
  ],
  [/\bcreat(?:e|ing)\s(?:an\s|the\s|ec2\s){0,2}internet\sgateway\b/gi, 'ec2:CreateInternetGateway'],
  [
    /\b(?:creat|allocat)(?:e|ing)\s(?:an\s|the\s|ec2\s){0,2}(?:eip|elastic\sip)\b/gi,
    'ec2:AllocateAddress',
  ],
  [/\bregister(?:ing)?\s(?:an\s|the\s)?(?:ami|image)\b/gi, 'ec2:RegisterImage'],
  [/\bcreat(?:e|ing)\s(?:an\s|the\s|ec2\s){0,2}(?:ami|image)\b/gi, 'ec2:CreateImage'],
  [/\bcopy(?:ing)?\s(?:an\s|the\s|ec2\s){0,2}(?:ami|image)\b/gi, 'ec2:CopyImage'],
  [/\breading\s(?:ec2\s)?instance\stypes?\b/gi, 'ec2:DescribeInstanceTypes'],
  [
    /\b(?:reading|describing|listing)\s(?:the\s|ec2\s){0,2}instances?\b(?!\s(?:type|profile|status|attribute))/gi,
    'ec2:DescribeInstances',
  ],
];

/** The actions above by the names of their operations in lower case, as some logs print them. */
export const ACTIONS_BY_OPERATION: ReadonlyMap<string, string> = new Map(
  OPERATION_WORDINGS.map(([, action]) => [
    action.slice(action.indexOf(':') + 1).toLowerCase(),
    action,
  ]),
);
