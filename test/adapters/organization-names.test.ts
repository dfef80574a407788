import * as v from 'valibot';
import { organizationNames } from '../../adapters/organization-names';
import { jsonError, jsonResult } from '../../local/wire/json';
import { type Reply, startLoopback } from '../../local/wire/loopback';

const request = v.strictObject({ NextToken: v.optional(v.string()) });
const ORGANIZATION = 'arn:aws:organizations::111122223333:account/o-a1b2c3d4e5';
const CREDENTIALS = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'an-invented-secret' };

async function namesWhere(answer: (asked: v.InferOutput<typeof request>) => Reply) {
  const organizations = await startLoopback(async ({ headers, body }) => {
    expect(headers['x-amz-target']).toBe('AWSOrganizationsV20161128.ListAccounts');
    return answer(v.parse(request, JSON.parse(body)));
  });
  const { url: endpoint } = organizations;
  const connection = { region: 'eu-west-1', endpoint, credentials: CREDENTIALS };
  return organizationNames(connection).finally(() => organizations.stop());
}

const refusing = (code: string, message = code) =>
  namesWhere(() => jsonError('1.1', 400, code, message));

describe('organizationNames', () => {
  test('throws what is neither an answer nor a refusal', async () => {
    await expect(refusing('InvalidInputException')).rejects.toMatchObject({
      name: 'InvalidInputException',
    });
  });

  test('tells who may not list the accounts, where AWS names them', async () => {
    expect(await refusing('AccessDeniedException', "You don't have permissions.")).toEqual({
      kind: 'not-permitted',
      principal: null,
    });
    const principal = 'arn:aws:sts::111122223333:assumed-role/oncall/me';
    const sentence = `User: ${principal} is not authorized to perform: organizations:ListAccounts on resource: * because no identity-based policy allows the organizations:ListAccounts action`;
    expect(await refusing('AccessDeniedException', sentence)).toEqual({
      kind: 'not-permitted',
      principal,
    });
  });

  test('tells an account that is in no organization', async () => {
    expect(await refusing('AWSOrganizationsNotInUseException')).toEqual({
      kind: 'no-organization',
    });
  });

  test('tells credentials that are not there', async () => {
    const environment = { ...process.env };
    Object.assign(process.env, {
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    });
    const answer = await organizationNames({ region: 'eu-west-1', profile: 'nobody' });
    process.env = environment;
    expect(answer).toEqual({ kind: 'no-credentials' });
  });

  test('reads all pages, also an empty one, and leaves out accounts without a name', async () => {
    const account = (Id: string, Name?: string, State = 'ACTIVE') => ({
      Arn: `${ORGANIZATION}/${Id}`,
      Id,
      Name,
      State,
    });
    const pages = [
      [account('111122223333', 'home'), account('444455556666', 'payments')],
      [],
      [
        account('777788889999'),
        account('999900001111', '  '),
        account('no number', 'x'),
        account('555566667777', 'closed', 'SUSPENDED'),
        account('222233334444', 'y'.repeat(65)),
        account('333344445555', 'R&D <b>'),
      ],
    ];
    const answer = await namesWhere(({ NextToken = '0' }) => {
      const at = Number(NextToken);
      return jsonResult('1.1', {
        Accounts: pages[at],
        ...(at < 2 && { NextToken: String(at + 1) }),
      });
    });
    expect(answer).toEqual({
      kind: 'listed',
      names: new Map([
        ['111122223333', 'home'],
        ['444455556666', 'payments'],
        ['333344445555', 'R&D <b>'],
      ]),
    });
  });
});
