import { GRANTED_ACTIONS } from '../../lib';

it('names each action once', () => {
  const actions = GRANTED_ACTIONS.map(({ action }) => action);
  expect(new Set(actions).size).toBe(actions.length);
});

it('says of each action on any resource that it has no resource types', () => {
  const broad = GRANTED_ACTIONS.filter(({ on }) => on === 'any');
  expect(broad.map(({ because }) => because)).toEqual(
    broad.map(() => expect.stringContaining('has no resource types')),
  );
});
