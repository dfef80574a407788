// stacks, parameters → [launch-denied-forwarder.json]: what sends denials home, for StackSets and other Regions
import { Validations } from 'aws-cdk-lib/core';
import { ForwarderStack, type ForwarderStackProps } from '../forwarder/forwarder-stack';
import { findPackageRoot } from '../package-root';
import { isEmpty, isGiven } from './file-parameter';
import type { MakeStack } from './file-stack';
import { FORWARDER_PARAMETERS as P } from './forwarder-parameters';
import type { StackFile } from './stack-file';
import type { JsonObject } from './template';
import type { Switch } from './variants';

type Reader = NonNullable<ForwarderStackProps['reader']>;

/** What may be there in a forwarder. */
interface ForwarderSettings {
  readonly enabled?: boolean;
  readonly hasReader?: boolean;
  readonly organization?: Pick<Reader, 'organization'>;
  readonly simulate?: boolean;
}

const IN_HOME_ACCOUNT = isPseudo('AWS::AccountId', 'HomeAccount');
const IN_HOME_REGION = isPseudo('AWS::Region', 'HomeRegion');

const SWITCHES: readonly Switch<ForwarderSettings>[] = [
  {
    // A StackSet may come to the home stack's own place, where a rule of its own is.
    name: 'IsElsewhere',
    condition: { 'Fn::Not': [{ 'Fn::And': [IN_HOME_ACCOUNT, IN_HOME_REGION] }] },
    on: { enabled: true },
    off: { enabled: false },
  },
  {
    name: 'HasReader',
    condition: {
      'Fn::And': [
        isGiven('FunctionRoleArns', true),
        { 'Fn::Not': [IN_HOME_ACCOUNT] },
        {
          'Fn::Or': [
            isPseudo('AWS::Region', 'ReaderRegion'),
            { 'Fn::And': [isEmpty('ReaderRegion'), IN_HOME_REGION] },
          ],
        },
      ],
    },
    on: { hasReader: true },
    off: { hasReader: false },
    inside: [
      {
        name: 'HasOrganization',
        condition: isGiven('OrganizationId'),
        on: { organization: { organization: P.OrganizationId.standIn } },
        off: { organization: {} },
      },
      {
        name: 'Simulates',
        condition: { 'Fn::Equals': [{ Ref: 'Simulate' }, 'true'] },
        on: { simulate: true },
        off: { simulate: false },
      },
    ],
  },
];

function isPseudo(pseudo: string, parameter: string): JsonObject {
  return { 'Fn::Equals': [{ Ref: pseudo }, { Ref: parameter }] };
}

/** The file of a forwarder. */
export function forwarderFile(): StackFile<ForwarderSettings> {
  return {
    make: forwarderStack,
    settings: {},
    switches: SWITCHES,
    parameters: P,
    rules: {},
    names: {},
    about: { LaunchDenied: { Version: findPackageRoot().version } },
    code: new Map(),
  };
}

const forwarderStack: MakeStack<ForwarderSettings> = (scope, settings, synthesizer) => {
  const { enabled = true, hasReader = false, organization = {}, simulate = false } = settings;
  const reader: Reader = {
    functionRoleArns: [P.FunctionRoleArns.standIn],
    simulate,
    ...organization,
  };
  const stack = new ForwarderStack(scope, 'LaunchDeniedForwarder', {
    synthesizer,
    home: {
      account: P.HomeAccount.standIn,
      region: P.HomeRegion.standIn,
      stackName: P.HomeStackName.standIn,
    },
    operations: [P.Operations.standIn],
    enabled,
    ...(hasReader ? { reader } : {}),
  });
  const validations = Validations.of(stack);
  validations.acknowledge({
    id: 'CloudFormation-Validate::W1030',
    reason: 'What is empty by default belongs to a role that is there only where it is given.',
  });
  validations.acknowledge({
    id: 'CloudFormation-Validate::W1028',
    reason: 'The check does not see both sides of a choice within a role that is itself a choice.',
  });
  return stack;
};
