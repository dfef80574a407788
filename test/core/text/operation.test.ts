import { calledOperation } from '../../../core/text/operation';
import { OPERATION_FORMS } from '../../../core/text/operation-forms';
import { OPERATION_WORDINGS } from '../../../core/text/operation-wordings';

const FORMS: Record<
  string,
  readonly (readonly [text: string, operation: string, action: string | null])[]
> = {
  'AWS CLI, boto3': [
    ['An error occurred (X) when calling the RunInstances operation: ', 'RunInstances', null],
    ['when calling the\n  CreateDBInstance operation', 'CreateDBInstance', null],
    ['when calling the runinstances operation', 'RunInstances', null],
  ],
  'SDK for Go v2': [
    ['operation error EC2: RunInstances, https response error', 'RunInstances', 'ec2:RunInstances'],
    [
      'operation error Auto Scaling: CreateAutoScalingGroup,',
      'CreateAutoScalingGroup',
      'autoscaling:CreateAutoScalingGroup',
    ],
  ],
  CloudFormation: [['API: ec2:DeleteRoute You are', 'DeleteRoute', 'ec2:DeleteRoute']],
  'SDK for Go v1, debug log': [
    [
      'DEBUG: Validate Response ec2/DescribeImages failed, not retrying',
      'DescribeImages',
      'ec2:DescribeImages',
    ],
    ['Request ec2/RunInstances Details:', 'RunInstances', 'ec2:RunInstances'],
  ],
  'SDK for PHP': [
    [
      'Error executing "RunInstances" on "https://ec2.eu-west-1.amazonaws.com"',
      'RunInstances',
      'ec2:RunInstances',
    ],
  ],
  'botocore, locals of a traceback': [
    ['OperationModel(name=DescribeRegions)', 'DescribeRegions', null],
  ],
  'structured logs': [
    ["operation_name = 'DescribeRegions'", 'DescribeRegions', null],
    ['"operationName": "RunInstances"', 'RunInstances', null],
    ['OperationName=RunInstances', 'RunInstances', null],
  ],
  'CloudTrail, cut': [
    ['"eventName": "CreateFleet",', 'CreateFleet', null],
    ['Event name: RunInstances', 'RunInstances', null],
  ],
  'boto 2, traceback': [
    ["return self.get_list('DescribeSubnets', params", 'DescribeSubnets', null],
  ],
  'AWS CLI, user agent': [
    ['command/ec2.describe-instances', 'DescribeInstances', 'ec2:DescribeInstances'],
  ],
  'query API': [['POST /?Action=RunInstances&ImageId=x', 'RunInstances', null]],
  'SDK for JavaScript v3': [
    ['at de_RunInstancesCommandError (/app/x.js:1:2)', 'RunInstances', null],
  ],
  'SDK for JavaScript v3, before 2023': [
    ['at deserializeAws_ec2RunInstancesCommandError (x', 'RunInstances', 'ec2:RunInstances'],
    ['at deserializeAws_queryAssumeRoleCommandError (x', 'AssumeRole', null],
  ],
  'SDK for Java, stack trace': [
    [
      'at com.amazonaws.services.ec2.AmazonEC2Client.runInstances(AmazonEC2Client.java:1)',
      'RunInstances',
      'ec2:RunInstances',
    ],
    [
      'at software.amazon.awssdk.services.ec2.DefaultEc2Client.runInstances(DefaultEc2Client.java:1)',
      'RunInstances',
      'ec2:RunInstances',
    ],
  ],
  'SDK for .NET, stack trace': [
    [
      'at Amazon.EC2.AmazonEC2Client.RunInstances(RunInstancesRequest request)',
      'RunInstances',
      'ec2:RunInstances',
    ],
    [
      'at Amazon.EC2.AmazonEC2Client.RunInstancesAsync(RunInstancesRequest request)',
      'RunInstances',
      'ec2:RunInstances',
    ],
  ],
  'SDK for Ruby, log': [
    [
      '[Aws::EC2::Client 403 0.2 0 retries] run_instances(image_id:',
      'RunInstances',
      'ec2:RunInstances',
    ],
  ],
  'SDK for Ruby, stack trace': [
    [
      "aws-sdk-ec2-1.400.0/lib/aws-sdk-ec2/client.rb:47000:in `run_instances'",
      'RunInstances',
      'ec2:RunInstances',
    ],
  ],
  'SDK for Rust': [
    ['aws_sdk_ec2::operation::run_instances::RunInstances', 'RunInstances', 'ec2:RunInstances'],
  ],
  'AWS CLI, the command itself': [
    ['$ aws --region us-east-1 ec2 run-instances --image-id', 'RunInstances', 'ec2:RunInstances'],
    ['aws iam create-role --role-name', 'CreateRole', 'iam:CreateRole'],
  ],
};

