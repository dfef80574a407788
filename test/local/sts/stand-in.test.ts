import { deflateRawSync } from 'node:zlib';
import {
  DecodeAuthorizationMessageCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  InvalidAuthorizationMessageException,
  STSClient,
} from '@aws-sdk/client-sts';
import * as fc from 'fast-check';
import type { Decision } from '../../../local/policy/evaluate';
import { type StsStandIn, startSts } from '../../../local/sts/stand-in';
import type { AwsCall } from '../../../local/wire/endpoint';

const ACCOUNT = '111122223333';
const ARN = `arn:aws:sts::${ACCOUNT}:assumed-role/explain-role/explain`;
const REGION = 'us-east-2';
const HOME = { account: ACCOUNT, region: REGION };
const DECODED = JSON.stringify({
  allowed: false,
  explicitDeny: false,
  matchedStatements: { items: [] },
  context: { action: 'iam:PassRole', resource: `arn:aws:iam::${ACCOUNT}:role/web & <"'>é` },
});

let decision: Decision;
let calls: AwsCall[];
let sts: StsStandIn;

beforeEach(async () => {
  decision = 'allowed';
  calls = [];
  const caller = {
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    session: 'explain-role/explain',
    accountIn: (partition: string) => (partition === 'aws-cn' ? '333344445555' : ACCOUNT),
    decide: () => decision,
  };
  sts = await startSts(caller, (call) => calls.push(call));
});

afterEach(() => sts.stop());

function client(region = REGION, accessKeyId = 'ASIAIOSFODNN7EXAMPLE'): STSClient {
  const credentials = { accessKeyId, secretAccessKey: 'secret', sessionToken: 'session' };
  return new STSClient({ endpoint: sts.url, region, credentials });
}

async function decode(EncodedMessage: string, region = REGION) {
  return (await client(region).send(new DecodeAuthorizationMessageCommand({ EncodedMessage })))
    .DecodedMessage;
}

describe('the stand-in refuses', () => {
  const message = () => sts.issue(DECODED, HOME);
  const flip = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

  test.each<[string, () => string]>([
    ['a cut message', () => message().slice(0, 200)],
    ['a message cut as CloudTrail does', () => `${message().slice(0, 200)}...`],
    ['an altered message', () => flip(message())],
    ['a line-wrapped message', () => message().replace(/.{76}/g, '$&\n')],
    ['a message with padding', () => `${message()}=`],
    ['a lower-cased message', () => message().toLowerCase()],
    [
      'a message of another account',
      () => sts.issue(DECODED, { ...HOME, account: '444455556666' }),
    ],
    ['a message of another partition', () => sts.issue(DECODED, { ...HOME, region: 'cn-north-1' })],
    ['a text that never was a message', () => 'A'.repeat(500)],
    ['a single character', () => 'A'],
  ])('%s', async (_name, damaged) => {
    const refusal = await decode(damaged()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidAuthorizationMessageException);
    expect(refusal).toMatchObject({ message: 'Message is not valid', $metadata: { attempts: 1 } });
  });

  test('a caller whose role policy does not allow the action, in the real words', async () => {
    decision = 'implicit-deny';
    await expect(decode(message())).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: ${ARN} is not authorized to perform: sts:DecodeAuthorizationMessage because no identity-based policy allows the sts:DecodeAuthorizationMessage action`,
      $metadata: { httpStatusCode: 403 },
    });
  });

  test('one message, as if the caller lacked the permission', async () => {
    const withheld = sts.issue(DECODED, { ...HOME, seed: 'withheld' });
    sts.withholdPermission(withheld);
    await expect(decode(withheld)).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(decode(message())).resolves.toBe(DECODED);
  });

  test('a caller it does not know', async () => {
    const request = new GetCallerIdentityCommand({});
    await expect(client(REGION, 'ASIASOMEBODYELSE').send(request)).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
    expect(calls).toEqual([]);
  });

  test('a request without a signature', async () => {
    const answer = await fetch(sts.url, { method: 'POST', body: 'Action=GetCallerIdentity' });
    expect(answer.status).toBe(403);
  });

  test('a message longer than the API takes', async () => {
    await expect(decode('A'.repeat(10_241))).rejects.toMatchObject({ name: 'ValidationError' });
  });

  test('a request without a message', async () => {
    const command = new DecodeAuthorizationMessageCommand({ EncodedMessage: undefined });
    await expect(client().send(command)).rejects.toMatchObject({ name: 'ValidationError' });
  });

  test('an action it does not know', async () => {
    await expect(client().send(new GetSessionTokenCommand({}))).rejects.toMatchObject({
      name: 'InvalidAction',
    });
  });
});

describe('the stand-in', () => {
  test('throttles as often as told, and the SDK tries again', async () => {
    sts.throttle(1);
    await expect(decode(sts.issue(DECODED, HOME))).resolves.toBe(DECODED);
    expect(calls.map(({ status }) => status)).toEqual([400, 200]);
  });

  test('decodes in any Region of the partition', async () => {
    await expect(decode(sts.issue(DECODED, HOME), 'eu-west-1')).resolves.toBe(DECODED);
  });

  test('decodes the messages of another partition for the account of the deployment there', async () => {
    const chinese = sts.issue(DECODED, { account: '333344445555', region: 'cn-north-1' });
    await expect(decode(chinese, 'cn-northwest-1')).resolves.toBe(DECODED);
    await expect(decode(chinese)).rejects.toThrow('Message is not valid');
  });

  test('tells who the caller is without a permission', async () => {
    decision = 'implicit-deny';
    await expect(client().send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({
      Arn: ARN,
      Account: ACCOUNT,
    });
  });

  test('records each call with its action, its Region and its end', async () => {
    await decode(sts.issue(DECODED, HOME));
    expect(calls).toEqual([
      {
        by: 'explain',
        account: ACCOUNT,
        action: 'sts:DecodeAuthorizationMessage',
        resource: '*',
        region: REGION,
        decision: 'allowed',
        status: 200,
      },
    ]);
  });
});

describe('an encoded message', () => {
  test('has the alphabet and the length of a real one', () => {
    fc.assert(
      fc.property(fc.json(), (decoded) => {
        const message = sts.issue(decoded, HOME);
        const around = Buffer.from(message, 'base64url').length - deflateRawSync(decoded).length;
        expect(message).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(message.length % 4).not.toBe(1);
        expect(around).toBeGreaterThanOrEqual(81);
        expect(around).toBeLessThanOrEqual(87);
      }),
    );
  });

  test('is the same for the same seed and differs from its beginning for another', () => {
    const one = sts.issue(DECODED, { ...HOME, seed: 'one' });
    expect(sts.issue(DECODED, { ...HOME, seed: 'one' })).toBe(one);
    expect(sts.issue(DECODED, { ...HOME, seed: 'two' }).slice(0, 16)).not.toBe(one.slice(0, 16));
  });
});
