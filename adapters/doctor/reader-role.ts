// doctor → [reader role] → IAM: the role that the functions of the hub assume in a member account.
import { GetRoleCommand } from '@aws-sdk/client-iam';
import type { Answer } from '../../core/doctor/check';
import type { ReaderRole } from '../../core/doctor/reader-role';
import { askAbout } from './ask';
import type { AwsClients } from './clients';

/** Null is a role that does not exist. IAM writes policies as in an address. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
export function askReaderRole(
  { iam }: AwsClients,
  name: string,
): Promise<Answer<ReaderRole | null>> {
  return askAbout('iam:GetRole', 'NoSuchEntityException', async () => {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: name }));
    const { Arn: arn = '', AssumeRolePolicyDocument: trust = '' } = Role ?? {};
    return { name, arn, trust: decodeURIComponent(trust) };
  });
}
