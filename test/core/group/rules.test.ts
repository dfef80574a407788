import { onMute, onReopen, onResolve } from '../../../core/group/move';
import { onAlertSent, onDenials, onRecount, onSweep } from '../../../core/group/rules';
import { heldBackOf } from '../../../core/group/state';
import { ANNA, at, batch, denied, SETTINGS, told } from './group';

const EXPECTED = { principals: ['role/expected'] };

describe('onDenials', () => {
  it('stays quiet below a threshold', () => {
    const { group, alert } = onDenials(told(), batch(8, 90), SETTINGS, at(90));
    expect(alert).toBeNull();
    expect(group).toMatchObject({ state: 'open', count: 9, heldSince: at(90), pending: null });
  });

  it('stays quiet within an hour of the last alert', () => {
    expect(onDenials(told(), batch(9, 59), SETTINGS, at(59)).alert).toBeNull();
  });

  it('stays quiet while an alert is pending', () => {
    const { group } = onDenials(null, batch(1, 0), SETTINGS, at(0));
    const { group: later, alert } = onDenials(group, batch(999, 90), SETTINGS, at(90));
    expect(alert).toBeNull();
    expect(later.pending).toEqual(group.pending);
  });

  it('counts what is expected and stays quiet', () => {
    const first = onDenials(null, batch(20, 0, EXPECTED), SETTINGS, at(0));
    expect(first).toMatchObject({ alert: null, group: { state: 'ignored', count: 20 } });
    const next = onDenials(first.group, batch(200, 90, EXPECTED), SETTINGS, at(90));
    expect(next).toMatchObject({ alert: null, group: { state: 'ignored', count: 220 } });
  });

  it('stays quiet while muted', () => {
    const muted = onMute(told(), { forever: true }, ANNA, at(1));
    const { group, alert } = onDenials(muted, batch(5000, 999), SETTINGS, at(999));
    expect(alert).toBeNull();
    expect(group).toMatchObject({ state: 'muted', count: 5001 });
    expect(heldBackOf(group)).toBe(5000);
  });

  it('takes no denial from before the group was resolved for a regression', () => {
    const resolved = onResolve(told(), ANNA, at(10));
    const { group, alert } = onDenials(resolved, batch(3, 9), SETTINGS, at(15));
    expect(alert).toBeNull();
    expect(group).toMatchObject({ state: 'resolved', count: 4, resolvedAt: at(10) });
  });

  it('takes no expected denial for a regression', () => {
    const resolved = onResolve(told(), ANNA, at(10));
    const { group, alert } = onDenials(resolved, batch(3, 20, EXPECTED), SETTINGS, at(20));
    expect(alert).toBeNull();
    expect(group.state).toBe('resolved');
  });

  it('alerts a new group at once, by its first denial', () => {
    const { group, alert } = onDenials(null, batch(10, 0), SETTINGS, at(5));
    expect(alert).toEqual({ kind: 'new', count: 1, heldBack: 0, since: at(0), at: at(5) });
    expect(group).toMatchObject({ state: 'new', count: 10, heldSince: at(0), pending: alert });
    expect(heldBackOf(group)).toBe(9);
  });

  it('tells an hour later of all that a storm brought', () => {
    let group = told(10);
    for (let minute = 0; minute < 999; minute += 1) {
      const ruling = onDenials(group, batch(10, minute / 1000), SETTINGS, at(minute / 1000));
      expect(ruling.alert).toBeNull();
      group = ruling.group;
    }
    expect(onSweep(group, at(59)).alert).toBeNull();
    expect(onSweep(group, at(60)).alert).toEqual({
      kind: 'repeated',
      count: 10_000,
      heldBack: 9999,
      since: at(0),
      at: at(60),
    });
  });

  it('alerts again when a threshold is reached after the hour', () => {
    const { group, alert } = onDenials(told(), batch(9, 61), SETTINGS, at(61));
    expect(alert).toMatchObject({ kind: 'repeated', count: 10, heldBack: 9, since: at(61) });
    expect(group.heldSince).toBeNull();
    const sent = alert && onAlertSent(group, alert, at(61));
    expect(onDenials(sent, batch(89, 200), SETTINGS, at(200)).alert).toBeNull();
    expect(onDenials(sent, batch(90, 200), SETTINGS, at(200)).alert).toMatchObject({ count: 100 });
  });

  it('alerts a regression at once and counts thresholds from there', () => {
    const resolved = onResolve(denied(told(), 499, 1), ANNA, at(10));
    const { group, alert } = onDenials(resolved, batch(2, 11), SETTINGS, at(12));
    expect(alert).toEqual({
      kind: 'regressed',
      count: 501,
      heldBack: 499,
      since: at(1),
      at: at(12),
    });
    expect(group).toMatchObject({ state: 'regressed', regressedAt: at(12), countBefore: 500 });
    const sent = alert && onAlertSent(group, alert, at(12));
    expect(onDenials(sent, batch(7, 99), SETTINGS, at(99)).alert).toBeNull();
    expect(onDenials(sent, batch(8, 99), SETTINGS, at(99)).alert).toMatchObject({ heldBack: 9 });
  });

  it('ends a mute by its count and says what was held back', () => {
    const muted = onMute(told(), { untilCount: 5 }, ANNA, at(1));
    const quiet = onDenials(muted, batch(3, 2), SETTINGS, at(2));
    expect(quiet.alert).toBeNull();
    const { group, alert } = onDenials(quiet.group, batch(1, 3), SETTINGS, at(3));
    expect(alert).toMatchObject({ kind: 'repeated', count: 5, heldBack: 4, since: at(2) });
    expect(group).toMatchObject({ state: 'open', muted: null });
  });

  it('does not speak of expected denials when a mute ends', () => {
    const muted = onMute(told(), { untilCount: 5 }, ANNA, at(1));
    const { group, alert } = onDenials(muted, batch(9, 2, EXPECTED), SETTINGS, at(2));
    expect(alert).toBeNull();
    expect(group.state).toBe('ignored');
  });

  it('alerts a group that was ignored from its beginning as new', () => {
    const { group } = onDenials(null, batch(4, 0, EXPECTED), SETTINGS, at(0));
    expect(onDenials(group, batch(2, 5), SETTINGS, at(5)).alert).toMatchObject({
      kind: 'new',
      count: 5,
      heldBack: 4,
      since: at(0),
    });
  });

  it('opens a group that was ignored later on without an alert', () => {
    const { group } = onDenials(told(), batch(1, 5, EXPECTED), SETTINGS, at(5));
    expect(group.state).toBe('ignored');
    const again = onDenials(group, batch(1, 6), SETTINGS, at(6));
    expect(again).toMatchObject({ alert: null, group: { state: 'open' } });
  });
});

