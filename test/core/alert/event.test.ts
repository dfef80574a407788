import fc from 'fast-check';
import * as v from 'valibot';
import { eventFor, LARGEST_ENTRY } from '../../../core/alert/event';
import { utf8Bytes } from '../../../core/alert/text-size';
import { explanation as contract, type Explanation } from '../../../core/contract';
import { alertOf, hostileExplanation, sampleExplanation } from './sample';

const full = { privacy: 'full' } as const;

const detail = v.strictObject({
  schemaVersion: v.literal(1),
  fingerprint: v.string(),
  alert: v.picklist(['new', 'repeated', 'regressed']),
  count: v.number(),
  explanation: contract,
  truncated: v.optional(v.literal(true)),
});

function detailOf(explanation: Explanation) {
  const entry = eventFor(alertOf(explanation), full);
  expect(utf8Bytes(Object.values(entry).join(''))).toBeLessThanOrEqual(LARGEST_ENTRY);
  return v.parse(detail, JSON.parse(entry.Detail));
}

const long = 'x'.repeat(300_000);

describe('eventFor', () => {
  test('leaves the policy for the launch out first', () => {
    const explanation = sampleExplanation();
    const suggestions = explanation.suggestions.map((each) => ({
      ...each,
      launchPolicy: { Version: '2012-10-17' as const, Statement: [] },
      launchPolicyAssumes: [long],
    }));
    const { truncated, explanation: kept } = detailOf({ ...explanation, suggestions });
    expect(truncated).toBe(true);
    expect(kept.suggestions[0]?.statement).toEqual(explanation.suggestions[0]?.statement);
    expect(kept.suggestions[0]).not.toHaveProperty('launchPolicy');
    expect(kept.context).toEqual(explanation.context);
  });

  test('leaves the request context out next', () => {
    const explanation = sampleExplanation();
    const { explanation: kept } = detailOf({
      ...explanation,
      context: [{ key: 'k', values: [long] }],
    });
    expect(kept.context).toEqual([]);
    expect(kept.launchPairs).toEqual(explanation.launchPairs);
  });

  test('leaves suggestions and pairs out, and at last every name', () => {
    const explanation = sampleExplanation();
    const pair = { action: long, resource: 'r', resourceType: 't', state: 'missing' } as const;
    const { explanation: kept } = detailOf({ ...explanation, launchPairs: [pair] });
    expect([kept.launchPairs, kept.principal.name]).toEqual([[], 'ci-runner']);
    expect(detailOf({ ...explanation, detail: long }).explanation.principal.name).toBeNull();
  });

  test('holds the whole explanation as a rule', () => {
    const explanation = sampleExplanation();
    expect(detailOf(explanation)).toEqual({
      schemaVersion: 1,
      fingerprint: alertOf(explanation).fingerprint,
      alert: 'new',
      count: 1,
      explanation,
    });
  });

  test('is never an event of CloudTrail, which our own rule takes', () => {
    const { Source, DetailType } = eventFor(alertOf(sampleExplanation()), full);
    expect(Source).not.toMatch(/^aws\./);
    expect(DetailType).not.toMatch(/CloudTrail/);
  });

  test('keeps the contract whatever a denial holds', () => {
    fc.assert(
      fc.property(hostileExplanation, (explanation) => {
        expect(detailOf(explanation).explanation).toEqual(JSON.parse(JSON.stringify(explanation)));
      }),
    );
  });
});
