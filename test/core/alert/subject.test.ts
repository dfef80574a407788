import fc from 'fast-check';
import { emailFor } from '../../../core/alert/email';
import { subjectFor } from '../../../core/alert/subject';
import type { Explanation } from '../../../core/contract';
import { explain } from '../../../core/explain/explain';

const explanationOf = (
  user: string,
  resource: string,
  verdict: 'implicit-deny' | 'explicit-deny',
) =>
  explain({
    decoded: null,
    stated: {
      principalArn: `arn:aws:iam::111122223333:user/${user}`,
      action: 'ec2:RunInstances',
      resource: `arn:aws:ec2:eu-west-1:111122223333:${resource}`,
      verdict,
      policyType: 'identity-based',
      policyArn: null,
      authorizationId: null,
    },
    requested: null,
    message: { status: 'absent', length: 0 },
  });

describe('subjectFor', () => {
  test('is the summary where it fits', () => {
    const explanation = {
      ...explanationOf('al', 'instance/*', 'explicit-deny'),
      summary: 'x'.repeat(99),
    };
    expect(subjectFor(explanation)).toBe('x'.repeat(99));
  });

  test('ends with the account where several might be meant', () => {
    const { event: _event, ...rest } = explanationOf('al', 'instance/*', 'explicit-deny');
    const event = { id: '', time: '', region: '', account: '444455556666' };
    const inHub = { ...event, homeAccount: '111122223333' };
    const named = { ...inHub, accountName: 'pay\u202ements' };
    const told = [event, inHub, named].map((each) =>
      subjectFor({ ...rest, summary: 'x'.repeat(60), event: each }).slice(60),
    );
    expect(told).toEqual(['', ', in 444455556666', ', in pay?ments']);
    expect(subjectFor({ ...rest, summary: 'x'.repeat(90), event: named })).toBe(
      'IAM user al may not perform ec2:RunInstances on instance/* (explicit deny), in pay?ments',
    );
  });

  test('names only the verdict where the summary is too long', () => {
    expect(subjectFor(explanationOf('alice', 'instance/*', 'implicit-deny'))).toBe(
      'IAM user alice may not perform ec2:RunInstances on instance/* (implicit deny)',
    );
  });

  test('shortens the longest name in its middle', () => {
    const user = 'the-user-of-the-nightly-build-of-the-data-platform';
    const subject = subjectFor(explanationOf(user, 'key-pair/bastion', 'implicit-deny'));
    expect(subject).toMatch(/^IAM user the-user-.*\.\.\..*-platform may not .* \(implicit deny\)$/);
    expect(subject).toHaveLength(99);
  });

  test('is printable ASCII of at most 99 characters for any name', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(name, name, (user, key) => {
        const subject = subjectFor(explanationOf(user, `key-pair/${key}`, 'implicit-deny'));
        expect(subject).toMatch(/^[ -~]{1,99}$/);
      }),
    );
  });

  test('cuts what has no word to shorten', () => {
    const words = 'a b '.repeat(60);
    const subject = subjectFor(explanationOf(words, 'instance/*', 'implicit-deny'));
    expect(subject).toHaveLength(99);
  });

  test('replaces what is not ASCII', () => {
    expect(subjectFor(explanationOf('zoë', 'instance/*', 'implicit-deny'))).toContain(
      'IAM user zo? may',
    );
  });
});

describe('emailFor', () => {
  const hostile = explanationOf('a\nBcc: x\u001b[31m\u202e', 'key-pair/<b>', 'explicit-deny');

  test('keeps what comes from an event on its line and inert', () => {
    const { subject, body } = emailFor(hostile);
    expect(subject).not.toMatch(/[^ -~]/);
    expect(body).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(body).toContain('a\\u000aBcc: x\\u001b[31m\\u202e');
  });

  test('leaves out facts that are not known', () => {
    const { body } = emailFor(hostile);
    expect(body).not.toMatch(/^(launch|event|account|time):/m);
    expect(body).not.toContain('null');
    expect(body).not.toContain('undefined');
  });

  test('shows the statement that the decoder lacks', () => {
    const explanation: Explanation = {
      ...hostile,
      encodedMessage: { status: 'not-permitted', length: 900 },
    };
    expect(emailFor(explanation).body).toContain(
      '{\n  "Effect": "Allow",\n  "Action": "sts:DecodeAuthorizationMessage",\n  "Resource": "*"\n}',
    );
  });
});
