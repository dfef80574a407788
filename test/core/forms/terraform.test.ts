import { terraform } from '../../../core/forms/terraform';
import { policyOf, RUN_INSTANCES } from './policies';

describe('terraform', () => {
  it('writes what `terraform fmt` leaves as it is', () => {
    const place = { kind: 'user', name: 'anna', arn: null } as const;
    const statement = { ...RUN_INSTANCES, Principal: '*' as const, Resource: '*' };
    const text = terraform({ policy: policyOf(statement), place });
    expect(text.replaceAll(/(?<=_|-)[0-9a-z]{7}\b/g, 'mark')).toBe(`\
data "aws_iam_policy_document" "launch_denied_run_instances_mark" {
  statement {
    sid    = "RunInstances"
    effect = "Allow"
    actions = [
      "ec2:RunInstances",
      "ec2:CreateTags",
    ]
    resources = [
      "*",
    ]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = ["eu-west-1"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/team"
      values   = ["$\${aws:PrincipalTag/team}", "it's"]
    }
  }
}

resource "aws_iam_user_policy" "launch_denied_run_instances_mark" {
  name   = "LaunchDeniedRunInstances-mark"
  user   = "anna"
  policy = data.aws_iam_policy_document.launch_denied_run_instances_mark.json
}
`);
  });
});
