import { REASONS } from '../../../core/explain/reasons';
import { reasonIndex } from '../../../core/reasons/reason-index';

const index = reasonIndex();

it('leaves the implicit form of resource control policies empty', () => {
  expect(index).toContain(
    '| resource control policy | - | [RESOURCE_CONTROL_POLICY_EXPLICIT_DENY](RESOURCE_CONTROL_POLICY_EXPLICIT_DENY.md) |',
  );
});

it('keeps the reasons without a policy type in the last row', () => {
  expect(index).toContain(
    '| not named by AWS | [NO_ALLOW](NO_ALLOW.md) | [EXPLICIT_DENY](EXPLICIT_DENY.md) |',
  );
});

it('links every code exactly once', () => {
  const links = [...index.matchAll(/\[(\w+)\]\(\1\.md\)/g)].flatMap(([, code]) => code ?? []);
  expect(links.toSorted()).toEqual(Object.keys(REASONS).toSorted());
});

it('says what the reasons outside the grid mean', () => {
  expect(index).toContain('| [NOT_STATED](NOT_STATED.md) | AWS does not say why |');
});
