import { GRANTED_ACTIONS } from '../../lib';

it('names each action once', () => {
  const actions = GRANTED_ACTIONS.map(({ action }) => action);
  expect(new Set(actions).size).toBe(actions.length);
});

it('says of each action who uses it and why', () => {
  for (const { usedBy, because } of GRANTED_ACTIONS) {
    expect(usedBy.length).toBeGreaterThan(0);
    expect(because).toMatch(/\w/);
  }
});

it('says of each action on any resource that it has no resource types', () => {
  const broad = GRANTED_ACTIONS.filter(({ on }) => on === 'any');
  expect(broad.map(({ because }) => because)).toEqual(
    broad.map(() => expect.stringContaining('has no resource types')),
  );
});

it('leaves what reads many groups to the sweep', () => {
  const bySweepAlone = GRANTED_ACTIONS.filter(({ usedBy }) => usedBy.join() === 'sweep');
  expect(bySweepAlone.map(({ action }) => action)).toEqual([
    'dynamodb:BatchGetItem',
    'dynamodb:Query',
  ]);
});
