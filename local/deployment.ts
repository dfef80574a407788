// synthesized template → [deployment] → local way: one stack in its account and Region.
import * as v from 'valibot';
import { partitionOf } from './partition';
import { type ResourceStatement, resourcePolicy } from './policy/resource-policy';
import { type Names, resolve } from './template/intrinsics';
import { busArnOf, type Place } from './template/place';
import { findRole, type RolePlan } from './template/read-roles';
import { readRules, type RulePlan } from './template/read-way';
import { resourcesOf, type Template } from './template/template';

/** What was created of a stack, and how its references read now. */
interface Created {
  readonly names: Names;
  urlOfQueue(arn: string): string;
}

/** A stack in its place, as far as EventBridge and STS look at it. */
export interface Deployment extends Created {
  readonly place: Place;
  readonly rules: readonly RulePlan[];
  /** The statements of the policy of the default bus that this stack made. */
  readonly busPolicy: readonly ResourceStatement[];
  /** The statements of the policies of its queues; each names its queue as its resource. */
  readonly queuePolicy: readonly ResourceStatement[];
  roleOf(arn: string): RolePlan | null;
  /** The value of an output; throws where the template has none of this name. */
  output(name: string): string;
}

/** Reads what EventBridge and STS need to know of a stack. */
export function deploymentOf(template: Template, place: Place, created: Created): Deployment {
  const { names } = created;
  return {
    names,
    urlOfQueue: (arn) => created.urlOfQueue(arn),
    place,
    rules: readRules(template, names),
    busPolicy: readBusPolicies(template, names, place),
    queuePolicy: resourcesOf(template, 'AWS::SQS::QueuePolicy').flatMap(
      ({ properties }) => v.parse(queuePolicy, resolve(properties, names)).PolicyDocument,
    ),
    roleOf: (arn) => findRole(template, names, arn),
    output(name) {
      const output = template.Outputs?.[name];
      if (output === undefined) throw new Error(`the template has no output ${name}`);
      return String(resolve(output.Value, names));
    },
  };
}

const queuePolicy = v.object({ PolicyDocument: resourcePolicy });

const busPolicy = v.object({
  EventBusName: v.optional(v.string(), 'default'),
  StatementId: v.string(),
  Statement: v.looseObject({ Sid: v.optional(v.string()) }),
});

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html */
function readBusPolicies(template: Template, names: Names, place: Place) {
  return resourcesOf(template, 'AWS::Events::EventBusPolicy').flatMap(({ id, properties }) => {
    const { EventBusName, Statement } = v.parse(busPolicy, resolve(properties, names));
    if (!['default', busArnOf(place)].includes(EventBusName))
      throw new Error(`local mode plays the default bus, and ${id} is of the bus ${EventBusName}`);
    // The id of the statement stands in its place, with characters that a Sid of IAM does not have.
    const { Sid: _, ...statement } = Statement;
    return v.parse(resourcePolicy, { Version: '2012-10-17', Statement: statement });
  });
}

/** Every stack that is deployed, and what one of them can know of the others. */
export interface World {
  /** The stack with the functions. */
  readonly home: Deployment;
  /** That stack, and all others. */
  readonly deployments: readonly Deployment[];
  /** The organization of an account; null for accounts without one, and where nothing is deployed. */
  organizationOf(account: string): string | null;
  /** A role of any stack. */
  roleOf(arn: string): RolePlan | null;
}

/** Puts the deployments together. */
export function worldOf(home: Deployment, further: readonly Deployment[]): World {
  const deployments = [home, ...further];
  return {
    home,
    deployments,
    organizationOf: (account) =>
      deployments.find(({ place }) => place.account === account)?.place.organization ?? null,
    roleOf: (arn) => {
      for (const deployment of deployments) {
        const role = deployment.roleOf(arn);
        if (role !== null) return role;
      }
      return null;
    },
  };
}

/** The ARN of a session of a role. */
export function sessionArnOf(roleArn: string, session: string, region: string): string {
  const [, , , , account = '', resource = ''] = roleArn.split(':');
  const name = resource.slice(resource.lastIndexOf('/') + 1);
  return `arn:${partitionOf(region)}:sts::${account}:assumed-role/${name}/${session}`;
}
