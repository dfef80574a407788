import { moveGroup } from '../../../core/review/move-group';
import { movedWords, muteWith, readMove } from '../../../core/review/moves';
import { fingerprintOf, groupOf, NOW, stored } from './sample';

const FINGERPRINT = fingerprintOf(1);
const mover = { by: 'arn:aws:iam::111122223333:user/ann', now: NOW };
const resolve = readMove('resolve', undefined, NOW) ?? fail();
const reopen = readMove('reopen', undefined, NOW) ?? fail();

describe('a move', () => {
  test.each([
    ['explode', undefined],
    ['mute', undefined],
    ['mute', '5d'],
    ['mute', 'toString'],
  ])('is none: %s %s', (name, length) => {
    expect(readMove(name, length, NOW)).toBeNull();
  });

  test.each([
    ['1d', { until: '2026-11-24T10:00:00.000Z' }],
    ['30d', { until: '2026-12-23T10:00:00.000Z' }],
    ['forever', { forever: true }],
  ])('mutes for %s', async (length, muted) => {
    const { groups } = await stored([groupOf(1)]);
    const moved = await moveGroup(
      groups,
      FINGERPRINT,
      readMove('mute', length, NOW) ?? fail(),
      mover,
    );
    expect(moved).toMatchObject({ kind: 'moved', record: { group: { state: 'muted', muted } } });
    expect(movedWords(moved)).toBeNull();
  });

  test('notes who made it, and gives up an alert that waits', async () => {
    const pending = { kind: 'repeated', count: 2, heldBack: 1, since: NOW, at: NOW } as const;
    const sending = { triedAt: NOW, sentTo: [] };
    const { groups } = await stored([{ ...groupOf(1, 'open', { pending }), sending }]);
    await moveGroup(groups, FINGERPRINT, resolve, mover);
    const record = (await groups.read(FINGERPRINT))?.record;
    expect(record?.group.history.at(-1)).toMatchObject({ by: mover.by, to: 'resolved' });
    expect([record?.group.pending, record?.sending]).toEqual([null, null]);
  });

  test('keeps what is being sent where the alert stays', async () => {
    const pending = { kind: 'repeated', count: 2, heldBack: 1, since: NOW, at: NOW } as const;
    const sending = { triedAt: NOW, sentTo: [] };
    const { groups } = await stored([{ ...groupOf(1, 'regressed', { pending }), sending }]);
    await moveGroup(groups, FINGERPRINT, reopen, mover);
    expect((await groups.read(FINGERPRINT))?.record.sending).toEqual(sending);
  });

  test('says what became of it where it did nothing', async () => {
    const { groups } = await stored([groupOf(1, 'open')]);
    const words = async (fingerprint: string, move: typeof resolve) =>
      movedWords(await moveGroup(groups, fingerprint, move, mover));
    expect(await words('v1:none', resolve)).toContain('does not exist');
    expect(await words(FINGERPRINT, reopen)).toContain('stays open');
    expect(await words(FINGERPRINT, muteWith({ untilCount: 1 }))).toContain(
      'allowed is a count above',
    );
    const mute = muteWith({ forever: true });
    await moveGroup(groups, FINGERPRINT, mute, mover);
    expect(await words(FINGERPRINT, mute)).toContain('stays muted');
  });

  test('gives up where others write in each try', async () => {
    const { groups } = await stored([groupOf(1)]);
    const busy = { ...groups, write: async () => false };
    const moved = await moveGroup(busy, FINGERPRINT, resolve, mover);
    expect(moved).toEqual({ kind: 'busy', tries: 5 });
    expect(movedWords(moved)).toContain('in each of 5 tries');
  });
});
