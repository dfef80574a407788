import { latestExplanation, loadCause } from '../../../core/review/load-cause';
import { occurrence, storedExplanation } from '../../adapters/group-table/sample';
import { fingerprintOf, groupOf, NOW, stored } from './sample';

const FINGERPRINT = fingerprintOf(1);
const shown = { shapes: ['types=a', 'types=b', 'types=c'] };

describe('a cause', () => {
  test('is none where no group has the fingerprint', async () => {
    const { groups } = await stored([]);
    expect(await loadCause(groups, FINGERPRINT, { now: NOW })).toBeNull();
  });

  test('comes with its denials and the explanation of the latest shape that has one', async () => {
    const { groups } = await stored([groupOf(1, 'open', {}, shown)]);
    await groups.writeExplanation(FINGERPRINT, storedExplanation({ shape: 'types=a' }));
    await groups.writeExplanation(FINGERPRINT, storedExplanation({ shape: 'types=b' }));
    await groups.addOccurrences(FINGERPRINT, [occurrence(1), occurrence(2)]);
    const cause = await loadCause(groups, FINGERPRINT, { now: NOW });
    expect([cause?.shape, cause?.occurrences.items.length]).toEqual(['types=b', 2]);
    expect(cause?.explanation?.summary).toBe(storedExplanation().explanation.summary);
    const other = await loadCause(groups, FINGERPRINT, { now: NOW, shape: 'types=a' });
    expect(other?.shape).toBe('types=a');
    const foreign = await loadCause(groups, FINGERPRINT, { now: NOW, shape: 'types=z' });
    expect(foreign?.shape).toBe('types=b');
  });

  test('stays where its explanations expired', async () => {
    const { groups } = await stored([groupOf(1, 'open', {}, shown)]);
    const cause = await loadCause(groups, FINGERPRINT, { now: NOW });
    expect(cause).toMatchObject({ explanation: null, explainedAt: null, shape: '' });
    expect(await latestExplanation(groups, groupOf(1))).toBeNull();
  });

  test.each([
    ['new', ['mute', 'resolve']],
    ['open', ['mute', 'resolve']],
    ['regressed', ['mute', 'resolve', 'reopen']],
    ['muted', ['mute', 'resolve', 'reopen']],
    ['ignored', ['mute', 'resolve']],
    ['resolved', ['mute', 'reopen']],
  ] as const)('that is %s can be moved by %j', async (state, moves) => {
    const { groups } = await stored([groupOf(1, state)]);
    expect((await loadCause(groups, FINGERPRINT, { now: NOW }))?.moves).toEqual(moves);
  });
});
