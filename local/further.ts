// further stacks → [deployments] → local way: other Regions and accounts around the home stack.
import type { EmulatorClients } from './template/create-resources';
import { type Deployment, deploymentOf } from './deployment';
import { chooseResources } from './template/choose';
import { createFurther } from './template/create-resources';
import type { GivenParameters } from './template/parameters';
import type { Place } from './template/place';
import { resourcesOf, type Template } from './template/template';

/** A stack in another Region or account; it has rules, roles and queues, and no functions. */
export interface FurtherStack extends Place {
  readonly template: Template;
  /** What the template is deployed with, which the outputs of the home stack may tell. @default - defaults */
  readonly parameters?: GivenParameters | ((output: Deployment['output']) => GivenParameters);
}

/** What needs a function or an emulator of its own. */
const HOME_ONLY = ['AWS::Lambda::Function', 'AWS::DynamoDB::GlobalTable', 'AWS::SNS::Topic'];

/** Creates what the further stacks describe. */
export function deployFurther(
  stacks: readonly FurtherStack[],
  home: Deployment,
  clients: EmulatorClients,
): Promise<readonly Deployment[]> {
  return Promise.all(stacks.map((stack) => deployOne(stack, home, clients)));
}

async function deployOne(
  { template, parameters = {}, account, region, organization }: FurtherStack,
  home: Deployment,
  clients: EmulatorClients,
): Promise<Deployment> {
  const place: Place = { account, region, organization };
  const given =
    typeof parameters === 'function' ? parameters((name) => home.output(name)) : parameters;
  const chosen = chooseResources(template, given, place);
  const [foreign] = resourcesOf(chosen, ...HOME_ONLY);
  if (foreign)
    throw new Error(
      `the stack in ${region} of ${account} has ${foreign.id}, as only the home stack may`,
    );
  return deploymentOf(chosen, place, await createFurther(chosen, clients, place));
}
