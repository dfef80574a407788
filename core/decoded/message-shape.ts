// text → [which key of a decoded message stands in which object] → decoded → explained

/** What an object or a list is in a decoded message; null for anything else. */
export type Role = keyof typeof KEYS | null;

const LIST = ['items'] as const;

/** The keys of each object, and of each list's wrapper. */
const KEYS = {
  /** What STS answers. */
  answer: ['DecodedMessage'],
  message: ['allowed', 'explicitDeny', 'matchedStatements', 'failures', 'context'],
  matchedStatements: LIST,
  statement: [
    'statementId',
    'effect',
    'principals',
    'principalGroups',
    'actions',
    'resources',
    'conditions',
  ],
  failures: LIST,
  principals: LIST,
  principalGroups: LIST,
  actions: LIST,
  resources: LIST,
  conditions: LIST,
  values: LIST,
  condition: ['key', 'values'],
  item: ['value'],
  context: ['principal', 'action', 'resource', 'conditions'],
  principal: ['id', 'name', 'arn'],
} as const;

/** What the lists hold. */
const ELEMENTS: Readonly<Record<string, Role>> = {
  matchedStatements: 'statement',
  principals: 'item',
  principalGroups: 'item',
  actions: 'item',
  resources: 'item',
  values: 'item',
  conditions: 'condition',
};

const ADMITTED: ReadonlyMap<Role, ReadonlySet<string>> = new Map(
  Object.entries(KEYS).map(([role, keys]) => [asRole(role), new Set<string>(keys)]),
);

/** All keys of a decoded message and of the answer of STS that holds it. */
export const KNOWN_KEYS: ReadonlySet<string> = new Set<string>(Object.values(KEYS).flat());

/** Whether an object of this role has such a key. */
export function admits(role: Role, key: string): boolean {
  return ADMITTED.get(role)?.has(key) === true;
}

/** The role of what a list of this role holds. */
export function elementRole(list: Role): Role {
  return list === null ? null : (ELEMENTS[list] ?? null);
}

/** The role of the object or list under a key. */
export function childRole(parent: Role, key: string): Role {
  if (key === 'DecodedMessage') return 'message';
  return key === 'items' ? parent : asRole(key);
}

const OWNERS = ['answer', 'message', 'context'] as const;

/** The role that an object without one takes from its first known key. */
export function roleOfOwner(key: string): Role {
  return OWNERS.find((role) => admits(role, key)) ?? null;
}

function asRole(name: string): Role {
  return isRole(name) ? name : null;
}

function isRole(name: string): name is keyof typeof KEYS {
  return Object.hasOwn(KEYS, name);
}
