import type { Explanation } from '../../../core/contract';
import { explain } from '../../../core/explain/explain';
import { shownOf } from '../../../core/group/shown';
import type { Occurrence } from '../../../core/group/stored';
import { DECODED, denial, EVENT } from './denial';

const occurrence = (changed: Partial<Occurrence> = {}): Occurrence => ({
  eventId: 'e-1',
  time: EVENT.time,
  region: 'eu-west-1',
  session: 'build-1',
  shape: 'types=t3.large',
  ...changed,
});

const explanationOf = (event: typeof EVENT | null): Explanation =>
  explain({
    decoded: DECODED,
    ...denial({}, { event }),
    message: { status: 'decoded', length: 600 },
  });

const numbered = (length: number) => Array.from({ length }, (_, index) => String(index));

describe('shownOf', () => {
  it('leaves out what is not known', () => {
    const shown = shownOf(null, '', explanationOf(null), [
      occurrence({ region: '', session: null, shape: '' }),
    ]);
    expect(shown).toMatchObject({ account: '', regions: [], sessions: [], shapes: [] });
  });

  it('keeps the account that an earlier denial named', () => {
    const before = shownOf(null, 'role/a', explanationOf(EVENT), [occurrence()]);
    expect(shownOf(before, 'role/a', explanationOf(null), []).account).toBe('111122223333');
  });

  it('keeps the name of the account where a denial has none, and takes over another', () => {
    const named = (accountName: string) => explanationOf({ ...EVENT, accountName });
    const before = shownOf(null, '', named('payments'), []);
    expect(before.accountName).toBe('payments');
    expect(shownOf(before, '', explanationOf(EVENT), []).accountName).toBe('payments');
    expect(shownOf(before, '', named('billing'), []).accountName).toBe('billing');
  });

  it('takes over the words of the latest explanation', () => {
    const { summary, action, reason, resource } = explanationOf(EVENT);
    expect(shownOf(null, 'role/ci-runner', explanationOf(EVENT), [occurrence()])).toEqual({
      account: '111122223333',
      principal: 'role/ci-runner',
      action,
      summary,
      reasonCode: reason.code,
      regions: ['eu-west-1'],
      sessions: ['build-1'],
      shapes: ['types=t3.large'],
      resource,
      messageStatus: 'decoded',
      days: [['2026-11-20', 1]],
    });
  });

  it('lists each text once, where it came last', () => {
    const come = ['a', 'b', 'a', 'c'].map((session) => occurrence({ session }));
    const before = shownOf(null, '', explanationOf(EVENT), come);
    expect(before.sessions).toEqual(['b', 'a', 'c']);
    const { sessions } = shownOf(before, '', explanationOf(EVENT), [occurrence({ session: 'b' })]);
    expect(sessions).toEqual(['a', 'c', 'b']);
  });

  it('counts denials by their day, the latest 14 that have any', () => {
    const on = (day: number) =>
      occurrence({ time: `2026-11-${String(day).padStart(2, '0')}T09:14:03Z` });
    const before = shownOf(null, '', explanationOf(EVENT), [on(3), on(1), on(3)]);
    expect(before.days).toEqual([
      ['2026-11-01', 1],
      ['2026-11-03', 2],
    ]);
    const later = Array.from({ length: 14 }, (_, index) => on(index + 3));
    const { days } = shownOf(before, '', explanationOf(EVENT), [
      ...later,
      occurrence({ time: '' }),
    ]);
    expect(days).toHaveLength(14);
    expect(days[0]).toEqual(['2026-11-03', 3]);
  });

  it('counts a denial on the day it has in UTC', () => {
    const late = occurrence({ time: '2026-11-20T23:30:00-05:00' });
    const { days } = shownOf(null, '', explanationOf(EVENT), [late]);
    expect(days).toEqual([['2026-11-21', 1]]);
  });

  it('keeps 30 Regions, 10 sessions and 50 shapes, the latest', () => {
    const come = numbered(70).map((text) =>
      occurrence({ region: text, session: text, shape: text }),
    );
    const { regions, sessions, shapes } = shownOf(null, '', explanationOf(EVENT), come);
    expect(regions).toEqual(numbered(70).slice(40));
    expect(sessions).toEqual(numbered(70).slice(60));
    expect(shapes).toEqual(numbered(70).slice(20));
  });
});
