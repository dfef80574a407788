// forwarder → [synthesizer] → CloudFormation: how a stack is deployed to a Region that is not bootstrapped
import {
  BootstraplessSynthesizer,
  DefaultStackSynthesizer,
  type IStackSynthesizer,
} from 'aws-cdk-lib/core';

/**
 * Deploys a stack without assets by the roles of another Region's bootstrap: IAM knows no Regions.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
export function bootstrappedIn(region: string): IStackSynthesizer {
  const { DEFAULT_DEPLOY_ROLE_ARN: deploy, DEFAULT_CLOUDFORMATION_ROLE_ARN: execution } =
    DefaultStackSynthesizer;
  // With exactOptionalPropertyTypes the classes of the CDK do not fit their own interface.
  return new BootstraplessSynthesizer({
    deployRoleArn: inRegion(deploy, region),
    cloudFormationExecutionRoleArn: inRegion(execution, region),
  }) as IStackSynthesizer;
}

function inRegion(roleArn: string, region: string): string {
  return roleArn.replace('${AWS::Region}', region);
}
