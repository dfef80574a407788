// doctor → [rights]: what the functions and the reader may do.
import { paginateSimulatePrincipalPolicy } from '@aws-sdk/client-iam';
import { DecodeAuthorizationMessageCommand } from '@aws-sdk/client-sts';
import { type Answer, known } from '../../core/doctor/check';
import { DECODE_ACTION } from '../../core/doctor/rights';
import { ask, askAbout } from './ask';
import type { AwsClients } from './clients';

/**
 * Asks the policy simulator, which knows the policies of the role and of the organization.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export function askRoleRight(
  { iam: client }: AwsClients,
  roleArn: string,
  action: string,
  resource: string,
): Promise<Answer<boolean>> {
  return ask('iam:SimulatePrincipalPolicy', async () => {
    const decisions: string[] = [];
    const wanted = {
      PolicySourceArn: roleArn,
      ActionNames: [action],
      ResourceArns: [resource],
    };
    for await (const { EvaluationResults = [] } of paginateSimulatePrincipalPolicy(
      { client },
      wanted,
    ))
      for (const { EvalDecision = '' } of EvaluationResults) decisions.push(EvalDecision);
    return decisions.length > 0 && decisions.every((each) => each === 'allowed');
  });
}

/** No message of AWS: that it is not valid is said only to who may decode. */
const MADE_UP = 'launch-denied-doctor';

/** Asks STS itself whether the reader may decode. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
export async function askReaderRight({ sts }: AwsClients): Promise<Answer<boolean>> {
  const answer = await askAbout(DECODE_ACTION, 'InvalidAuthorizationMessageException', () =>
    sts.send(new DecodeAuthorizationMessageCommand({ EncodedMessage: MADE_UP })),
  );
  if (answer.kind === 'known') return known(true);
  return answer.because === 'not-permitted' ? known(false) : answer;
}
