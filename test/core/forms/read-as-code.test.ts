import { formOf, type Form } from '../../../core/forms/forms';
import type { PolicyDocument } from '../../../core/suggestion';

const policyOn = (name: string): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'RunInstances',
      Effect: 'Allow',
      Action: 'ec2:RunInstances',
      Resource: `arn:aws:ec2:us-east-2:111122223333:key-pair/${name}`,
    },
  ],
});
const place = { kind: 'role', name: 'ci', arn: null } as const;
const written = (form: Form, name: string) => formOf(form, { policy: policyOn(name), place });

test.each([
  ['terraform', '&{aws:username}', '#'],
  ['cloudformation', '{{resolve:ssm:/prod/token}}', '#'],
  ['cdk', '{{resolve:ssm:/prod/token}}', '//'],
] as const)('%s does not write the name %s, which it would read as code', (form, name, sign) => {
  expect(written(form, name)).toBe(
    `${sign} A name in this policy would be read as code by ${form}; take the form json.\n`,
  );
});

test.each([
  ['json', '{{resolve:ssm:/prod/token}}'],
  ['cli', '&{aws:username}'],
  ['terraform', 'bastion'],
] as const)('%s writes the name %s', (form, name) => {
  expect(written(form, name)).toContain(name);
});
