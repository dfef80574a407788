import { stsDecoder } from '../../adapters/sts-decoder';
import type { DecodeAnswer } from '../../core/decoded/answer';
import { findEncodedMessage } from '../../core/message/encoded-message';
import { type StsStandIn, startSts } from '../../local/sts/stand-in';
import { startLoopback } from '../../local/wire/loopback';

const ACCOUNT = '111122223333';
const DECODED = JSON.stringify({ explicitDeny: false, context: { action: 'iam:PassRole' } });
const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
  AWS_MAX_ATTEMPTS: '1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
};

let sts: StsStandIn;
let asked: string[];
let isAllowed: boolean;
const before = { ...process.env };

beforeEach(async () => {
  asked = [];
  isAllowed = true;
  sts = await startSts(
    {
      accessKeyId: ENVIRONMENT.AWS_ACCESS_KEY_ID,
      session: 'launch-denied/function',
      accountIn: () => ACCOUNT,
      decide: () => (isAllowed ? 'allowed' : 'implicit-deny'),
    },
    ({ region }) => void asked.push(region),
  );
  Object.assign(process.env, ENVIRONMENT, { AWS_ENDPOINT_URL_STS: sts.url });
});

afterEach(async () => {
  await sts.stop();
  process.env = { ...before };
});

function message(account = ACCOUNT) {
  const encoded = sts.issue(DECODED.padEnd(2000), { account, region: 'eu-west-1', seed: 'one' });
  const long = encoded.length < 200 ? encoded.padEnd(204, 'A') : encoded;
  const found = findEncodedMessage(`Encoded authorization failure message: ${long}`);
  if (found.kind !== 'whole') throw new Error(`the message is ${found.kind}`);
  return found.encoded;
}

const decode = (region: string, options = {}): Promise<DecodeAnswer> =>
  stsDecoder('eu-west-1', options)(message(), region);

describe('stsDecoder', () => {
  test.each(['', 'ca-south-3r', 'evil.example/', 'us-east-1.evil.example', 'EU-WEST-1'])(
    'asks the home Region where %j is no Region',
    async (region) => {
      await decode(region);
      expect(asked).toEqual(['eu-west-1']);
    },
  );

  test('waits four seconds for an endpoint that hangs, and no longer', async () => {
    const silent = await startLoopback(() => new Promise(() => undefined));
    process.env['AWS_ENDPOINT_URL_STS'] = silent.url;
    expect(await decode('eu-west-1')).toMatchObject({ kind: 'unavailable', because: 'no-network' });
    await silent.stop();
  }, 9_000);

  test('names who may not decode', async () => {
    isAllowed = false;
    expect(await decode('us-east-1')).toEqual({
      kind: 'not-permitted',
      decoder: `arn:aws:sts::${ACCOUNT}:assumed-role/launch-denied/function`,
    });
  });

  test('calls a message of another account not valid, and asks nobody else', async () => {
    const foreign = stsDecoder('eu-west-1')(message('444455556666'), 'us-east-1');
    expect(await foreign).toEqual({ kind: 'not-valid' });
    expect(asked).toEqual(['us-east-1']);
  });

  test('falls back to the home Region where the other one gives no answer', async () => {
    sts.throttle(1);
    expect(await decode('us-east-1')).toMatchObject({ kind: 'decoded' });
  });

  test('does not fall back from a Region that was asked for', async () => {
    sts.throttle(1);
    expect(await decode('us-east-1', { onlyRegion: 'us-west-2' })).toMatchObject({
      kind: 'unavailable',
      because: 'throttled',
    });
  });

  test('decodes in the Region of the event', async () => {
    const answer = await decode('us-east-1');
    expect(answer.kind === 'decoded' && JSON.parse(answer.text)).toEqual(JSON.parse(DECODED));
    expect(asked).toEqual(['us-east-1']);
  });
});
