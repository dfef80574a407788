import { randomBytes } from 'node:crypto';
import type { Email } from '../../core/alert/email';
import { Failure } from '../../core/failure';
import type { DecodeAnswer } from '../../core/decoded/answer';
import { handleItem, type Ports, type Remembered } from '../../core/pipeline';

const ENCODED = randomBytes(450).toString('base64url');
const ARN = 'arn:aws:iam::111122223333:user/alice';
const SENTENCE = `You are not authorized to perform this operation. User: ${ARN} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:key-pair/k because no identity-based policy allows the ec2:RunInstances action.`;

const record = (fields: object = {}) => ({
  eventID: 'e-1',
  eventName: 'RunInstances',
  eventSource: 'ec2.amazonaws.com',
  awsRegion: 'eu-west-1',
  errorCode: 'Client.UnauthorizedOperation',
  errorMessage: `${SENTENCE} Encoded authorization failure message: ${ENCODED}`,
  ...fields,
});

const DECODED = JSON.stringify({
  allowed: false,
  explicitDeny: true,
  matchedStatements: { items: [] },
  context: { principal: { id: 'AIDA', arn: ARN }, action: 'RunInstances', resource: 'x' },
});

/** Ports that write down what reaches them; each answer can be replaced. */
function world(answers: { decode?: DecodeAnswer; alerted?: boolean; publish?: Error } = {}) {
  const seen = {
    asked: [] as unknown[],
    remembered: [] as Remembered[],
    mails: [] as Email[],
    marked: [] as string[],
  };
  const ports: Ports = {
    decode: async (message, region) => {
      seen.asked.push([message, region]);
      return answers.decode ?? { kind: 'decoded', text: DECODED };
    },
    remember: async (denial) => {
      seen.remembered.push(denial);
      return { alerted: answers.alerted ?? false };
    },
    publish: async (email) => {
      if (answers.publish) throw answers.publish;
      seen.mails.push(email);
    },
    markAlerted: async (eventId) => void seen.marked.push(eventId),
    simulate: null,
  };
  return { ports, ...seen };
}

const handle = (value: unknown, ports: Ports, isLastTry = false) =>
  handleItem(typeof value === 'string' ? value : JSON.stringify(value), ports, isLastTry);

