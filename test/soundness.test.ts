// Every suggested statement against the project's own evaluator: the request passes with it, its
// neighbours do not, and no element of it is idle.
import { join } from 'node:path';
import * as v from 'valibot';
import { explanation, type Explanation } from '../core/contract';
import { sizeOf } from '../core/forms/size';
import type { PolicyDocument, PolicyStatement, Suggestion } from '../core/suggestion';
import { type Case, readCases } from '../local/cases';
import { playCase } from '../local/golden';
import { type AuthorizationRequest, decide } from '../local/policy/decide';
import { readPolicy } from '../local/policy/policy';

const CASES = readCases(join(__dirname, '..', 'cases'));

interface Denied {
  readonly played: Case;
  readonly denial: Explanation;
}

/** What no decoded message prints, and every such request carries. */
const SURROUNDINGS: readonly (readonly [RegExp, string, (denial: Explanation) => string])[] = [
  [/^iam:PassRole$/, 'iam:passedtoservice', passedTo],
  [
    /^kms:/,
    'kms:viaservice',
    ({ resource }) => `ec2.${(resource ?? '').split(':')[3]}.amazonaws.com`,
  ],
  [/^kms:CreateGrant$/, 'kms:grantisforawsresource', () => 'true'],
  [
    /^iam:CreateServiceLinkedRole$/,
    'iam:awsservicename',
    ({ resource }) => (resource ?? '').split('/')[2] ?? '',
  ],
  [/./, 'aws:principalarn', ({ principal }) => ownArn(principal)],
];

function passedTo({ operation, principal }: Explanation): string {
  const suffix = principal.arn?.startsWith('arn:aws-cn:') ? '.cn' : '';
  return `${operation === 'RequestSpotFleet' ? 'spotfleet' : 'ec2'}.amazonaws.com${suffix}`;
}

function ownArn({ arn, roleArn }: Explanation['principal']): string {
  return (
    roleArn ?? (arn ?? '').replace(/:sts::(\d+):assumed-role\/([^/]+)\/.*/, ':iam::$1:role/$2')
  );
}

describe('suggestions', () => {
  const denials: Denied[] = [];
  const withStatement: (Denied & { statement: PolicyStatement; suggestion: Suggestion })[] = [];

  beforeAll(async () => {
    for (const played of CASES) {
      const { explanations } = await playCase(played);
      for (const each of explanations) {
        const whole = { ...Object(each), encodedMessage: { status: 'absent', length: 0 } };
        denials.push({ played, denial: v.parse(explanation, whole) });
      }
    }
    for (const denied of denials)
      for (const suggestion of denied.denial.suggestions)
        if (suggestion.statement !== undefined)
          withStatement.push({ ...denied, suggestion, statement: suggestion.statement });
  });

  test('never add an Allow where AWS did not state an implicit deny', () => {
    const wrong = denials.filter(
      ({ denial }) =>
        denial.verdict !== 'implicit-deny' &&
        denial.suggestions.some(({ kind, statement }) => kind === 'add-allow' || statement),
    );
    expect(wrong.map(({ played }) => played.path)).toEqual([]);
  });

  test('always say something, and who must act', () => {
    const silent = denials.filter(
      ({ denial }) =>
        denial.reason.code !== 'EXCERPT_INCOMPLETE' &&
        (denial.suggestions.length === 0 ||
          denial.suggestions.some(({ who, what }) => !who || !what)),
    );
    expect(silent.map(({ played }) => played.path)).toEqual([]);
  });

  test('are policies that IAM takes', () => {
    for (const { suggestion, statement, played } of withStatement) {
      for (const policy of [documentOf([statement]), suggestion.launchPolicy]) {
        if (policy === undefined) continue;
        // A placeholder is no ARN yet: what the reader puts there is.
        const filled: PolicyDocument = JSON.parse(
          JSON.stringify(policy).replace(
            /<ARN of[^>]*>/g,
            'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
          ),
        );
        expect(() => readPolicy(withoutPrincipals(filled), played.path)).not.toThrow();
        const sids = policy.Statement.map(({ Sid }) => Sid);
        expect([...new Set(sids)]).toEqual(sids);
        for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
        expect([played.path, sizeOf(policy) <= 6_144]).toEqual([played.path, true]);
      }
    }
  });

  test('let the request through, and no neighbour of it', () => {
    let count = 0;
    for (const { denial, played, statement, suggestion } of withStatement) {
      const context = contextOf(played, denial);
      const isOfResource = statement.Resource === undefined;
      if (suggestion.confidence === 'has-placeholders' || context === null || isOfResource)
        continue;
      const request: AuthorizationRequest = {
        action: denial.action ?? '',
        resource: String([statement.Resource ?? denial.resource].flat()[0]).replace(
          /\$\{([*?$])\}/g,
          '$1',
        ),
        context,
      };
      const allows = (asked: AuthorizationRequest, tried = statement): boolean =>
        isAllowed(documentOf([tried]), asked);
      expect([played.path, allows(request)]).toEqual([played.path, true]);
      for (const neighbour of neighboursOf(request))
        expect([played.path, neighbour, allows(neighbour)]).toEqual([
          played.path,
          neighbour,
          false,
        ]);
      for (const [operator, key] of conditionsOf(statement)) {
        const other = new Map(context).set(key.toLowerCase(), ['something-else']);
        const neighbour = { ...request, context: other };
        expect([played.path, key, allows(neighbour)]).toEqual([played.path, key, false]);
        expect([played.path, key, allows(neighbour, without(statement, operator, key))]).toEqual([
          played.path,
          key,
          true,
        ]);
      }
      count += 1;
    }
    expect(count).toBeGreaterThan(40);
  });

  test('allow with the policy for the launch what they allow with the statement', () => {
    for (const { denial, played, suggestion, statement } of withStatement) {
      const context = contextOf(played, denial);
      const { launchPolicy, confidence } = suggestion;
      if (launchPolicy === undefined || confidence === 'has-placeholders' || context === null)
        continue;
      const resource = String([statement.Resource ?? ''].flat()[0]).replace(/\$\{([*?$])\}/g, '$1');
      const request = { action: denial.action ?? '', resource, context };
      expect([played.path, isAllowed(launchPolicy, request)]).toEqual([played.path, true]);
      for (const neighbour of neighboursOf(request))
        expect([played.path, neighbour, isAllowed(launchPolicy, neighbour)]).toEqual([
          played.path,
          neighbour,
          false,
        ]);
    }
  });
});

