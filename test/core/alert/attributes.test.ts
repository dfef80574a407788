import fc from 'fast-check';
import { withAccountName, withHome } from '../../../core/account-name';
import { ATTRIBUTES, attributesFor, attributesForMany } from '../../../core/alert/attributes';
import { foldedEmail } from '../../../core/alert/folded';
import { utf8Bytes } from '../../../core/alert/text-size';
import { publicExplanation } from '../../../core/alert/public-explanation';
import { alertOf, hostileExplanation, sampleExplanation } from './sample';

const full = { privacy: 'full' } as const;
const summary = { privacy: 'summary' } as const;

/** What SNS does with a filter policy of exact values. */
function passes(
  policy: Readonly<Record<string, readonly string[]>>,
  attributes: ReturnType<typeof attributesFor>,
): boolean {
  return Object.entries(policy).every(([name, allowed]) => {
    const attribute = Object.entries(attributes).find(([each]) => each === name)?.[1];
    if (attribute === undefined) return false;
    const values: unknown =
      attribute.DataType === 'String' ? [attribute.StringValue] : JSON.parse(attribute.StringValue);
    return Array.isArray(values) && values.some((value) => allowed.includes(String(value)));
  });
}

const TEAM = {
  principal: ['ci-runner'],
  accountId: ['111122223333'],
  region: ['us-east-2', 'eu-west-1'],
  verdict: ['implicit-deny'],
  policyType: ['identity-based'],
} as const;

const other = () => {
  const { event, ...rest } = sampleExplanation();
  return {
    ...rest,
    event: { id: '', time: '', account: '444455556666', region: event?.region ?? '' },
    principal: { kind: 'root', arn: null, name: null },
  } as const;
};

describe('attributesFor', () => {
  test('gives "none" for what is not known', () => {
    const { event, launch, ...rest } = sampleExplanation();
    expect([event?.region, launch?.region]).toEqual(['us-east-2', 'us-east-2']);
    const attributes = attributesFor(
      {
        ...rest,
        action: null,
        policyType: null,
        principal: { kind: 'root', arn: null, name: null },
      },
      full,
    );
    expect(Object.values(attributes).map(({ StringValue }) => StringValue)).toEqual([
      'implicit-deny',
      'none',
      'none',
      'none',
      'none',
      'none',
      'IDENTITY_BASED_POLICY_NO_ALLOW',
    ]);
  });

  test('withholds what names somebody', () => {
    const { principal, accountId, region, action } = attributesFor(sampleExplanation(), summary);
    expect([principal, accountId, region, action].map(({ StringValue }) => StringValue)).toEqual([
      'withheld',
      'withheld',
      'us-east-2',
      'iam:PassRole',
    ]);
  });

  test('lets a filter policy of five keys pass what it asks for', () => {
    expect(Object.keys(TEAM)).toHaveLength(5);
    expect(passes(TEAM, attributesFor(sampleExplanation(), full))).toBe(true);
    expect(passes(TEAM, attributesFor(other(), full))).toBe(false);
  });

  test('takes the account from the ARN and the Region from the launch without an event', () => {
    const { event, ...rest } = sampleExplanation();
    expect(event?.account).toBe('111122223333');
    expect(passes(TEAM, attributesFor(rest, full))).toBe(true);
  });

  test('tells a member account by its number, whatever people call it', () => {
    const { accountId } = attributesFor(withAccountName(other(), 'payments'), full);
    expect(accountId.StringValue).toBe('444455556666');
    expect(attributesForMany([withAccountName(other(), 'payments')], full).accountId).toEqual({
      DataType: 'String.Array',
      StringValue: '["444455556666"]',
    });
  });

  test('names a permission set, whose role nobody knows', () => {
    const explanation = sampleExplanation();
    const principal = { ...explanation.principal, permissionSet: 'Developer' };
    expect(attributesFor({ ...explanation, principal }, full).principal.StringValue).toBe(
      'Developer',
    );
  });

  test('is what SNS takes, whatever a denial holds', () => {
    fc.assert(
      fc.property(hostileExplanation, fc.constantFrom(full, summary), (explanation, options) => {
        const attributes = attributesFor(explanation, options);
        expect(Object.keys(attributes)).toEqual(ATTRIBUTES);
        for (const { StringValue } of Object.values(attributes)) {
          expect(StringValue).toMatch(/^[^\ud800-\udfff\u0000-\u001f\u202e]{1,256}$/);
        }
      }),
    );
  });
});

describe('attributesForMany', () => {
  test('has each value once, and passes to each team that one cause is for', () => {
    const attributes = attributesForMany([other(), sampleExplanation(), sampleExplanation()], full);
    expect(attributes.accountId).toEqual({
      DataType: 'String.Array',
      StringValue: '["444455556666","111122223333"]',
    });
    expect(passes(TEAM, attributes)).toBe(true);
    expect(attributes.reason.StringValue).toBe('["IDENTITY_BASED_POLICY_NO_ALLOW"]');
  });

  test('passes a message of several accounts of a hub to no filter by one of them', () => {
    const member = withHome(other(), '111122223333');
    const { accountId } = attributesForMany([member, sampleExplanation()], full);
    expect(accountId.StringValue).toBe('["several"]');
    expect(attributesForMany([member, member], full).accountId.StringValue).toBe(
      '["444455556666"]',
    );
    const withheld = attributesForMany([member, sampleExplanation()], summary);
    expect(withheld.accountId.StringValue).toBe('["withheld"]');
  });

  test('keeps a message of 500 hostile causes within 256 KiB', () => {
    const explanations = Array.from({ length: 500 }, (_, at) => {
      const explanation = sampleExplanation();
      const name = `${at}${'語\u0001'.repeat(200)}`;
      return {
        ...explanation,
        action: name,
        summary: name,
        principal: { ...explanation.principal, name },
        event: { id: name, time: name, region: name, account: name, accountName: name },
      };
    });
    const attributes = attributesForMany(explanations, full);
    const alerts = explanations.map((each, at) =>
      alertOf(each, { fingerprint: `v1:${at}:${'x'.repeat(500)}` }),
    );
    const { body } = foldedEmail(alerts, full);
    const names = Object.entries(attributes).flatMap(([name, { DataType, StringValue }]) => [
      name,
      DataType,
      StringValue,
    ]);
    expect(utf8Bytes([body, ...names].join(''))).toBeLessThan(256 * 1_024);
    expect(body).not.toContain('and ');
    expect(publicExplanation(explanations[0] ?? sampleExplanation()).action).toBeNull();
  });
});
