// calls → [points] → faults: each call of a way with each fault, found by playing the way once.
import type { Local } from '../../local/start-local';
import type { AwsCall } from '../../local/wire/endpoint';
import type { Fault, FaultPlan } from '../../local/wire/fault';

/** One call of a way, and what goes wrong with it. */
export interface Point {
  /** Which call of the way, from 0. */
  readonly index: number;
  readonly action: string;
  readonly fault: Fault;
}

/** Which faults befall each call, and which only the first call of each action. */
export interface Faults {
  readonly each: readonly Fault[];
  readonly first: readonly Fault[];
}

/**
 * Every fault for every call. Silence befalls only the first call of each action: it costs the client's
 * time limit in each of its tries, and then throws as a refusal does. What clients wait for longest
 * comes first, so that nobody waits for it last.
 */
export const EVERY_FAULT: Faults = {
  first: ['no-answer'],
  each: ['throttled', 'refused', 'answer-lost', 'killed-before', 'killed-after'],
};

/** Less for a longer way: a throttled call throws as a refused one does, and a dead process is dead. */
export const FAULTS_APART: Faults = {
  first: ['no-answer', 'throttled', 'killed-before'],
  each: ['refused', 'answer-lost', 'killed-after'],
};

/** The points of a way. */
export function pointsOf(calls: readonly AwsCall[], { first, each }: Faults): readonly Point[] {
  const indexes = [...calls.keys()];
  const actions = calls.map(({ action }) => action);
  const firsts = indexes.filter((index) => actions.indexOf(actions[index] ?? '') === index);
  return [
    ...first.flatMap((fault) => firsts.map((index) => pointAt(calls, index, fault))),
    ...each.flatMap((fault) => indexes.map((index) => pointAt(calls, index, fault))),
  ];
}

/** For each call one of the faults that befall each call, in turn; a part of the points. */
export function someOf(points: readonly Point[], { each }: Faults): readonly Point[] {
  return points.filter(({ index, fault }) => each[index % each.length] === fault);
}

function pointAt(calls: readonly AwsCall[], index: number, fault: Fault): Point {
  return { index, action: calls[index]?.action ?? '', fault };
}

/** As often the SDK's clients send a request; that of DynamoDB sends it once more. */
const triesOf = (action: string): number => (action.startsWith('dynamodb:') ? 4 : 3);

/** Whether a fault lasts for all tries of a client. */
export function isLasting(fault: Fault): boolean {
  return fault === 'refused' || fault === 'throttled' || fault === 'no-answer';
}

/** A plan for one point, and what it met there. */
export interface PointPlan {
  readonly plan: FaultPlan;
  /** The action of the call that the fault befell; null before. */
  readonly met: () => string | null;
}

/** Makes the call of a point fail in all tries of its client, or once where the fault is no answer of AWS. */
export function planOf({ index: at, action: meant, fault }: Point): PointPlan {
  let met: { readonly action: string; readonly resource: string } | null = null;
  let left = isLasting(fault) ? triesOf(meant) : 1;
  const plan: FaultPlan = ({ index, action, resource }) => {
    if (index === at) met = { action, resource };
    const isSame = action === met?.action && resource === met.resource;
    if (met !== null && !isSame) left = 0;
    if (!isSame || left === 0) return null;
    left -= 1;
    return fault;
  };
  return { plan, met: () => met?.action ?? null };
}

/** The name of a point in a list of outcomes. */
export function nameOf({ index, action, fault }: Point): string {
  return `${index} ${action} ${fault}`;
}

/** Plays each point in one of several stacks at once, each after the other there. */
export async function inLanes<T>(
  lanes: readonly Local[],
  points: readonly Point[],
  play: (local: Local, point: Point) => Promise<T>,
): Promise<readonly T[]> {
  const left = [...points];
  const played: T[] = [];
  await Promise.all(
    lanes.map(async (local) => {
      for (let point = left.shift(); point !== undefined; point = left.shift())
        played.push(await play(local, point));
    }),
  );
  return played;
}