function documentOf(Statement: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement };
}

function isAllowed(policy: PolicyDocument, request: AuthorizationRequest): boolean {
  const layers = {
    identity: [readPolicy(withoutPrincipals(policy), 'suggested')],
    boundary: null,
    organization: null,
  };
  return decide(layers, request).decision === 'allowed';
}

/** The evaluator reads identity-based policies; who is meant is not what is tested here. */
function withoutPrincipals({ Version, Statement }: PolicyDocument): unknown {
  return {
    Version,
    Statement: Statement.map(({ Principal: _who, ...rest }) => ({ Resource: '*', ...rest })),
  };
}

function conditionsOf({ Condition = {} }: PolicyStatement): readonly (readonly [string, string])[] {
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.keys(keys).map((key) => [operator, key] as const),
  );
}

function without(statement: PolicyStatement, operator: string, key: string): PolicyStatement {
  const { [key]: _dropped, ...rest } = statement.Condition?.[operator] ?? {};
  const { [operator]: _all, ...others } = statement.Condition ?? {};
  const Condition = Object.keys(rest).length > 0 ? { ...others, [operator]: rest } : others;
  return { ...statement, Condition };
}

/** The same request with one thing changed: another action, Region, account, type, or name. */
function neighboursOf(request: AuthorizationRequest): readonly AuthorizationRequest[] {
  const { action, resource } = request;
  if (resource === '*') return [{ ...request, action: `${action}s` }];
  const [arn, partition, service, region, account, ...rest] = resource.split(':');
  const name = rest.join(':');
  const changed = [
    [arn, partition, service, region === '' ? 'eu-north-1' : `${region}x`, account, name],
    [
      arn,
      partition,
      service,
      region,
      account === '' ? '999988887777' : `9${account?.slice(1)}`,
      name,
    ],
    [arn, partition, service, region, account, `other-${name}`],
    ...(name.endsWith('/*') ? [] : [[arn, partition, service, region, account, `${name}x`]]),
  ].map((parts) => parts.join(':'));
  return [
    { ...request, action: 'ec2:TerminateInstances' },
    ...changed.map((other) => ({ ...request, resource: other })),
  ];
}

const decodedContext = v.object({
  context: v.object({
    resource: v.string(),
    conditions: v.object({
      items: v.array(
        v.object({
          key: v.string(),
          values: v.object({ items: v.array(v.object({ value: v.string() })) }),
        }),
      ),
    }),
  }),
});

/** The true context of a request: what STS would print, whether or not it could be decoded, and the rest. */
function contextOf(
  played: Case,
  denial: Explanation,
): ReadonlyMap<string, readonly string[]> | null {
  const decoded = v.safeParse(decodedContext, played.decoded);
  const isOwn = decoded.success && decoded.output.context.resource === denial.resource;
  const printed = isOwn
    ? decoded.output.context.conditions.items.map(
        ({ key, values }) => [key.toLowerCase(), values.items.map(({ value }) => value)] as const,
      )
    : denial.context.map(({ key, values }) => [key.toLowerCase(), values] as const);
  const around = SURROUNDINGS.filter(([action]) => action.test(denial.action ?? '')).map(
    ([, key, value]) => [key, [value(denial)]] as const,
  );
  const context = new Map([...around, ...printed]);
  const needed = denial.suggestions.flatMap(({ statement }) =>
    statement ? conditionsOf(statement) : [],
  );
  return needed.every(([, key]) => context.has(key.toLowerCase())) ? context : null;
}
