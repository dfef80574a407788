import fc from 'fast-check';
import { ALERTS_A_MINUTE, type Candidate, fold } from '../../../core/group/budget';
import { ALERT_KINDS } from '../../../core/group/state';

const cause = (fingerprint: string, changed: Partial<Candidate> = {}): Candidate => ({
  fingerprint,
  summary: `role ${fingerprint} may not perform ec2:RunInstances`,
  count: 1,
  kind: 'new',
  ...changed,
});

const causes = (n: number) => Array.from({ length: n }, (_, at) => cause(`v1:${1000 + at}`));

describe('fold', () => {
  it('sends nothing where nothing waits', () => {
    expect(fold([], 0)).toEqual({ send: [], folded: [], waiting: [] });
  });

  it.each([20, 21])('leaves all to wait once %i alerts were sent within the minute', (sent) => {
    expect(fold(causes(3), sent)).toEqual({ send: [], folded: [], waiting: causes(3) });
  });

  it('sends one where a limit leaves none', () => {
    expect(fold(causes(1), 0, 0).send).toHaveLength(1);
  });

  it('folds nothing that fits', () => {
    expect(fold(causes(20), 0)).toEqual({ send: causes(20), folded: [], waiting: [] });
  });

  it('folds what exceeds the limit into one alert', () => {
    const { send, folded, waiting } = fold(causes(500), 0);
    expect([send.length, folded.length, waiting.length]).toEqual([19, 481, 0]);
  });

  it('folds all where one alert is left', () => {
    expect(fold(causes(2), 19)).toEqual({ send: [], folded: causes(2), waiting: [] });
  });

  it('leaves what no message can list to wait', () => {
    const { folded, waiting } = fold(causes(600), 19);
    expect([folded.length, waiting.length]).toEqual([500, 100]);
  });

  it('sends new causes before regressed ones, and the loudest first', () => {
    const loud = cause('b', { kind: 'repeated', count: 1000 });
    const louder = cause('a', { kind: 'repeated', count: 10_000 });
    const regressed = cause('c', { kind: 'regressed' });
    const fresh = [cause('e'), cause('d')];
    const { send, folded } = fold([loud, louder, regressed, ...fresh], 0, 4);
    expect(send).toEqual([cause('d'), cause('e'), regressed]);
    expect(folded).toEqual([louder, loud]);
  });

  it('keeps each cause in exactly one list, and the alerts within the limit', () => {
    const some = fc.uniqueArray(
      fc.record({
        fingerprint: fc.string(),
        summary: fc.string(),
        count: fc.nat(),
        kind: fc.constantFrom(...ALERT_KINDS),
      }),
      { selector: ({ fingerprint }) => fingerprint, maxLength: 40 },
    );
    fc.assert(
      fc.property(
        some,
        fc.nat({ max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (all, sent, limit) => {
          const { send, folded, waiting } = fold(all, sent, limit);
          const told = [...send, ...folded, ...waiting].map(({ fingerprint }) => fingerprint);
          expect(told.toSorted()).toEqual(all.map(({ fingerprint }) => fingerprint).toSorted());
          expect(folded.length).not.toBe(1);
          const alerts = send.length + Math.min(1, folded.length);
          expect(alerts).toBeLessThanOrEqual(Math.max(0, limit - sent));
          expect(alerts > 0 || all.length === 0 || sent >= limit).toBe(true);
        },
      ),
    );
  });

  it('stays far below ten alerts a second', () => {
    expect(ALERTS_A_MINUTE / 60).toBeLessThan(1);
  });
});
