// synthesized template → [functions] → runtime: which functions there are, and what starts them.
import type { Names } from './intrinsics';
import { type FunctionPlan, readFunction } from './read-function';
import { readSchedules, type SchedulePlan } from './read-schedules';
import type { Template } from './template';

/** The functions of a stack that something starts. */
export interface FunctionPlans {
  /** Takes the batches of the queue. */
  readonly handler: FunctionPlan;
  readonly schedules: readonly SchedulePlan[];
  /** The handler first, and each scheduled function once. */
  readonly all: readonly FunctionPlan[];
}

/** Reads the functions; `environment` goes before what the template sets. */
export function readFunctions(
  template: Template,
  names: Names,
  handlerName: string,
  environment: Readonly<Record<string, string>> = {},
): FunctionPlans {
  const changed = (plan: FunctionPlan): FunctionPlan => ({
    ...plan,
    environment: { ...plan.environment, ...environment },
  });
  const handler = changed(readFunction(template, names, handlerName));
  const schedules = readSchedules(template, names).map((schedule) => ({
    ...schedule,
    function: changed(schedule.function),
  }));
  const plans = [handler, ...schedules.map((schedule) => schedule.function)];
  const byName = new Map(plans.map((plan) => [plan.name, plan]));
  return { handler, schedules, all: [...byName.values()] };
}
