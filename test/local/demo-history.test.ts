import * as v from 'valibot';
import { demoHistory, onceMore } from '../../local/demo-history';

const detailed = v.object({ detail: v.object({ eventID: v.string(), eventTime: v.string() }) });
const NOW = Date.parse('2026-11-23T10:00:00Z');
const event = (name: string) => ({
  title: name,
  event: {
    source: 'aws.ec2',
    detail: { eventID: `0f1e2d3c-${name}`, eventTime: '2020-01-01T00:00:00Z', name },
  },
});

describe('the demo of the dashboard', () => {
  test('happened within two weeks before now, oldest first, each event with an id of its own', () => {
    const played = demoHistory(['a', 'b', 'c'].map(event), NOW);
    const details = played.map(({ event: one }) => v.parse(detailed, one).detail);
    const times = details.map(({ eventTime }) => Date.parse(eventTime));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times[0]).toBeGreaterThan(NOW - 14 * 86_400_000);
    expect(times.at(-1)).toBeLessThan(NOW);
    expect(new Set(details.map(({ eventID }) => eventID)).size).toBe(details.length);
  });

  test('leaves alone what is no event', () => {
    const input = { title: 'x', event: { nothing: 1 } };
    expect(demoHistory([input], NOW)).toEqual([input]);
    expect(onceMore([{ title: 'x', event: 'platform-deploy' }], NOW)).toEqual([]);
  });

  test('brings one cause back', () => {
    const [back, ...others] = onceMore(['a', 'platform-deploy'].map(event), NOW);
    expect(others).toEqual([]);
    expect(back).toMatchObject({ event: { detail: { eventTime: '2026-11-23T10:00:00Z' } } });
  });
});
