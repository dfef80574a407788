import { GRANTED_ACTIONS } from '../../lib';
import { GROUP_ACTIONS } from '../../lib/granted-actions';

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

it('grants nothing for groups that is granted already, and nothing broader than the table', () => {
  const granted = new Set<string>(GRANTED_ACTIONS.map(({ action }) => action));
  expect(GROUP_ACTIONS.filter(({ action }) => granted.has(action))).toEqual([]);
  for (const { on, because } of GROUP_ACTIONS) {
    expect(on).toMatch(/^table/);
    expect(because).toMatch(/\w/);
  }
});
