import { onMute, onReopen, onResolve } from '../../../core/group/move';
import { onDenials } from '../../../core/group/rules';
import { heldBackOf } from '../../../core/group/state';
import { ANNA, at, batch, denied, SETTINGS, told } from './group';

describe('onReopen', () => {
  it('leaves an open group as it is', () => {
    const group = denied(told(), 1, 1);
    expect(onReopen(group, ANNA, at(2))).toBe(group);
  });

  it('opens a muted and a resolved group', () => {
    const muted = onMute(told(), { forever: true }, ANNA, at(1));
    expect(onReopen(muted, ANNA, at(2))).toMatchObject({ state: 'open', muted: null });
    const resolved = onResolve(told(), ANNA, at(1));
    expect(onReopen(resolved, ANNA, at(2))).toMatchObject({ state: 'open', resolvedAt: null });
  });
});

describe('onResolve', () => {
  it('leaves a resolved group as it is', () => {
    const resolved = onResolve(told(), ANNA, at(1));
    expect(onResolve(resolved, ANNA, at(2))).toBe(resolved);
  });

  it('says who resolved it and when', () => {
    const resolved = onResolve(told(), ANNA, at(1));
    expect(resolved).toMatchObject({ state: 'resolved', resolvedAt: at(1) });
    expect(resolved.history).toEqual([
      { at: at(0), by: 'the rules', from: null, to: 'new', note: '' },
      { at: at(1), by: ANNA, from: 'new', to: 'resolved', note: '' },
    ]);
  });
});

describe('onMute', () => {
  it('holds back what a pending alert would have told', () => {
    const { group } = onDenials(null, batch(4, 0), SETTINGS, at(0));
    const muted = onMute(group, { forever: true }, ANNA, at(1));
    expect(muted).toMatchObject({ pending: null, heldSince: at(0), muted: { forever: true } });
    expect(heldBackOf(muted)).toBe(4);
  });

  it('takes the place of the mute before', () => {
    const muted = onMute(told(), { forever: true }, ANNA, at(1));
    const again = onMute(muted, { untilCount: 1000 }, ANNA, at(2));
    expect(again.muted).toEqual({ untilCount: 1000 });
    expect(again.history.map(({ note }) => note)).toEqual([
      '',
      'muted for good',
      'muted until its count is 1,000',
    ]);
  });

  it('keeps the latest 20 changes', () => {
    let group = told();
    for (let minute = 1; minute <= 30; minute += 1)
      group = onMute(group, { until: at(99) }, ANNA, at(minute));
    expect(group.history).toHaveLength(20);
    expect(group.history.at(-1)).toMatchObject({ at: at(30), note: `muted until ${at(99)}` });
  });
});
