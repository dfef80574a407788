import { type FilterScope, readFilterPolicy } from '../../../local/topics/filter-policy';

type Attributes = Readonly<Record<string, readonly [type: string, value: string]>>;

function lets(policy: unknown, attributes: Attributes, text = '', scope?: FilterScope): boolean {
  const read = Object.entries(attributes).map(
    ([name, [type, value]]) => [name, { type, value }] as const,
  );
  return readFilterPolicy(
    policy,
    scope ?? 'MessageAttributes',
  )({
    text,
    attributes: new Map(read),
  });
}

const ACCOUNTS = { accounts: ['111122223333', '222233334444'] };
const list = (...items: readonly unknown[]) => ['String.Array', JSON.stringify(items)] as const;

test('without a policy everything is received', () => {
  expect(lets(undefined, {})).toBe(true);
});

describe('a policy on attributes', () => {
  test.each<[string, unknown, Attributes, boolean]>([
    ['a listed value', ACCOUNTS, { accounts: ['String', '111122223333'] }, true],
    ['another value', ACCOUNTS, { accounts: ['String', '333344445555'] }, false],
    ['a number of the same digits', ACCOUNTS, { accounts: ['Number', '111122223333'] }, false],
    ['no such attribute', ACCOUNTS, { other: ['String', '111122223333'] }, false],
    ['a list with a listed value', ACCOUNTS, { accounts: list('9', '222233334444') }, true],
    ['a list without one', ACCOUNTS, { accounts: list('9', '1111') }, false],
    ['an empty list', ACCOUNTS, { accounts: list() }, false],
    ['a list as a plain text', ACCOUNTS, { accounts: ['String', '["111122223333"]'] }, false],
    ['a list of numbers', { count: [{ numeric: ['>', 5] }] }, { count: list(1, 7) }, true],
    ['a number in reach', { count: [{ numeric: ['>', 5] }] }, { count: ['Number', '6'] }, true],
    [
      'a number out of reach',
      { count: [{ numeric: ['>', 5] }] },
      { count: ['Number', '5'] },
      false,
    ],
    ['a binary value', { blob: ['YQ=='] }, { blob: ['Binary', 'YQ=='] }, false],
    ['the absence asked for', { team: [{ exists: false }] }, {}, true],
    ['a prefix', { action: [{ prefix: 'iam:' }] }, { action: ['String', 'iam:PassRole'] }, true],
    [
      'one of two attributes',
      { ...ACCOUNTS, kind: ['alert'] },
      { accounts: ['String', '111122223333'], kind: ['String', 'digest'] },
      false,
    ],
    [
      'both attributes',
      { ...ACCOUNTS, kind: ['alert'] },
      { accounts: ['String', '111122223333'], kind: ['String', 'alert'] },
      true,
    ],
  ])('%s', (_name, policy, attributes, received) => {
    expect(lets(policy, attributes)).toBe(received);
  });
});

describe('a policy on the body', () => {
  const policy = { detail: { kind: ['alert'] } };

  test.each<[string, string, boolean]>([
    ['the property', '{"detail":{"kind":"alert"}}', true],
    ['another value', '{"detail":{"kind":"digest"}}', false],
    ['no JSON', 'Role ci may not launch', false],
  ])('%s', (_name, text, received) => {
    expect(lets(policy, { kind: ['String', 'alert'] }, text, 'MessageBody')).toBe(received);
  });
});

test('what SNS would not take as a policy is refused', () => {
  expect(() => readFilterPolicy({ accounts: [] }, 'MessageAttributes')).toThrow('accounts: [] is');
});