describe('an operation that a tool names', () => {
  it('has an example of every form', () => {
    expect(Object.keys(FORMS).toSorted()).toEqual(
      OPERATION_FORMS.map(({ tool }) => tool).toSorted(),
    );
  });

  it.each(Object.values(FORMS).flat())('is read from %j', (text, operation, action) => {
    expect(calledOperation(text, '')).toEqual({ operation, action, witness: 'requested' });
  });

  it.each([
    ['nothing', ''],
    ['the command that decodes', 'aws sts decode-authorization-message --encoded-message x'],
    ['a word before "operation"', 'calling it operation'],
    ['a path', 'ec2/RunInstances was called'],
    [
      'the inside of an SDK',
      'at com.amazonaws.http.AmazonHttpClient.execute(A.java:1)\nat com.amazonaws.services.ec2.AmazonEC2Client.doInvoke(A.java:1)\nat com.amazonaws.services.ec2.AmazonEC2Client.executeRunInstances(A.java:1)\nat Amazon.Runtime.AmazonServiceClient.Invoke(x)',
    ],
  ])('is not read from %s', (_title, text) => {
    expect(calledOperation(text, '')).toBeNull();
  });

  it('is the last one before the error', () => {
    const text = 'calling the DescribeImages operation; calling the RunInstances operation: ';
    expect(calledOperation(text, 'calling the StopInstances operation')?.operation).toBe(
      'RunInstances',
    );
  });

  it('is the first one behind the error where none stands before it', () => {
    const behind = 'calling the RunInstances operation, calling the StopInstances operation';
    expect(calledOperation('', behind)?.operation).toBe('RunInstances');
  });

  it('counts more than a wording', () => {
    const before = 'operation error EC2: CreateFleet, launching instance';
    expect(calledOperation(before, '')?.operation).toBe('CreateFleet');
  });
});

