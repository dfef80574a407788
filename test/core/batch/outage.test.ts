// Explanations while STS, the table or a memory is not there.
import { memoryGroups } from '../../../adapters/memory-groups';
import { rememberedExplanations } from '../../../core/batch/explanations';
import { readItems } from '../../../core/batch/read-items';
import { Failure } from '../../../core/failure';
import type { StoredExplanation } from '../../../core/group/stored';
import { at } from '../group/group';
import { CUT, ENCODED, itemOf, itemsOf, manyOf } from './denials';
import { ANSWERS, type Around, OUT, World } from './world';

const unreadable: Around = (method, call) => {
  if (method === 'readExplanation') throw new Failure('ITEM_UNREADABLE', 'it is damaged');
  return call();
};

/** What is stored of the latest launches of the only group. */
async function storedBy(world: World): Promise<StoredExplanation | null> {
  const { group, shown } = await world.record();
  return world.stored.readExplanation(group.fingerprint, shown.shapes.at(-1) ?? '');
}

describe('while STS is out of reach', () => {
  it('a denial is told of at once by the other witnesses, and explained again by the sweep', async () => {
    const world = new World();
    world.sts = OUT;
    for (let minute = 0; minute < 60; minute += 5) {
      const { failed } = await world.handle([itemOf({ id: `e-${minute}` })]);
      expect(failed).toEqual([]);
      await world.pass(5);
    }
    const [first] = world.sentBy()[0]?.alerts ?? [];
    expect(first?.explanation).toMatchObject({
      verdict: 'implicit-deny',
      encodedMessage: { status: 'offline' },
    });
    expect((await world.record()).shown.reasonCode).toBe('IDENTITY_BASED_POLICY_NO_ALLOW');
    expect((await storedBy(world))?.undecodedRecord).toContain('"eventID":"e-');
    world.sts = ANSWERS;
    await world.pass(10);
    const { shown, refineAfter } = await world.record();
    expect(refineAfter).toBeNull();
    expect(shown.reasonCode).toBe('IDENTITY_BASED_POLICY_EXPLICIT_DENY');
    expect(shown.summary).toContain('explicit deny');
    expect(await storedBy(world)).toMatchObject({ isDecoded: true, undecodedRecord: null });
    expect(world.told()).toEqual(['new 1+0', 'repeated 12+11']);
    expect(world.warnings).toEqual([]);
  });

  it('each launch shape is explained again, and those that were decoded stay', async () => {
    const world = new World();
    await world.handle([itemOf({ id: 'e-0', instanceType: 'm0.large' })]);
    world.sts = OUT;
    await world.handle(
      [1, 2, 3].map((shape) => itemOf({ id: `e-${shape}`, instanceType: `m${shape}.large` })),
    );
    world.calls.decode = 0;
    world.sts = (call) => (call === 1 ? ANSWERS(call) : OUT(call));
    await world.pass(5);
    expect(world.calls.decode).toBe(2);
    world.sts = ANSWERS;
    await world.pass(5);
    expect(world.calls.decode).toBe(4);
    const { group, shown } = await world.record();
    for (const shape of shown.shapes)
      expect(await world.stored.readExplanation(group.fingerprint, shape)).toMatchObject({
        isDecoded: true,
      });
  });

  it('what the sweep decoded is not lost to a function that remembers what it could not', async () => {
    const world = new World();
    world.sts = OUT;
    await world.handle([itemOf()]);
    world.sts = ANSWERS;
    await world.pass(5);
    expect((await storedBy(world))?.isDecoded).toBe(true);
    world.sts = OUT;
    await world.handle([itemOf({ id: 'e-2' })]);
    expect((await storedBy(world))?.isDecoded).toBe(true);
    expect((await world.record()).shown.summary).toContain('explicit deny');
  });

  it('the summary is that of the latest launches once they are decoded', async () => {
    const world = new World();
    world.sts = OUT;
    await world.handle([itemOf()]);
    world.minute = 3;
    world.sts = ANSWERS;
    await world.handle([itemOf({ id: 'e-2', instanceType: 'm5.large' })]);
    world.sts = () => ({ kind: 'not-valid' });
    await world.pass(5);
    expect((await world.record()).shown.summary).toContain('explicit deny');
  });

  it('a summary that a function wrote from memory is made good by the sweep', async () => {
    const world = new World();
    world.sts = OUT;
    await world.handle([itemOf()]);
    world.sts = ANSWERS;
    world.minute = 5;
    await world.sweep();
    world.minute = 4.9;
    await world.handle([itemOf({ id: 'e-2' })]);
    expect((await world.record()).shown.summary).not.toContain('explicit deny');
    await world.pass(10);
    expect((await world.record()).shown.summary).toContain('explicit deny');
  });

  it('a decoded explanation is kept when it grows old, and made anew when STS is back', async () => {
    const world = new World();
    await world.handle([itemOf()]);
    world.minute = 60;
    world.sts = OUT;
    await world.handle([itemOf({ id: 'e-2' })]);
    expect(await storedBy(world)).toMatchObject({ isDecoded: true, at: at(60) });
    expect((await world.record()).refineAfter).toBeNull();
    world.minute = 120;
    world.sts = ANSWERS;
    await world.handle([itemOf({ id: 'e-3' })]);
    expect(world.calls.decode).toBe(3);
    expect((await storedBy(world))?.explanation.event?.id).toBe('e-3');
  });

  it('the sweep takes nothing away that a function wrote while it asked', async () => {
    const world = new World();
    world.sts = OUT;
    await world.handle([itemOf()]);
    world.minute = 5;
    let isFirst = true;
    world.around = async (method, call) => {
      const result = await call();
      if (method !== 'writeExplanation' || !isFirst) return result;
      isFirst = false;
      const other = { id: 'e-2', instanceType: 'm5.large', session: 'build-2' };
      await world.handle([itemOf(other)]);
      return result;
    };
    world.sts = (call) => (call === 3 ? OUT(call) : ANSWERS(call));
    await world.sweep();
    const { shown } = await world.record();
    expect(shown.shapes).toHaveLength(2);
    expect(shown.sessions).toEqual(['build-1', 'build-2']);
    expect((await storedBy(world))?.isDecoded).toBe(false);
    await world.pass(5);
    expect((await storedBy(world))?.isDecoded).toBe(true);
    expect((await world.record()).shown.summary).toContain('explicit deny');
  });

  it('a group whose explanations cannot be written is left to the next sweep', async () => {
    const world = new World();
    world.sts = OUT;
    await world.handle([itemOf()]);
    world.sts = ANSWERS;
    world.around = (method, call) => {
      if (method === 'writeExplanation') throw new Error('no write');
      return call();
    };
    await world.pass(5);
    expect(world.warnings).toEqual([
      'a group could not be looked after; the next sweep tries again',
    ]);
    world.around = (_method, call) => call();
    await world.pass(5);
    expect((await storedBy(world))?.isDecoded).toBe(true);
  });

  it('a stored record that is none is given up', async () => {
    const world = new World();
    world.sts = OUT;
    await world.handle([itemOf()]);
    const stored = await storedBy(world);
    const { group } = await world.record();
    if (stored === null) throw new Error('no explanation');
    await world.stored.writeExplanation(group.fingerprint, { ...stored, undecodedRecord: '{}' });
    await world.pass(5);
    expect((await world.record()).refineAfter).toBeNull();
  });
});

