// Events whose texts were written to attack whoever reads them.
import { NOW } from './demo';

export const HOSTILE_TEXTS: readonly string[] = [
  '<script>window.isAttacked=1</script>',
  '"><img src=x onerror="window.isAttacked=1">',
  "' autofocus onfocus='window.isAttacked=1",
  '</pre></code><svg onload=window.isAttacked=1>',
  'javascript:window.isAttacked=1',
  '\u202egnirts sdrawkcab\u202c \u2066x',
  'control \u0000\u0007\u001b[31m characters',
  '👩🏽‍🚀🔥 שלום عربى',
  'x'.repeat(1_000),
  'a b'.repeat(333),
  '${7*7} {{7*7}} %0d%0a',
];

/** A denial with the text in every field that whoever launches can choose. */
export function hostileEvent(text: string): unknown {
  const account = '111122223333';
  const arn = `arn:aws:sts::${account}:assumed-role/${text}/${text}`;
  const detail = {
    eventVersion: '1.11',
    userIdentity: { type: 'AssumedRole', arn, accountId: account, principalId: `AROA:${text}` },
    eventTime: NOW,
    eventSource: 'ec2.amazonaws.com',
    eventName: 'RunInstances',
    awsRegion: 'eu-west-1',
    sourceIPAddress: text,
    userAgent: text,
    errorCode: 'Client.UnauthorizedOperation',
    errorMessage: `You are not authorized to perform this operation. User: ${arn} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${account}:role/${text} because no identity-based policy allows the iam:PassRole action`,
    requestParameters: {
      instanceType: text,
      imageId: text,
      subnetId: text,
      keyName: text,
      iamInstanceProfile: { name: text },
      tagSpecificationSet: {
        items: [{ resourceType: 'instance', tags: [{ key: text, value: text }] }],
      },
    },
    eventID: text.slice(0, 60),
    eventType: 'AwsApiCall',
    recipientAccountId: account,
  };
  return {
    version: '0',
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.ec2',
    account,
    region: 'eu-west-1',
    detail,
  };
}
