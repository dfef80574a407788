import * as fc from 'fast-check';
import { causeView } from '../../../../core/render/html/cause';
import { causesView } from '../../../../core/render/html/causes';
import { overviewView } from '../../../../core/render/html/overview';
import { withAccountName } from '../../../../core/account-name';
import { causesWith, causeWith, EXPLANATION, FACE, overviewWith, rowWith } from './sample';

/** Puts a text in the place of every text that comes from an event. */
function hostile<T>(model: T, text: string): T {
  const keep = new Set([
    'state',
    'span',
    'slot',
    'kind',
    'tool',
    'relation',
    'confidence',
    'verifiedBy',
    'unverified',
    'blockedBy',
    'status',
    'verdict',
    'policyType',
    'witnesses',
    'query',
    'moves',
    'history',
    'health',
    'from',
    'to',
    'Version',
    'Effect',
    'slots',
    'messageStatus',
  ]);
  const walk = (value: unknown, key: string): unknown => {
    if (keep.has(key)) return value;
    if (typeof value === 'string') return text;
    if (Array.isArray(value)) return value.map((each) => walk(each, ''));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, walk(each, name)]),
    );
  };
  return walk(model, '') as T;
}

const NAMED = rowWith({ accountName: 'payments' });
const TOP = { row: NAMED, denials: 1 };
const EXPLAINED = withAccountName(EXPLANATION, 'payments');
const PRINCIPAL = {
  principal: 'role/ci-runner',
  account: '444455556666',
  accountName: 'payments',
  denials: 1,
  causes: 1,
};

/** The tags of the page: what is left when texts and the values of attributes are taken out. */
function skeleton(html: string): string {
  return [...html.matchAll(/<\/?[a-z][^>]*>/g)]
    .map(([tag]) => tag.replace(/"[^"]*"/g, '""'))
    .join('');
}

describe('texts from an event', () => {
  const page = (text: string) =>
    [
      causesView(hostile(causesWith({ rows: [NAMED] }), text), FACE),
      causeView(hostile(causeWith({ explanation: EXPLAINED }), text), FACE),
      overviewView(hostile(overviewWith({ principals: [PRINCIPAL], causes: [TOP] }), text), FACE),
    ].join('');

  test('never become markup', () => {
    const plain = skeleton(page('x'));
    const texts = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        '`${1}`',
        '\u202e\u0000\u2028',
        '👩🏽‍🚀'.repeat(400),
      ),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const html = page(text);
        expect(skeleton(html)).toBe(plain);
        expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
        expect(html).not.toMatch(/href="(?!https:)/);
      }),
      { numRuns: 30 },
    );
  });
});
