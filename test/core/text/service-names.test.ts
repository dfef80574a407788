import { servicePrefixOf } from '../../../core/text/service-names';

it.each([
  ['', null],
  ['Amazon', null],
  ['EC2', 'ec2'],
  ['Ec2', 'ec2'],
  ['AmazonEC2', 'ec2'],
  ['Auto Scaling', 'autoscaling'],
  ['Elastic Load Balancing v2', 'elasticloadbalancing'],
  ['AWSSecurityTokenService', 'sts'],
  ['AmazonIdentityManagement', 'iam'],
  ['CloudWatch Logs', 'logs'],
  ['EFS', 'elasticfilesystem'],
  ['EMR', 'elasticmapreduce'],
  ['RDS', 'rds'],
  ['Ec2AsyncClient', 'ec2'],
  ['AutoScalingService', 'autoscaling'],
  ['Application Auto Scaling', 'application-autoscaling'],
  ['CloudWatch Events', 'events'],
  ['EventBridge', 'events'],
  ['ELBv2', 'elasticloadbalancing'],
  ['ELB', 'elasticloadbalancing'],
  ['Identity Management', 'iam'],
  ['SimpleDB', 'sdb'],
  ['SFN', 'states'],
  ['AWSStepFunctions', 'states'],
  ['AmazonSimpleEmailService', 'ses'],
  ['AWSSimpleSystemsManagement', 'ssm'],
])('reads the prefix of %j as %j', (name, prefix) => {
  expect(servicePrefixOf(name)).toBe(prefix);
});