describe('handleItem', () => {
  test.each(['', 'not JSON', '{}', '{"Records":[]}', 'null', '[]'])(
    'refuses an item that is no CloudTrail event: %j',
    async (body) => {
      await expect(handle(body, world().ports)).rejects.toMatchObject({
        name: 'Failure',
        code: 'NOT_A_RECORD',
        message: expect.stringContaining(
          `the item is not a CloudTrail event: ${JSON.stringify(body)}; allowed are`,
        ),
      });
    },
  );

  test('quotes only the beginning of a long item that is no event', async () => {
    const refused: unknown = await handle('x'.repeat(5000), world().ports).catch((e: unknown) => e);
    expect(refused).toBeInstanceOf(Failure);
    expect(String(refused).length).toBeLessThan(500);
  });

  test('refuses a denial that has no eventID', async () => {
    const { ports, remembered } = world();
    await expect(handle(record({ eventID: null }), ports)).rejects.toThrow(
      'the denied event has no eventID, so it cannot be stored once',
    );
    expect(remembered).toEqual([]);
  });

  test('ignores launches that were not denied, whether or not they carry an id', async () => {
    const { ports, asked, remembered, mails } = world();
    const dry = record({ errorCode: 'Client.DryRunOperation' });
    expect(await handle(dry, ports)).toEqual([
      { kind: 'ignored', eventId: 'e-1', errorCode: 'Client.DryRunOperation' },
    ]);
    expect(await handle(record({ errorCode: null, eventID: null }), ports)).toEqual([
      { kind: 'ignored', eventId: null, errorCode: null },
    ]);
    expect([asked, remembered, mails]).toEqual([[], [], []]);
  });

  test('decodes in the Region of the event, remembers, alerts and marks', async () => {
    const { ports, asked, remembered, mails, marked } = world();
    const [outcome] = await handle({ detail: record() }, ports);
    expect(outcome).toMatchObject({
      kind: 'alerted',
      eventId: 'e-1',
      explanation: {
        verdict: 'explicit-deny',
        encodedMessage: { status: 'decoded', length: ENCODED.length },
        witnesses: { verdict: 'decoded' },
      },
    });
    expect(asked).toEqual([[ENCODED, 'eu-west-1']]);
    expect(remembered).toEqual([{ eventId: 'e-1', explanation: outcome?.explanation }]);
    expect(mails).toHaveLength(1);
    expect(marked).toEqual(['e-1']);
  });

  test('stays silent about an event that was alerted before', async () => {
    const { ports, mails, marked } = world({ alerted: true });
    const outcomes = await handle(record(), ports);
    expect(outcomes).toMatchObject([{ kind: 'repeated', eventId: 'e-1', explanation: {} }]);
    expect([mails, marked]).toEqual([[], []]);
  });

  test('does not mark a denial whose alert could not be published', async () => {
    const { ports, remembered, marked } = world({ publish: new Error('no topic') });
    await expect(handle(record(), ports)).rejects.toThrow('no topic');
    expect(remembered).toHaveLength(1);
    expect(marked).toEqual([]);
  });

  test.each([
    ['truncated', `${SENTENCE} Encoded authorization failure message: ${ENCODED}...`],
    ['damaged', `${SENTENCE} Encoded authorization failure message: ${ENCODED}=`],
    ['absent', SENTENCE],
  ])('never asks STS about a message that is %s', async (status, errorMessage) => {
    const { ports, asked, mails } = world();
    const [outcome] = await handle(record({ errorMessage }), ports);
    expect(outcome?.explanation).toMatchObject({
      encodedMessage: { status },
      verdict: 'implicit-deny',
      witnesses: { verdict: 'stated' },
    });
    expect(asked).toEqual([]);
    expect(mails).toHaveLength(1);
  });

  test.each<[DecodeAnswer, object]>([
    [{ kind: 'not-valid' }, { status: 'not-valid', length: ENCODED.length }],
    [
      { kind: 'not-permitted', decoder: null },
      { status: 'not-permitted', length: ENCODED.length },
    ],
    [
      { kind: 'not-permitted', decoder: ARN },
      { status: 'not-permitted', length: ENCODED.length, decoder: ARN },
    ],
  ])('explains from the other witnesses when STS answers %j', async (decode, encodedMessage) => {
    const { ports, mails } = world({ decode });
    const [outcome] = await handle(record(), ports);
    expect(outcome?.explanation?.encodedMessage).toEqual(encodedMessage);
    expect(outcome?.explanation?.verdict).toBe('implicit-deny');
    expect(mails).toHaveLength(1);
  });

  test('tries again while STS is out of reach, and explains without it on the last try', async () => {
    const cause = new Error('socket hang up');
    const { ports, mails } = world({
      decode: { kind: 'unavailable', because: 'throttled', cause },
    });
    await expect(handle(record(), ports)).rejects.toMatchObject({
      code: 'STS_UNAVAILABLE',
      message: 'STS is out of reach (throttled); the item is tried again',
      cause,
    });
    expect(mails).toEqual([]);
    const [outcome] = await handle(record(), ports, true);
    expect(outcome?.explanation?.encodedMessage.status).toBe('offline');
    expect(mails).toHaveLength(1);
  });

  test('takes a decoded text that is no JSON as no witness', async () => {
    const { ports } = world({ decode: { kind: 'decoded', text: 'none' } });
    const [outcome] = await handle(record(), ports);
    expect(outcome?.explanation?.witnesses['verdict']).toBe('stated');
  });

  test('asks without a Region where the record names none', async () => {
    const { ports, asked } = world();
    await handle(record({ awsRegion: null }), ports);
    expect(asked).toEqual([[ENCODED, '']]);
  });

  test('takes every record of an item in turn', async () => {
    const { ports } = world();
    const item = { Records: [record(), record({ eventID: 'e-2', errorCode: null })] };
    expect((await handle(item, ports)).map(({ kind, eventId }) => [kind, eventId])).toEqual([
      ['alerted', 'e-1'],
      ['ignored', 'e-2'],
    ]);
  });
});
