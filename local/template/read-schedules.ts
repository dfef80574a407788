// synthesized template → [schedules] → local way: what EventBridge Scheduler invokes, and with what.
// @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedule.html
import * as v from 'valibot';
import { evaluate } from '../policy/evaluate';
import { type Names, resolve } from './intrinsics';
import { type FunctionPlan, readFunction } from './read-function';
import { roleWithArn } from './read-roles';
import { resourcesOf, type Template } from './template';

/** A schedule that is enabled. */
export interface SchedulePlan {
  readonly id: string;
  readonly function: FunctionPlan;
  /** What the function is invoked with. */
  readonly payload: unknown;
}

const scheduleProperties = v.object({
  State: v.optional(v.picklist(['ENABLED', 'DISABLED']), 'ENABLED'),
  Target: v.object({
    Arn: v.string(),
    RoleArn: v.string(),
    Input: v.optional(
      v.pipe(
        v.string(),
        v.check((text) => !text.includes('<aws.'), 'local mode fills no context attributes in'),
        v.parseJson(),
      ),
      '{}',
    ),
  }),
});

/** Reads the schedules; throws for one whose role may not invoke its function. */
export function readSchedules(template: Template, names: Names): readonly SchedulePlan[] {
  return resourcesOf(template, 'AWS::Scheduler::Schedule')
    .map(({ id, properties }) => ({
      id,
      ...v.parse(scheduleProperties, resolve(properties, names)),
    }))
    .filter(({ State }) => State === 'ENABLED')
    .map(({ id, Target: { Arn, RoleArn, Input } }) => {
      const { statements } = roleWithArn(template, names, RoleArn);
      const request = { action: 'lambda:InvokeFunction', resource: Arn };
      if (evaluate(statements, request).endsWith('-deny'))
        throw new Error(`the role of the schedule ${id} may not invoke ${Arn}`);
      return { id, function: readFunction(template, names, Arn), payload: Input };
    });
}
