import { regionIn } from '../../../core/text/region';

it.each([
  ['', null],
  ['us-east-1', null],
  ['on resource: arn:aws:iam::111122223333:role/us-east-1', null],
  ['region: mars-north-1', null],
  ['is denied on resource: arn:aws:ec2:us-east-1:111122223333:instance/*', 'us-east-1'],
  ['on resource: "arn:aws-us-gov:ec2:us-gov-west-1:111122223333:instance/*"', 'us-gov-west-1'],
  ['on resource arn:aws-cn:ec2:cn-north-1:111122223333:instance/*', 'cn-north-1'],
  ['"awsRegion": "ap-southeast-2",', 'ap-southeast-2'],
  ['aws ec2 run-instances --region eu-west-1', 'eu-west-1'],
  ["--region='eusc-de-east-1'", 'eusc-de-east-1'],
  ['https://ec2.eu-central-1.amazonaws.com/', 'eu-central-1'],
  ['sts.il-central-1.api.aws', 'il-central-1'],
  ['AWS_REGION=ca-central-1', null],
  ['Region: us-west-2', 'us-west-2'],
  ['region: us-west-2, on resource: arn:aws:ec2:us-east-1:111122223333:subnet/x', 'us-east-1'],
])('reads the Region of %j as %j', (text, region) => {
  expect(regionIn(text)).toBe(region);
});
