import fc from 'fast-check';
import { attributesFor, attributesForMany } from '../../../core/alert/attributes';
import { chatFor } from '../../../core/alert/chat';
import { alertEmail } from '../../../core/alert/email';
import {
  type Alerts,
  chatMessage,
  digestChatMessage,
  digestEmailMessage,
  emailMessage,
  smsMessage,
} from '../../../core/alert/messages';
import { smsFor } from '../../../core/alert/sms';
import {
  alertOf,
  digestLine,
  digestMessage,
  hostileExplanation,
  sampleExplanation,
} from './sample';

const full = { privacy: 'full' } as const;

const alert = alertOf(sampleExplanation());
const others = (length: number, kind: 'new' | 'repeated' = 'new') =>
  Array.from({ length }, (_, at) =>
    alertOf(sampleExplanation(), { kind, fingerprint: `v1:${at}`, count: 1_000_000 }),
  );
const alerts = (length: number): Alerts => [alert, ...others(length - 1, 'repeated')];

const SUBJECT = /^[!-~][ -~]{0,98}$/;

describe('a message about one alert', () => {
  test('is what its face writes, with the attributes of its explanation', () => {
    const attributes = attributesFor(alert.explanation, full);
    expect(emailMessage([alert], full)).toEqual({ ...alertEmail(alert, full), attributes });
    expect(chatMessage([alert], full)).toEqual({
      subject: null,
      body: JSON.stringify(chatFor(alert, full)),
      attributes,
    });
    expect(smsMessage([alert], full)).toEqual({
      subject: null,
      body: smsFor(alert, full),
      attributes,
    });
  });
});

describe('a message about several alerts', () => {
  test('lists each value of each attribute once, so that filters of all their teams pass it', () => {
    const explanation = { ...alert.explanation, verdict: 'explicit-deny' } as const;
    const two: Alerts = [alert, alertOf(explanation), alert];
    for (const write of [emailMessage, chatMessage, smsMessage]) {
      const { attributes } = write(two, full);
      expect(Object.values(attributes).map(({ DataType }) => DataType)).toEqual(
        Array.from({ length: 7 }, () => 'String.Array'),
      );
      expect(attributes.verdict.StringValue).toBe('["implicit-deny","explicit-deny"]');
      expect(attributes.principal.StringValue).toBe('["ci-runner"]');
    }
  });

  test('says how many causes there are, in its subject or title', () => {
    const words = '481 causes of denied launches, 1 of them new, 480,000,001 denials';
    expect(emailMessage(alerts(481), full).subject).toBe(words);
    expect(chatMessage(alerts(481), full).body).toContain(`"title":"${words}"`);
    expect(smsMessage(alerts(481), full).body).toBe('481 causes of denied launches, 1 of them new');
    expect(smsMessage([alert, ...others(2)], full).body).toBe('3 new causes of denied launches');
  });

  test.each([2, 20, 600])('about %i has a subject and a text that SNS takes', (length) => {
    expect(emailMessage(alerts(length), full).subject).toMatch(SUBJECT);
    expect(smsMessage(alerts(length), full).body).toMatch(/^[ !-Z_a-z]{1,140}$/);
  });

  test('has a text within 140 characters, whatever its denials hold', () => {
    fc.assert(
      fc.property(hostileExplanation, hostileExplanation, (one, other) => {
        const { body } = smsMessage([alertOf(one), alertOf(other)], full);
        expect(body).toMatch(/^[ !-Z_a-z]{1,140}$/);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a message of a digest', () => {
  const explanations = new Map([['v1:a', alert.explanation]]);
  const digest = digestMessage([digestLine({ count: 1e15, before: 1e15 })], {}, explanations);

  test('has a subject that SNS takes, and none in chat', () => {
    expect(digestEmailMessage(digest, full).subject).toMatch(SUBJECT);
    expect(digestChatMessage(digest, full).subject).toBeNull();
  });

  test('has the attributes of the causes that it names', () => {
    const attributes = attributesForMany([alert.explanation], full);
    expect(digestEmailMessage(digest, full).attributes).toEqual(attributes);
    expect(digestChatMessage(digest, full).attributes).toEqual(attributes);
    expect(JSON.parse(digestChatMessage(digest, full).body)).toMatchObject({ source: 'custom' });
  });

  test('has empty lists where every explanation is lost', () => {
    const { attributes } = digestEmailMessage(digestMessage([digestLine()]), full);
    expect(new Set(Object.values(attributes).map(({ StringValue }) => StringValue))).toEqual(
      new Set(['[]']),
    );
  });
});
