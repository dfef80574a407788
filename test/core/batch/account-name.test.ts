// The name of an account: from whoever knows it into the explanation, the group and the alert.
import { explained } from '../../../core/batch/explained';
import { rememberedExplanations } from '../../../core/batch/explanations';
import { readRecord } from '../../../core/event/cloudtrail-record';
import { denial } from '../group/denial';
import { CUT, ENCODED, itemOf, itemsOf, manyOf, recordOf } from './denials';
import { World } from './world';

const ACCOUNT = '111122223333';

/** A world that counts how often a name is asked for. */
function worldAsking(): { readonly world: World; readonly asked: string[] } {
  const world = new World();
  const asked: string[] = [];
  const { accountName } = world.ports;
  Object.assign(world.ports, {
    accountName: (account: string) => {
      asked.push(account);
      return accountName(account);
    },
  });
  return { world, asked };
}

async function explanationIn(world: World) {
  const { group, shown } = await world.record();
  const shape = shown.shapes.at(-1) ?? '';
  return (await world.stored.readExplanation(group.fingerprint, shape))?.explanation;
}

describe('the name of an account', () => {
  it('is left out where nobody knows it', async () => {
    const world = new World();
    await world.handle([itemOf()]);
    expect(await explanationIn(world)).not.toHaveProperty('event.accountName');
    expect((await world.record()).shown).not.toHaveProperty('accountName');
  });

  it('is not asked for a denial without an event', async () => {
    const { world, asked } = worldAsking();
    const record = readRecord(recordOf());
    if (record === null) throw new Error('no record');
    const bare = { record, denial: denial({}, { event: null }) };
    expect((await explained(bare, '', world.ports)).explanation.event).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('is told of the explanation, the group and the alert', async () => {
    const world = new World();
    world.names.set(ACCOUNT, 'payments');
    await world.handle([itemOf()]);
    expect((await explanationIn(world))?.event?.accountName).toBe('payments');
    expect((await world.record()).shown).toMatchObject({
      account: ACCOUNT,
      accountName: 'payments',
    });
    const [sent] = world.sentBy();
    expect(sent?.alerts[0]?.explanation.event?.accountName).toBe('payments');
  });

  it('is asked where an explanation is made, and not for each denial', async () => {
    const { world, asked } = worldAsking();
    await world.handle(itemsOf(manyOf(50)));
    expect(asked).toEqual([ACCOUNT]);
  });

  it('follows in an explanation that is kept for being better than a later one', async () => {
    const world = new World();
    world.names.set(ACCOUNT, 'payments');
    await world.handle([itemOf({ encoded: ENCODED })]);
    for (const [name, shown] of [
      ['billing', 'billing'],
      ['', 'billing'],
    ] as const) {
      world.minute += 61;
      world.names.clear();
      if (name !== '') world.names.set(ACCOUNT, name);
      await world.handle([itemOf({ id: `e-${world.minute}`, encoded: CUT })]);
      const kept = await explanationIn(world);
      expect([kept?.encodedMessage.status, kept?.event?.accountName]).toEqual(['decoded', shown]);
      expect((await world.record()).shown.accountName).toBe(shown);
    }
  });

  it('comes with what is explained again after an outage', async () => {
    const world = new World();
    world.sts = () => ({ kind: 'unavailable', because: 'no-network', cause: null });
    await world.handle([itemOf()]);
    world.names.set(ACCOUNT, 'payments');
    world.sts = () => ({ kind: 'not-valid' });
    await world.pass(10);
    expect((await explanationIn(world))?.event?.accountName).toBe('payments');
  });
});

test('a process that begins anew finds the name in the table', async () => {
  const world = new World();
  world.names.set(ACCOUNT, 'payments');
  await world.handle([itemOf()]);
  world.names.clear();
  const again = rememberedExplanations(world.ports);
  const { group, shown } = await world.record();
  const record = readRecord(recordOf());
  if (record === null) throw new Error('no record');
  const arrival = { itemId: 'a', eventId: 'e-1', record, denial: denial() };
  const stored = await again(group.fingerprint, shown.shapes[0] ?? '', arrival);
  expect(stored.explanation.event?.accountName).toBe('payments');
});
