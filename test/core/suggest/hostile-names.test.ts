// Whatever a name holds, a statement with it allows that name and no other.
import fc from 'fast-check';
import type { Evidence } from '../../../core/evidence';
import { explain } from '../../../core/explain/explain';
import type { Launch } from '../../../core/launch';
import type { PolicyDocument } from '../../../core/suggestion';
import { decide } from '../../../local/policy/decide';
import { readPolicy } from '../../../local/policy/policy';

const name = fc
  .array(fc.constantFrom('a', 'b', '*', '?', '$', '{', '}', '${', '&', '-', '.'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

function evidence(resource: string, keyName: string): Evidence {
  const launch: Launch = {
    instanceTypes: ['t3.large'],
    maxCount: 1,
    imageIds: [keyName],
    subnetIds: [keyName],
    securityGroupIds: [keyName],
    keyName,
    instanceProfile: keyName,
    launchTemplate: null,
    tags: {},
    region: 'us-east-2',
    licenseConfigurations: [keyName],
    passedRoles: [keyName],
  };
  return {
    decoded: null,
    stated: {
      principalArn: 'arn:aws:iam::111122223333:user/ann',
      action: 'ec2:RunInstances',
      resource,
      verdict: 'implicit-deny',
      policyType: 'identity-based',
      policyArn: null,
      authorizationId: null,
    },
    requested: {
      principal: null,
      operation: 'RunInstances',
      action: 'ec2:RunInstances',
      launch,
      event: null,
    },
    message: { status: 'absent', length: 0 },
  };
}

function allows(policy: PolicyDocument, resource: string): boolean {
  const layers = {
    identity: [readPolicy(policy, 'suggested')],
    boundary: null,
    organization: null,
  };
  const request = { action: 'ec2:RunInstances', resource, context: new Map() };
  return decide(layers, request).decision === 'allowed';
}

test('a statement allows the resource as it is named, and no other', () => {
  fc.assert(
    fc.property(name, name, (own, other) => {
      const arn = (which: string) => `arn:aws:ec2:us-east-2:111122223333:key-pair/x${which}`;
      const [first] = explain(evidence(arn(own), own)).suggestions;
      fc.pre(
        first?.statement !== undefined && first.confidence !== 'has-placeholders' && own !== other,
      );
      const policy: PolicyDocument = { Version: '2012-10-17', Statement: [first.statement] };
      expect([own, allows(policy, arn(own))]).toEqual([own, true]);
      expect([own, other, allows(policy, arn(other))]).toEqual([own, other, false]);
    }),
    { numRuns: 500 },
  );
});

test('the policy for a launch names nothing that stands for several', () => {
  fc.assert(
    fc.property(name, (own) => {
      const denied = 'arn:aws:ec2:us-east-2:111122223333:instance/*';
      const [first] = explain(evidence(denied, own)).suggestions;
      const resources = (first?.launchPolicy?.Statement ?? []).flatMap(({ Resource = [] }) =>
        [Resource].flat(),
      );
      const live = resources
        .map((resource) => resource.replace(/\$\{[*?$]\}/g, ''))
        .filter((resource) => /[*?]/.test(resource));
      expect(
        live.map((resource) => resource.slice(resource.lastIndexOf(':') + 1)).toSorted(),
      ).toEqual(['instance/*', 'network-interface/*', 'volume/*']);
    }),
    { numRuns: 300 },
  );
});
