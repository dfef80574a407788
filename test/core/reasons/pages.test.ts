import { readDecodedMessage } from '../../../core/decoded/decoded-message';
import { type ReasonCode, REASONS, reasonCode } from '../../../core/explain/reasons';
import { findEncodedMessage } from '../../../core/message/encoded-message';
import { readSentence } from '../../../core/message/sentence';
import { AWS_DOCUMENTATION } from '../../../core/reasons/aws-documentation';
import { isReasonCode } from '../../../core/reasons/page';
import { PAGES } from '../../../core/reasons/pages';

const CODES = Object.keys(REASONS).filter(isReasonCode);
const DENIES = CODES.filter((code) => REASONS[code].verdict === 'explicit-deny');
const STATED = CODES.filter((code) => REASONS[code].policyType !== null);

test('no page is left over from a code that is gone', () => {
  expect(Object.keys(PAGES).toSorted()).toEqual([...CODES].toSorted());
});

test.each(DENIES)('%s proposes no Allow against the explicit deny', (code) => {
  const steps = PAGES[code].nextSteps.map(([, step]) => step).join('. ');
  expect(steps).not.toMatch(/\b(allow|add|grant)\b/i);
});

test.each(CODES)('%s invents its names and accounts', (code) => {
  const accounts = PAGES[code].example.match(/\b\d{12}\b/g) ?? [];
  expect(['111122223333', '444455556666']).toEqual(expect.arrayContaining(accounts));
});

test.each(CODES)('%s says what it means in two to four sentences', (code) => {
  const sentences = PAGES[code].meaning.match(/\.(?= |$)/g) ?? [];
  expect(sentences.length).toBeGreaterThanOrEqual(2);
  expect(sentences.length).toBeLessThanOrEqual(4);
});

test.each(CODES)('%s has next steps that begin as a command and end open', (code) => {
  expect(PAGES[code].nextSteps.length).toBeGreaterThan(1);
  for (const [, step] of PAGES[code].nextSteps) expect(step).toMatch(/^[a-z].*[^.]$/);
});

test.each<ReasonCode>([...STATED, 'EXPLICIT_DENY'])(
  '%s has an example that is read as this reason',
  (code) => {
    const sentence = readSentence(PAGES[code].example);
    expect(reasonCode(sentence?.verdict ?? 'undetermined', sentence?.policyType ?? null)).toBe(
      code,
    );
  },
);

test('NO_ALLOW has the example of a decoded message', () => {
  const decoded = readDecodedMessage(JSON.parse(PAGES.NO_ALLOW.example));
  expect(decoded).toMatchObject({ explicitDeny: false, matchedStatements: [] });
});

test('CREDENTIALS_QUARANTINED has the example of the policy that AWS attaches', () => {
  expect(readSentence(PAGES.CREDENTIALS_QUARANTINED.example)).toMatchObject({
    verdict: 'explicit-deny',
    policyArn: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3',
  });
});

test('UNREADABLE has the example of a message that was cut', () => {
  expect(findEncodedMessage(PAGES.UNREADABLE.example).kind).toBe('cut');
});

test('NOT_STATED has an example without a sentence and without a message', () => {
  expect(readSentence(PAGES.NOT_STATED.example)?.verdict ?? null).toBeNull();
  expect(findEncodedMessage(PAGES.NOT_STATED.example).kind).toBe('absent');
});

test('every page of the AWS documentation is linked and has its own address', () => {
  const linked = CODES.flatMap((code) => PAGES[code].documentation);
  expect(new Set(linked)).toEqual(new Set(Object.keys(AWS_DOCUMENTATION)));
  const urls = Object.values(AWS_DOCUMENTATION).map(({ url }) => url);
  expect(new Set(urls).size).toBe(urls.length);
  for (const url of urls) expect(url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[^ ]+$/);
});