describe('a message that cannot be decoded', () => {
  it.each([
    ['truncated', CUT],
    ['damaged', `${ENCODED}=`],
    ['absent', ''],
  ])('is not sent to STS and not tried again: %s', async (status, encoded) => {
    const world = new World();
    await world.handle([itemOf({ encoded })]);
    await world.pass(30);
    expect(world.calls.decode).toBe(0);
    expect((await storedBy(world))?.explanation.encodedMessage.status).toBe(status);
    expect((await world.record()).refineAfter).toBeNull();
  });

  it.each([
    [{ kind: 'not-permitted', decoder: null }, 'not-permitted'],
    [{ kind: 'no-reader', account: '444455556666', roleName: 'r' }, 'not-permitted'],
    [{ kind: 'not-valid' }, 'not-valid'],
    [{ kind: 'decoded', text: 'not JSON' }, 'decoded'],
  ] as const)('is not tried again after STS answered %j', async (answer, status) => {
    const world = new World();
    world.sts = () => answer;
    await world.handle([itemOf()]);
    await world.pass(30);
    expect(world.calls.decode).toBe(1);
    expect((await storedBy(world))?.explanation.encodedMessage.status).toBe(status);
    expect(world.told()).toEqual(['new 1+0']);
  });
});

describe('an explanation that is lost', () => {
  it('is made anew by the next denial', async () => {
    const world = new World();
    world.around = unreadable;
    expect((await world.handle([itemOf()])).failed).toEqual([]);
    expect(world.told()).toEqual(['new 1+0']);
  });

  it.each([
    ['damaged', unreadable],
    ['gone', null],
  ])('lets the alert leave with what is shown of the group: %s', async (_how, around) => {
    const memory = memoryGroups();
    const groups = { ...memory, readExplanation: async () => null };
    const world = new World(around === null ? { groups } : { around });
    world.broken.add('email');
    await world.handle([itemOf()]);
    world.broken.clear();
    await world.pass(5);
    const [alert] = world.sentBy()[0]?.alerts ?? [];
    const { shown } = await world.record();
    expect(alert).toMatchObject({
      kind: 'new',
      explanation: {
        summary: shown.summary,
        action: 'iam:PassRole',
        reason: { code: shown.reasonCode },
        suggestions: [],
      },
    });
    expect(world.warnings).toEqual(['alerts could not be sent as email; they are tried again']);
  });

  it('keeps the alert back only while the table is out of reach', async () => {
    const world = new World();
    world.broken.add('email');
    await world.handle([itemOf()]);
    world.broken.clear();
    world.around = (method, call) => {
      if (method === 'readExplanation') throw new Error('no table');
      return call();
    };
    await world.pass(5);
    expect(world.sentBy()).toEqual([]);
    expect(world.warnings).toContain('an alert could not be prepared; the next sweep tries again');
    world.around = (_method, call) => call();
    await world.pass(5);
    expect(world.told()).toEqual(['new 1+0']);
  });
});

describe('the memory of a function', () => {
  it('asks the table once for each launch shape, and not at all within the hour', async () => {
    const world = new World();
    let reads = 0;
    world.around = (method, call) => {
      reads += method === 'readExplanation' ? 1 : 0;
      return call();
    };
    await world.handle(itemsOf(manyOf(20)));
    expect(reads).toBe(1);
    world.forget();
    await world.handle([itemOf({ id: 'again' })]);
    expect([reads, world.calls.decode]).toEqual([2, 1]);
  });

  it('holds a thousand explanations, and of more the latest', async () => {
    const world = new World();
    let reads = 0;
    world.around = (method, call) => {
      reads += method === 'readExplanation' ? 1 : 0;
      return call();
    };
    const explanationFor = rememberedExplanations(world.ports);
    const [arrival] = readItems([itemOf({ encoded: '' })], null).denials;
    if (arrival === undefined) throw new Error('no denial');
    const ask = (shape: number) => explanationFor('v1:a', `types=m${shape}`, arrival);
    for (let shape = 0; shape <= 1_000; shape += 1) await ask(shape);
    expect(reads).toBe(1_001);
    await ask(1);
    expect(reads).toBe(1_001);
    await ask(0);
    expect(reads).toBe(1_002);
  });
});
