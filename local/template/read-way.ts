// synthesized template → [rule, queue, mapping] → local way
import * as v from 'valibot';
import { type EventPattern, readEventPattern } from '../event-pattern/read-pattern';
import { type Names, resolve } from './intrinsics';
import type { Place } from './place';
import { onlyResourceOf, resourcesOf, type Template } from './template';

/** A rule with the queues and the buses it sends to. */
export interface RulePlan {
  readonly id: string;
  readonly arn: string;
  readonly pattern: EventPattern;
  readonly queueArns: readonly string[];
  readonly buses: readonly BusTarget[];
}

/** An event bus that a rule sends to. */
export interface BusTarget {
  readonly arn: string;
  /** The account and the Region of the bus. */
  readonly place: Pick<Place, 'account' | 'region'>;
  /** The role that EventBridge assumes for it. */
  readonly roleArn: string;
  /** Null where nobody keeps what cannot be delivered. */
  readonly deadLetterArn: string | null;
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
      RoleArn: v.optional(v.string()),
      DeadLetterConfig: v.optional(v.object({ Arn: v.optional(v.string()) }), {}),
      RetryPolicy: v.optional(v.unknown()),
    }),
  ),
});

/** Reads the rules; a disabled one matches nothing and is left out. */
export function readRules(template: Template, names: Names): readonly RulePlan[] {
  return resourcesOf(template, 'AWS::Events::Rule')
    .map(({ id, properties }) => ({ id, ...v.parse(ruleProperties, resolve(properties, names)) }))
    .filter(({ State }) => State !== 'DISABLED')
    .map(({ id, EventPattern, Targets }) => ({
      id,
      arn: names.getAtt(id, 'Arn'),
      pattern: readEventPattern(EventPattern),
      queueArns: Targets.filter(({ Arn }) => !BUS.test(Arn)).map(({ Arn }) => Arn),
      buses: Targets.flatMap((target) => busTargetOf(id, target)),
    }));
}

type Target = v.InferOutput<typeof ruleProperties>['Targets'][number];

const BUS = /^arn:[^:]+:events:([^:]+):(\d{12}):event-bus\//;

function busTargetOf(
  rule: string,
  { Arn: arn, RoleArn: roleArn, DeadLetterConfig }: Target,
): readonly BusTarget[] {
  const [, region, account] = BUS.exec(arn) ?? [];
  if (region === undefined || account === undefined) return [];
  if (roleArn === undefined)
    throw new Error(`the rule ${rule} sends to ${arn}, and has no role for that`);
  const deadLetterArn = DeadLetterConfig.Arn ?? null;
  return [{ arn, place: { account, region }, roleArn, deadLetterArn }];
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
