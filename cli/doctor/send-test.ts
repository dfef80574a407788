// [test denial] → event → rule → queue → function → table, alerts: proves the chain by using it.
import { randomUUID } from 'node:crypto';
import { putTest } from '../../adapters/doctor/put-test';
import { groupCode } from '../../core/alert/group-name';
import { watchedOperation } from '../../core/doctor/event-pattern';
import { judgeLegs, notOpened } from '../../core/doctor/legs';
import type { Tested } from '../../core/doctor/report';
import { type TestDenial, testDenial } from '../../core/doctor/test-denial';
import { follow, type Waiting } from './follow';
import { type From, openSender } from './sender';
import { watchOf } from './watch';
import type { World } from './world';

/** Puts a test denial through the deployed stack, from its own event bus or from elsewhere. */
export async function sendTest(world: World, waiting: Waiting, from: From): Promise<Tested> {
  const opened = await openSender(world, from);
  if (opened.kind === 'hidden') {
    const denial = await denialOf(world, world.home.region, world.caller);
    return { ...told(denial), bus: null, legs: [notOpened(`${from.profile}`, opened)] };
  }
  const { bus, caller, isHome, events, passage } = opened.value;
  const denial = await denialOf(world, bus.region, caller);
  const sending = { bus, passage, send: () => putTest(events, denial) };
  const seen = await follow(sending, watchOf(world, denial), waiting);
  return { ...told(denial), bus: isHome ? null : bus, legs: judgeLegs(seen) };
}

async function denialOf(world: World, region: string, caller: string): Promise<TestDenial> {
  const deployed = await world.rule();
  const pattern = deployed.kind === 'known' ? (deployed.value?.pattern ?? '') : '';
  return testDenial({
    eventId: randomUUID(),
    time: world.now().toISOString(),
    region,
    caller,
    operation: watchedOperation(pattern),
  });
}

function told({ eventId, fingerprint }: TestDenial) {
  return { eventId, fingerprint, code: groupCode(fingerprint) };
}
