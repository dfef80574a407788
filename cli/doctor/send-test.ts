// [test denial] → event → rule → queue → function → table, alerts: proves the chain by using it.
import { randomUUID } from 'node:crypto';
import { putTest } from '../../adapters/doctor/put-test';
import { groupCode } from '../../core/alert/group-name';
import { watchedOperation } from '../../core/doctor/event-pattern';
import { judgeLegs, type Leg } from '../../core/doctor/legs';
import { testDenial } from '../../core/doctor/test-denial';
import { follow, type Waiting } from './follow';
import { rule } from './questions';
import { watchOf } from './watch';
import type { World } from './world';

/** What became of a test denial. */
export interface Tested {
  readonly eventId: string;
  readonly fingerprint: string;
  /** The code of the cause that it made. */
  readonly code: string;
  readonly legs: readonly Leg[];
}

/** Puts a test denial through the deployed stack. */
export async function sendTest(world: World, waiting: Waiting): Promise<Tested> {
  const deployed = await rule(world);
  const pattern = deployed.kind === 'known' ? (deployed.value?.pattern ?? '') : '';
  const denial = testDenial({
    eventId: randomUUID(),
    time: world.now().toISOString(),
    region: world.place.region,
    caller: world.caller,
    operation: watchedOperation(pattern),
  });
  const send = () => putTest(world.clients, denial);
  const seen = await follow(send, watchOf(world, denial), waiting);
  const { eventId, fingerprint } = denial;
  return { eventId, fingerprint, code: groupCode(fingerprint), legs: judgeLegs(seen) };
}
