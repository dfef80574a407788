// event → rule → [queue] → function: how events travel, as the template says.
import { readRedrive } from './template/create-queues';
import type { LocalResources } from './template/create-resources';
import { type MappingPlan, readMapping } from './template/read-way';
import { resourcesOf, type Template } from './template/template';

/** The queue that the rules fill, and the one where poison ends. */
export interface Way {
  readonly mapping: MappingPlan;
  readonly queueUrl: string;
  readonly deadLetterUrl: string;
}

/** Reads the way off the template. */
export function readWay(template: Template, resources: LocalResources): Way {
  const { names } = resources;
  const mapping = readMapping(template, names);
  const queue = resourcesOf(template, 'AWS::SQS::Queue').find(
    ({ id }) => names.getAtt(id, 'Arn') === mapping.queueArn,
  );
  const redrive = queue ? readRedrive(queue, names) : null;
  // Failed messages come back at once here, so that one would come back for ever.
  if (redrive === null) throw new Error(`the queue ${mapping.queueArn} has no dead-letter queue`);
  return {
    mapping,
    queueUrl: resources.urlOfQueue(mapping.queueArn),
    deadLetterUrl: resources.urlOfQueue(redrive.deadLetterTargetArn),
  };
}
