import { dueAt } from '../../../core/group/due';
import { onMute, onResolve } from '../../../core/group/move';
import { onDenials } from '../../../core/group/rules';
import { ANNA, at, batch, denied, SETTINGS, told } from './group';

describe('dueAt', () => {
  it('is never for a group that waits for nothing', () => {
    expect(dueAt(told())).toBeNull();
    expect(dueAt(denied(told(), 8, 1))).toBeNull();
    expect(dueAt(onResolve(denied(told(), 99, 1), ANNA, at(2)))).toBeNull();
    expect(dueAt(denied(onMute(told(), { forever: true }, ANNA, at(1)), 99, 2))).toBeNull();
    expect(dueAt(onMute(told(), { untilCount: 5 }, ANNA, at(1)))).toBeNull();
  });

  it('is when a pending alert was decided', () => {
    expect(dueAt(onDenials(null, batch(1, 0), SETTINGS, at(4)).group)).toBe(at(4));
  });

  it('is an hour after the last alert where a threshold is reached', () => {
    expect(dueAt(denied(told(), 9, 1))).toBe(at(60));
  });

  it('is the end of a mute', () => {
    const muted = onMute(told(), { until: at(45) }, ANNA, at(1));
    expect(dueAt(muted)).toBe(at(45));
    const full = { ...onMute(told(), { untilCount: 5 }, ANNA, at(1)), count: 5 };
    expect(dueAt(full)).toBe(at(0));
  });
});
