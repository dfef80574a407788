// What no ordinary event brings about, and what might come all the same.
import { memoryGroups } from '../../../adapters/memory-groups';
import { latestExplanation } from '../../../core/batch/alert-of';
import { decodedOf } from '../../../core/batch/explained';
import { handleGroup } from '../../../core/batch/handle-group';
import { rememberedExplanations } from '../../../core/batch/explanations';
import { send, waitingOf } from '../../../core/batch/send';
import { readRecord } from '../../../core/event/cloudtrail-record';
import type { Groups } from '../../../core/group/stored';
import { readEncodedMessage } from '../../../core/message/encoded-message';
import { denial } from '../group/denial';
import { ENCODED, itemOf, recordOf } from './denials';
import { World } from './world';

describe('a denial without an event and without a principal', () => {
  const bare = denial({}, { event: null, principal: null });

  it('is decoded where the function runs', async () => {
    const { ports } = new World();
    const origins: unknown[] = [];
    const decode: typeof ports.decode = async (message, origin) => {
      origins.push(origin);
      return ports.decode(message, origin);
    };
    await decodedOf({ ...bare, message: readEncodedMessage(ENCODED) }, { decode });
    expect(origins).toEqual([{ account: '', region: '' }]);
  });

  it('is counted when it comes', async () => {
    const world = new World();
    const record = readRecord(recordOf());
    if (record === null) throw new Error('no record');
    const arrival = { itemId: 'a', eventId: 'e-1', record, denial: bare };
    const names = { principals: [], action: null };
    const arrived = {
      fingerprint: 'v1:a',
      names,
      denials: [arrival],
      arrivals: [arrival],
    } as const;
    await handleGroup(arrived, world.ports, rememberedExplanations(world.ports));
    const { group, shown } = await world.record();
    expect(group).toMatchObject({ count: 1, firstSeen: world.ports.now() });
    expect(shown).toMatchObject({ account: '', principal: '', regions: [], sessions: [] });
  });
});

describe('an alert that nobody has begun to send', () => {
  it('stays as it is where sending it fails', async () => {
    const world = new World();
    world.around = (method, call) => {
      if (method === 'takeFromBudget') throw new Error('no budget');
      return call();
    };
    await world.handle([itemOf()]);
    const { group } = await world.record();
    const stored = await world.stored.read(group.fingerprint);
    const explanation = stored && (await latestExplanation(stored.record, world.stored));
    const waiting = stored && explanation && waitingOf(stored, explanation, world.ports);
    if (!waiting) throw new Error('no alert');
    world.broken.add('email');
    await send([waiting], world.ports);
    expect(await world.stored.read(group.fingerprint)).toEqual(stored);
  });

  it('says where the dashboard is, where there is one', async () => {
    const dashboardUrl = 'https://us-east-2.console.aws.amazon.com/cloudwatch/home';
    const world = new World({ settings: { dashboardUrl } });
    await world.handle([itemOf()]);
    expect(world.sentBy()[0]?.alerts[0]).toMatchObject({ dashboardUrl });
  });

  it('is of no group that has none', async () => {
    const world = new World();
    await world.handle([itemOf()]);
    const { group, shown } = await world.record();
    const stored = await world.stored.read(group.fingerprint);
    if (stored === null) throw new Error('no group');
    const lost = { ...stored.record, shown: { ...shown, shapes: [] } };
    const explanation = await latestExplanation(lost, world.stored);
    expect(explanation).toMatchObject({ summary: shown.summary, suggestions: [] });
    expect(waitingOf(stored, explanation, world.ports)).toBeNull();
  });
});

describe('a group that is deleted while the sweep looks after it', () => {
  it('is not made anew', async () => {
    const memory = memoryGroups();
    let isGone = false;
    const groups: Groups = {
      ...memory,
      read: async (fingerprint) => (isGone ? null : memory.read(fingerprint)),
      write: async (record, version) => !isGone && memory.write(record, version),
    };
    const world = new World({ groups });
    await world.handle([itemOf()]);
    isGone = true;
    await world.pass(30);
    expect(world.told()).toEqual(['new 1+0']);
    expect(world.warnings).toEqual([]);
  });
});