const WORDINGS: readonly (readonly [text: string, action: string])[] = [
  ['Error launching source instance: ', 'ec2:RunInstances'],
  ['Error launching instance: ', 'ec2:RunInstances'],
  ['Launching a new EC2 instance.  Status Reason: ', 'ec2:RunInstances'],
  ['Could not launch node, ', 'ec2:RunInstances'],
  ['Instance launch failed\n', 'ec2:RunInstances'],
  ['Launch Failed - ', 'ec2:RunInstances'],
  ['Error: creating EC2 Instance: ', 'ec2:RunInstances'],
  ['Instance creation failed => ', 'ec2:RunInstances'],
  ['creating machine, with fleet error(s), ', 'ec2:RunInstances'],
  ['processing the launch specification "t3.micro": ', 'ec2:RunInstances'],
  ['AWS::EC2::Instance Web CREATE_FAILED ', 'ec2:RunInstances'],
  ['| CREATE_FAILED | AWS::EC2::Instance | ', 'ec2:RunInstances'],
  ['cannot run instances: ', 'ec2:RunInstances'],
  ['New-EC2Instance : ', 'ec2:RunInstances'],
  ['launching instances, creating fleet ', 'ec2:CreateFleet'],
  ['Error: creating EC2 Fleet: ', 'ec2:CreateFleet'],
  ['Error requesting spot instances: ', 'ec2:RequestSpotInstances'],
  ['Error requesting spot fleet: ', 'ec2:RequestSpotFleet'],
  ['starting instance: ', 'ec2:StartInstances'],
  ['Start-EC2Instance : ', 'ec2:StartInstances'],
  ['stopping EC2 Instance: ', 'ec2:StopInstances'],
  ['Stop-EC2Instance : ', 'ec2:StopInstances'],
  ['terminating EC2 Instance: ', 'ec2:TerminateInstances'],
  ['could not create volume in EC2: ', 'ec2:CreateVolume'],
  ['Error creating EC2 volume: ', 'ec2:CreateVolume'],
  ['attaching EBS Volume: ', 'ec2:AttachVolume'],
  ['creating EBS Snapshot: ', 'ec2:CreateSnapshot'],
  ['tagging resource (): ', 'ec2:CreateTags'],
  ['creating tags: ', 'ec2:CreateTags'],
  ['creating Security Group: ', 'ec2:CreateSecurityGroup'],
  ['Error revoking default egress rule for Security Group: ', 'ec2:RevokeSecurityGroupEgress'],
  ['authorizing security group rule ingress: ', 'ec2:AuthorizeSecurityGroupIngress'],
  ['authorizing egress: ', 'ec2:AuthorizeSecurityGroupEgress'],
  ['creating EC2 Launch Template: ', 'ec2:CreateLaunchTemplate'],
  ['Error creating launch configuration: ', 'autoscaling:CreateLaunchConfiguration'],
  ['creating Auto Scaling Group: ', 'autoscaling:CreateAutoScalingGroup'],
  ['creating AutoScaling Group: ', 'autoscaling:CreateAutoScalingGroup'],
  ['creating EC2 Key Pair: ', 'ec2:CreateKeyPair'],
  ['importing EC2 Key Pair: ', 'ec2:ImportKeyPair'],
  ['creating EC2 VPC: ', 'ec2:CreateVpc'],
  ['creating EC2 Subnet: ', 'ec2:CreateSubnet'],
  ['creating EC2 Network Interface: ', 'ec2:CreateNetworkInterface'],
  ['creating EC2 Internet Gateway: ', 'ec2:CreateInternetGateway'],
  ['allocating EC2 EIP: ', 'ec2:AllocateAddress'],
  ['Registering the AMI: ', 'ec2:RegisterImage'],
  ['creating AMI: ', 'ec2:CreateImage'],
  ['copying AMI: ', 'ec2:CopyImage'],
  ['reading EC2 Instance Type (t2.micro): ', 'ec2:DescribeInstanceTypes'],
  ['reading EC2 Instance (i-0abc): ', 'ec2:DescribeInstances'],
];

describe('an operation that only the wording tells', () => {
  it('has an example of every action', () => {
    const actions = new Set(WORDINGS.map(([, action]) => action));
    expect(actions).toEqual(new Set(OPERATION_WORDINGS.map(([, action]) => action)));
  });

  it.each(WORDINGS)('is inferred from %j', (text, action) => {
    expect(calledOperation(`2026-01-02 ${text}`, '')).toEqual({
      operation: action.split(':')[1],
      action,
      witness: 'inferred',
    });
  });

  it.each([
    'creating instance profile',
    'creating VPC endpoint',
    'creating security group rule',
    'relaunching',
    'reading instance status',
  ])('is not inferred from %j', (text) => {
    expect(calledOperation(text, '')).toBeNull();
  });

  it('is the one nearest to the error', () => {
    expect(calledOperation('launching instance, creating tags: ', '')?.operation).toBe(
      'CreateTags',
    );
  });

  it('is read behind the error on its own line', () => {
    expect(calledOperation('', '. Launching EC2 instance failed.\ncreating tags')?.operation).toBe(
      'RunInstances',
    );
    expect(calledOperation('', '. Launching EC2 instance failed.')?.operation).toBe('RunInstances');
    expect(calledOperation('', '\ncreating tags')).toBeNull();
  });
});
