import { GRANTED_ACTIONS } from '../../lib';

it('names each action once', () => {
  const alike = GRANTED_ACTIONS.map((one) => [one.action, 'onlyWith' in one].join());
  expect(new Set(alike).size).toBe(alike.length);
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

it('leaves what reads many groups to the sweep and the dashboard', () => {
  const notByHandler = GRANTED_ACTIONS.filter(
    ({ usedBy }) => usedBy.join() === 'sweep,customWidget',
  );
  expect(notByHandler.map(({ action }) => action)).toEqual([
    'dynamodb:BatchGetItem',
    'dynamodb:Query',
  ]);
});