describe('onSweep', () => {
  it('has nothing to say of a mute that ends without denials', () => {
    const muted = onMute(told(), { until: at(30) }, ANNA, at(1));
    expect(onSweep(muted, at(29))).toEqual({ group: muted, alert: null });
    expect(onSweep(muted, at(30))).toMatchObject({ alert: null, group: { state: 'open' } });
  });

  it('says what was held back when a mute ends', () => {
    const muted = denied(onMute(told(), { until: at(30) }, ANNA, at(1)), 7, 2);
    const { group, alert } = onSweep(muted, at(30));
    expect(alert).toMatchObject({ kind: 'repeated', heldBack: 7, since: at(2) });
    expect(group.history.at(-1)).toMatchObject({ from: 'muted', to: 'open', by: 'the rules' });
  });

  it('repeats a pending alert until it is sent', () => {
    const { group, alert } = onDenials(null, batch(1, 0), SETTINGS, at(0));
    expect(onSweep(group, at(90))).toEqual({ group, alert });
  });
});

describe('onAlertSent', () => {
  it('changes nothing but the time for an alert that was sent before', () => {
    const { group, alert } = onDenials(null, batch(1, 0), SETTINGS, at(0));
    const once = alert && onAlertSent(group, alert, at(1));
    const twice = once && onAlertSent(once, alert, at(2));
    expect(twice).toEqual({ ...once, lastAlertAt: at(2) });
  });

  it('leaves what was decided meanwhile to be told, less what was told', () => {
    const early = onDenials(null, batch(5, 0), SETTINGS, at(0));
    const resolved = onResolve(early.group, ANNA, at(1));
    const { group } = onDenials(resolved, batch(1, 2), SETTINGS, at(2));
    expect(group.pending).toMatchObject({ kind: 'regressed', count: 6, heldBack: 5 });
    const sent = early.alert && onAlertSent(group, early.alert, at(3));
    expect(sent?.pending).toMatchObject({ kind: 'regressed', count: 6, heldBack: 4 });
  });

  it('never drops a regression for an alert that counted too many', () => {
    const early = onDenials(denied(told(), 99, 1), batch(1, 61), SETTINGS, at(61));
    const resolved = onResolve(onRecount(early.group, 40), ANNA, at(62));
    const { group } = onDenials(resolved, batch(1, 63), SETTINGS, at(63));
    const sent = early.alert && onAlertSent(group, early.alert, at(64));
    expect(sent?.pending).toMatchObject({ kind: 'regressed', count: 41, heldBack: 0 });
  });
});

describe('onRecount', () => {
  it('lowers what was told beyond the stored denials', () => {
    const { group, alert } = onDenials(told(), batch(19, 61), SETTINGS, at(61));
    const sent = alert && onAlertSent(group, alert, at(61));
    const recounted = sent && onRecount(sent, 15);
    expect(recounted).toMatchObject({ count: 15, alertedAtCount: 15, heldSince: null });
    expect(onRecount(group, 15).pending).toMatchObject({ count: 15, heldBack: 14 });
    expect(onRecount(group, 1).pending).toBeNull();
  });

  it('never drops the alert of a new group', () => {
    const { group } = onDenials(null, batch(2, 0), SETTINGS, at(0));
    expect(onRecount(group, 1).pending).toEqual(group.pending);
  });

  it('raises what is held back, which thresholds see', () => {
    const group = onRecount(told(), 100);
    expect(heldBackOf(group)).toBe(99);
    expect(onSweep(group, at(60)).alert).toMatchObject({ heldBack: 99, since: at(0) });
  });
});

describe('onReopen', () => {
  it('gives thresholds a group that was never told', () => {
    const { group } = onDenials(null, batch(10, 0), SETTINGS, at(0));
    const reopened = onReopen(onMute(group, { forever: true }, ANNA, at(1)), ANNA, at(2));
    expect(onSweep(reopened, at(3)).alert).toMatchObject({ count: 10, heldBack: 10 });
  });
});
