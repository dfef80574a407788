// The names that SDKs and tools give to services, and the prefix of the service's actions.

/** The prefix of actions by the service's name in lower case, without `AWS`, `Amazon` and spaces. */
const PREFIXES: Readonly<Record<string, string>> = {
  applicationautoscaling: 'application-autoscaling',
  cloudwatchlogs: 'logs',
  cloudwatchevents: 'events',
  eventbridge: 'events',
  efs: 'elasticfilesystem',
  elasticloadbalancingv2: 'elasticloadbalancing',
  elbv2: 'elasticloadbalancing',
  elb: 'elasticloadbalancing',
  emr: 'elasticmapreduce',
  identitymanagement: 'iam',
  securitytoken: 'sts',
  simpledb: 'sdb',
  sfn: 'states',
  simpleemail: 'ses',
  simplesystemsmanagement: 'ssm',
  stepfunctions: 'states',
};

/** The prefix of a service's actions: `ec2` for `AmazonEC2`, `autoscaling` for `Auto Scaling`. */
export function servicePrefixOf(name: string): string | null {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^(?:aws|amazon)+/, '')
    .replace(/(?:async)?(?:client|service)$/, '');
  return plain === '' ? null : (PREFIXES[plain] ?? plain);
}
