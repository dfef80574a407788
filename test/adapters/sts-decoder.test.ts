import { stsDecoder } from '../../adapters/sts-decoder';
import type { DecodeAnswer } from '../../core/decoded/answer';
import { findEncodedMessage } from '../../core/message/encoded-message';
import { type StsStandIn, startSts } from '../../local/sts/stand-in';
import { startLoopback } from '../../local/wire/loopback';
import { escapeXml, xmlError, xmlResult } from '../../local/wire/xml';

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

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

const REPLIES = {
  decodes: xmlResult(
    NAMESPACE,
    'DecodeAuthorizationMessage',
    `<DecodedMessage>${escapeXml(DECODED)}</DecodedMessage>`,
  ),
  fails: xmlError(NAMESPACE, 503, 'ServiceUnavailable', 'no'),
  denies: xmlError(NAMESPACE, 403, 'AccessDenied', 'no'),
  'is not valid': xmlError(NAMESPACE, 400, 'InvalidAuthorizationMessageException', 'no'),
};

type Fate = keyof typeof REPLIES;

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

  /** STS that decides by the Region it is asked in. */
  async function between(fates: Readonly<Record<string, Fate>>) {
    const fate = () => fates[asked.at(-1) ?? ''] ?? 'decodes';
    const stand = await startLoopback(async ({ headers }) => {
      const region = /\/([a-z]+-[a-z]+-\d)\/sts\//.exec(headers['authorization'] ?? '')?.[1];
      asked.push(region ?? 'none');
      return REPLIES[fate()];
    });
    process.env['AWS_ENDPOINT_URL_STS'] = stand.url;
    const ask = stsDecoder('eu-west-1');
    return { ask: (region: string) => ask(message(), region), stop: () => stand.stop() };
  }

  test.each<[Fate, Fate, DecodeAnswer['kind']]>([
    ['fails', 'decodes', 'decoded'],
    ['fails', 'is not valid', 'unavailable'],
    ['fails', 'denies', 'unavailable'],
    ['denies', 'decodes', 'decoded'],
    ['denies', 'is not valid', 'not-permitted'],
    ['denies', 'fails', 'not-permitted'],
  ])('where the far Region %s and home %s, is %s', async (far, home, kind) => {
    const { ask, stop } = await between({ 'us-east-1': far, 'eu-west-1': home });
    expect((await ask('us-east-1')).kind).toBe(kind);
    expect(asked).toEqual(['us-east-1', 'eu-west-1']);
    await stop();
  });

  test('leaves a Region that failed alone for a while, and no other', async () => {
    const { ask, stop } = await between({ 'us-east-1': 'fails', 'us-west-2': 'denies' });
    for (const region of ['us-east-1', 'us-east-1', 'us-west-2', 'us-west-2'])
      expect((await ask(region)).kind).toBe('decoded');
    const far = asked.filter((region) => region !== 'eu-west-1');
    expect(far).toEqual(['us-east-1', 'us-west-2', 'us-west-2']);
    await stop();
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
