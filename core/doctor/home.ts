// facts → [check] → report: where the home stack lies, and names that are made of its name.

/** The stack with the functions, to which other Regions and accounts send their denials. */
export interface Home {
  readonly account: string;
  readonly region: string;
  readonly stackName: string;
}

/** The default event bus of the home stack. */
export function homeBusArn({ account, region }: Home, partition: string): string {
  return `arn:${partition}:events:${region}:${account}:event-bus/default`;
}

/** The name of the rule of each forwarder, and of its stack. @see lib/forwarder/names.ts */
export function forwarderName({ stackName }: Pick<Home, 'stackName'>): string {
  return `${stackName}-forwarder`;
}

/** The name of the role in member accounts that the functions assume. @see lib/forwarder/names.ts */
export function readerRoleName({ stackName }: Pick<Home, 'stackName'>): string {
  return `${stackName}-reader`;
}

/** The file that deploys a forwarder without the CDK. */
export const FORWARDER_FILE = 'launch-denied-forwarder.json';
