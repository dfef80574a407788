import { inspect } from 'node:util';
import { type Reader, readerRole } from '../../../adapters/reader-role';
import { type Loopback, startLoopback } from '../../../local/wire/loopback';
import { xmlError, xmlResult } from '../../../local/wire/xml';
import { HUB, Organization, PAYMENTS, REGION, ROLE_NAME, SEARCH } from './organization';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const SECRET = 'wJalrXUtnFEMIinventedSecretOfAReader';
const before = { ...process.env };

let organization: Organization;
beforeEach(async () => {
  organization = new Organization();
  await organization.start();
});
afterEach(async () => {
  await organization.stop();
  process.env = { ...before };
});

const ask = (account = PAYMENTS, partition = 'aws'): Promise<Reader> =>
  readerRole({ homeRegion: REGION, partition, roleName: ROLE_NAME })(account);

/** Answers each call of STS in place of the organization. */
async function against(
  answer: Parameters<typeof startLoopback>[0],
  test: (sts: Loopback) => Promise<void>,
): Promise<void> {
  const sts = await startLoopback(answer);
  process.env['AWS_ENDPOINT_URL_STS'] = sts.url;
  await test(sts).finally(() => sts.stop());
}

describe('readerRole', () => {
  test('is refused where there is no role', async () => {
    expect(await ask()).toEqual({ kind: 'refused' });
    expect(organization.told()).toEqual([`sts:AssumeRole ${HUB} ${REGION} 403 allowed`]);
  });

  test('is refused by a role that trusts somebody else', async () => {
    organization.deploy(PAYMENTS, 'explain-of-another-stack');
    expect(await ask()).toEqual({ kind: 'refused' });
  });

  test('is refused by the own policy where the role is of another partition', async () => {
    organization.deploy(PAYMENTS);
    expect(await ask(PAYMENTS, 'aws-cn')).toEqual({ kind: 'refused' });
  });

  test.each(['AccessDenied', 'AccessDeniedException', 'RegionDisabledException'])(
    'is refused where STS says %s',
    (code) =>
      against(
        async () => xmlError(NAMESPACE, 403, code, 'no'),
        async () => expect(await ask()).toEqual({ kind: 'refused' }),
      ),
  );

  test.each([
    ['Throttling', 400, 'throttled'],
    ['ExpiredToken', 403, 'credentials-refused'],
    ['InternalFailure', 500, 'fault'],
    ['ValidationError', 400, 'fault'],
  ])('finds STS out of reach where it says %s', (code, status, because) =>
    against(
      async () => xmlError(NAMESPACE, status, code, 'no'),
      async () => {
        const cause = new Error(
          `arn:aws:iam::${PAYMENTS}:role/${ROLE_NAME} could not be assumed: ${code}`,
        );
        expect(await ask()).toEqual({ kind: 'unavailable', because, cause });
      },
    ),
  );

  test('finds STS out of reach where nobody listens', async () => {
    process.env['AWS_ENDPOINT_URL_STS'] = 'http://127.0.0.1:1';
    expect(await ask()).toMatchObject({ kind: 'unavailable' });
  });

  test(
    'waits for an endpoint that hangs six seconds, and no longer',
    () =>
      against(
        () => new Promise(() => undefined),
        async () => {
          const started = Date.now();
          expect(await ask()).toMatchObject({ kind: 'unavailable', because: 'no-network' });
          expect(Date.now() - started).toBeLessThan(8_000);
        },
      ),
    10_000,
  );

  test.each([
    ['is cut off', `<Credentials><SecretAccessKey>${SECRET}</SecretAccessKey><SessionT`],
    ['lacks a part', `<Credentials><SecretAccessKey>${SECRET}</SecretAccessKey></Credentials>`],
    [
      'has no time',
      `<Credentials><AccessKeyId>A</AccessKeyId><SecretAccessKey>${SECRET}</SecretAccessKey><SessionToken>t</SessionToken><Expiration>soon</Expiration></Credentials>`,
    ],
    ['is empty', ''],
  ])('tells no credentials of an answer that %s', (_how, inner) =>
    against(
      async () => xmlResult(NAMESPACE, 'AssumeRole', inner),
      async () => {
        const reader = await ask();
        expect(reader).toMatchObject({ kind: 'unavailable', because: 'fault' });
        const told = inspect(reader, { depth: null, showHidden: true });
        expect(told).not.toContain(SECRET.slice(0, 12));
      },
    ),
  );

  test('asks for 15 minutes, under a name that CloudTrail shows', async () => {
    const bodies: string[] = [];
    await against(
      async ({ body }) => {
        bodies.push(body);
        return xmlError(NAMESPACE, 403, 'AccessDenied', 'no');
      },
      async () => void (await ask(SEARCH)),
    );
    const form = Object.fromEntries(new URLSearchParams(bodies[0]));
    expect(form).toMatchObject({
      Action: 'AssumeRole',
      RoleArn: `arn:aws:iam::${SEARCH}:role/${ROLE_NAME}`,
      RoleSessionName: 'launch-denied',
      DurationSeconds: '900',
    });
  });

  test('gives the credentials of the role', async () => {
    organization.deploy(PAYMENTS);
    expect(await ask()).toEqual({
      kind: 'assumed',
      credentials: {
        accessKeyId: expect.stringMatching(/^ASIA/),
        secretAccessKey: expect.any(String),
        sessionToken: expect.any(String),
        expiration: new Date('2026-11-20T09:29:00Z'),
      },
    });
    expect(organization.told()).toEqual([`sts:AssumeRole ${HUB} ${REGION}`]);
  });
});
