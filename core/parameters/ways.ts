// suggested → [parameters]: how each tool makes a request for instances, by the operation of the API.
import type { Branch, Body, Change } from './change';

/** Parameters of one tool, and where they go. */
interface Written<T> {
  readonly goesTo: string;
  readonly what: T;
}

/** What the command line takes: options, or one option that holds JSON. */
export type CommandLine =
  | { readonly kind: 'options'; readonly options: Branch }
  | { readonly kind: 'json'; readonly name: string; readonly value: Branch };

/** How tools make one operation; an absent tool does not make it. */
export interface Way {
  readonly command: string;
  readonly cli?: (change: Change) => Written<CommandLine> | null;
  readonly terraform?: (change: Change) => Written<Body> | null;
  readonly cloudformation?: (change: Change) => Written<Branch> | null;
  readonly karpenter?: true;
}

/** What the launch specification of a Spot Instance holds of a launch template. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RequestSpotLaunchSpecification.html */
const SPOT_MEMBERS: readonly string[] = [
  'BlockDeviceMappings',
  'EbsOptimized',
  'IamInstanceProfile',
  'ImageId',
  'InstanceType',
  'KeyName',
  'NetworkInterfaces',
  'Placement',
  'SecurityGroupIds',
];

/** What a fleet itself decides, so that its launch template cannot. @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-ec2-fleet.html */
const FLEET_DECIDES: readonly string[] = ['InstanceMarketOptions'];

const RUN_INSTANCES: Way = {
  command: 'run-instances',
  cli: ({ options, template }) => commandLine('run-instances', options ?? template),
  terraform: ({ terraform }) =>
    placed('aws_instance', terraform?.instance) ??
    placed('aws_launch_template', terraform?.template),
  cloudformation: ({ instance, template }) =>
    placed('AWS::EC2::Instance', instance) ?? launchTemplate(template),
  karpenter: true,
};

const CREATE_FLEET: Way = {
  command: 'create-fleet',
  cli: (change) =>
    jsonOption('create-launch-template-version', '--launch-template-data', ofFleet(change)),
  terraform: (change) =>
    ofFleet(change) && placed('aws_launch_template', change.terraform?.template),
  cloudformation: (change) => launchTemplate(ofFleet(change)),
  karpenter: true,
};

const REQUEST_SPOT_INSTANCES: Way = {
  command: 'request-spot-instances',
  cli: (change) =>
    commandLine('request-spot-instances', change.spot?.options) ??
    jsonOption('request-spot-instances', '--launch-specification', ofSpot(change)),
  terraform: (change) =>
    placed('aws_spot_instance_request', change.spot?.terraform) ??
    (ofSpot(change) && placed('aws_spot_instance_request', change.terraform?.instance)),
};

/** The ways by the operation; one that only names its command changes nothing but the Region. */
const WAYS: ReadonlyMap<string, Way> = new Map<string, Way>([
  ['RunInstances', RUN_INSTANCES],
  ['CreateFleet', CREATE_FLEET],
  ['RequestSpotInstances', REQUEST_SPOT_INSTANCES],
  ['RequestSpotFleet', { command: 'request-spot-fleet' }],
  ['CreateLaunchTemplate', { command: 'create-launch-template' }],
  ['CreateLaunchTemplateVersion', { command: 'create-launch-template-version' }],
]);

/** The way of an operation; a launch is taken for `RunInstances` where nobody named one. */
export function wayOf(operation: string | null): Way | null {
  return WAYS.get(operation ?? 'RunInstances') ?? null;
}

function ofFleet({ template }: Change): Branch | null {
  return only(template, (name) => !FLEET_DECIDES.includes(name));
}

function ofSpot({ template }: Change): Branch | null {
  return only(template, (name) => SPOT_MEMBERS.includes(name));
}

function only(template: Branch | undefined, isHeld: (name: string) => boolean): Branch | null {
  return template !== undefined && Object.keys(template).every(isHeld) ? template : null;
}

function placed<T>(goesTo: string, what: T | undefined): Written<T> | null {
  return what === undefined ? null : { goesTo, what };
}

function commandLine(command: string, options: Branch | undefined): Written<CommandLine> | null {
  return options === undefined
    ? null
    : { goesTo: `aws ec2 ${command}`, what: { kind: 'options', options } };
}

function jsonOption(
  command: string,
  name: string,
  value: Branch | null,
): Written<CommandLine> | null {
  return value && { goesTo: `aws ec2 ${command}`, what: { kind: 'json', name, value } };
}

function launchTemplate(template: Branch | null | undefined): Written<Branch> | null {
  return template
    ? { goesTo: 'AWS::EC2::LaunchTemplate', what: { LaunchTemplateData: template } }
    : null;
}
