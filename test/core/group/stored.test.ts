import fc from 'fast-check';
import { type GroupRecord, sortableTime } from '../../../core/group/stored';
import { changedAt, sendAfter, waitsUntil } from '../../../core/group/waits';
import type { Group } from '../../../core/group/state';
import { ANNA, at, denied, told } from './group';

function record(
  changed: Partial<Group> = {},
  recountAfter: string | null = null,
  more: Partial<GroupRecord> = {},
): GroupRecord {
  const shown = {
    account: '111122223333',
    principal: 'role/ci-runner',
    action: null,
    summary: '',
    reasonCode: 'NO_ALLOW',
    regions: [],
    sessions: [],
    shapes: [],
    resource: null,
    messageStatus: 'absent' as const,
    days: [],
  };
  return {
    group: { ...told(), ...changed },
    shown,
    sending: null,
    countedAt: at(0),
    recountAfter,
    refineAfter: null,
    ...more,
  };
}

describe('sortableTime', () => {
  test.each(['', 'soon', '2026-13-45T00:00:00Z'])('puts %j before all times', (time) => {
    expect(sortableTime(time)).toBe('1970-01-01T00:00:00.000Z');
  });

  it('keeps times within four digits of the year', () => {
    expect(sortableTime('+012026-11-20T09:14:00Z')).toBe('9999-12-31T23:59:59.999Z');
    expect(sortableTime('1969-11-20T09:14:00Z')).toBe('1970-01-01T00:00:00.000Z');
  });

  it('writes a time in UTC with milliseconds', () => {
    expect(sortableTime('2026-11-20T09:14:03+01:00')).toBe('2026-11-20T08:14:03.000Z');
  });

  it('lets texts sort as times do', () => {
    const time = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') });
    fc.assert(
      fc.property(time, time, (one, other) => {
        const [a, b] = [one, other].map((date) => sortableTime(date.toISOString()));
        expect(String(a) < String(b)).toBe(one.getTime() < other.getTime());
      }),
    );
  });
});

describe('waitsUntil', () => {
  it('is null where nothing is pending, due or to be counted', () => {
    expect(waitsUntil(record())).toBeNull();
  });

  it('is the time of the recount alone', () => {
    expect(waitsUntil(record({}, '2026-11-20T09:20:00Z'))).toBe('2026-11-20T09:20:00.000Z');
  });

  it('is the earlier of both', () => {
    const muted = { state: 'muted', muted: { until: at(5) } } as const;
    expect(waitsUntil(record(muted))).toBe(at(5));
    expect(waitsUntil(record(muted, at(3)))).toBe(at(3));
    expect(waitsUntil(record(muted, at(8)))).toBe(at(5));
  });

  it('is the time of the refinement where that is the earliest', () => {
    expect(waitsUntil(record({}, at(8), { refineAfter: at(4) }))).toBe(at(4));
  });

  it('is when an alert that somebody is sending may be sent by another', () => {
    const sending = { triedAt: at(1), sentTo: [] };
    expect(waitsUntil(record(denied(null, 1, 0), at(9), { sending }))).toBe(at(4));
  });

  it('is long ago where the time cannot be read', () => {
    expect(waitsUntil(record({}, 'soon'))).toBe('1970-01-01T00:00:00.000Z');
  });
});

describe('sendAfter', () => {
  const sending = { triedAt: at(1), sentTo: [] };

  it('is when the alert was decided where nobody tried to send it', () => {
    expect(sendAfter(record(denied(null, 1, 0)))).toBe(at(0));
  });

  it('is three minutes after the last try', () => {
    expect(sendAfter(record(denied(null, 1, 0), null, { sending }))).toBe(at(4));
  });

  it('takes no notice of a try whose alert is gone', () => {
    expect(sendAfter(record({}, null, { sending }))).toBeNull();
  });
});

describe('changedAt', () => {
  it('is the last denial where it is the latest', () => {
    expect(changedAt(record({ lastSeen: at(9) }))).toBe(at(9));
  });

  it('is the last alert where it is the latest', () => {
    expect(changedAt(record({ lastAlertAt: at(7) }))).toBe(at(7));
  });

  it('is the last change of state where it is the latest', () => {
    const change = { by: ANNA, from: 'new', to: 'open', note: '' } as const;
    const history = [
      { ...change, at: at(8) },
      { ...change, at: at(2) },
    ];
    expect(changedAt(record({ history }))).toBe(at(8));
  });
});
