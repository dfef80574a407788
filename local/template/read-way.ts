// synthesized template → [rule, queue, mapping] → local way
import * as v from 'valibot';
import { type EventPattern, readEventPattern } from '../event-pattern/read-pattern';
import { type Names, resolve } from './intrinsics';
import { onlyResourceOf, resourcesOf, type Template } from './template';

/** A rule with the queues it sends to. */
export interface RulePlan {
  readonly id: string;
  readonly pattern: EventPattern;
  readonly queueArns: readonly string[];
}

/** How Lambda polls the queue. */
export interface MappingPlan {
  /** The name or ARN of the function that takes the batches. */
  readonly functionName: string;
  readonly queueArn: string;
  readonly batchSize: number;
  readonly reportsBatchItemFailures: boolean;
}

const ruleProperties = v.object({
  State: v.optional(v.string(), 'ENABLED'),
  EventBusName: v.optional(v.literal('default')),
  EventPattern: v.unknown(),
  // Strict: an input transformer would change what the function receives, and is not played here.
  Targets: v.array(
    v.strictObject({
      Id: v.string(),
      Arn: v.string(),
      DeadLetterConfig: v.optional(v.unknown()),
      RetryPolicy: v.optional(v.unknown()),
    }),
  ),
});

/** Reads the rules; a disabled one matches nothing and is left out. */
export function readRules(template: Template, names: Names): readonly RulePlan[] {
  return resourcesOf(template, 'AWS::Events::Rule')
    .map(({ id, properties }) => ({
      id,
      ...v.parse(ruleProperties, resolve(properties, names)),
    }))
    .filter(({ State }) => State !== 'DISABLED')
    .map(({ id, EventPattern, Targets }) => ({
      id,
      pattern: readEventPattern(EventPattern),
      queueArns: Targets.map(({ Arn }) => Arn),
    }));
}

const mappingProperties = v.object({
  FunctionName: v.string(),
  EventSourceArn: v.string(),
  BatchSize: v.optional(v.number(), 10),
  FunctionResponseTypes: v.optional(v.array(v.string()), []),
  FilterCriteria: v.optional(v.never('local mode plays no filter criteria')),
});

/** Reads the template's one event source mapping. */
export function readMapping(template: Template, names: Names): MappingPlan {
  const { properties } = onlyResourceOf(template, 'AWS::Lambda::EventSourceMapping');
  const parsed = v.parse(mappingProperties, resolve(properties, names));
  return {
    functionName: parsed.FunctionName,
    queueArn: parsed.EventSourceArn,
    batchSize: parsed.BatchSize,
    reportsBatchItemFailures: parsed.FunctionResponseTypes.includes('ReportBatchItemFailures'),
  };
}
