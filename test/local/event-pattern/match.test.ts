import * as fc from 'fast-check';
import { matchesEvent, mismatchesOf } from '../../../local/event-pattern/match';
import { readEventPattern } from '../../../local/event-pattern/read-pattern';

type Row = readonly [pattern: unknown, refused: readonly unknown[], matched: readonly unknown[]];

/** What each documented operator refuses and matches, as the value of the one field `f`. */
const OPERATORS: Readonly<Record<string, Row>> = {
  'a string': ['x', ['X', 'xx', 1, null, true], ['x']],
  'an empty string': ['', ['x', null], ['']],
  'a number': [300, ['300', 301], [300, 300.0, 3e2]],
  true: [true, ['true', false, 1], [true]],
  null: [null, ['null', '', 0, false], [null]],
  prefix: [{ prefix: 'us-' }, ['eu-us-1', 'US-east-1', 5, null], ['us-', 'us-east-1']],
  'prefix, ignoring case': [
    { prefix: { 'equals-ignore-case': 'us-' } },
    ['eu'],
    ['US-East', 'us-'],
  ],
  suffix: [{ suffix: '.png' }, ['.png.gz', 'A.PNG', 5], ['.png', 'a.png']],
  'suffix, ignoring case': [{ suffix: { 'equals-ignore-case': '.png' } }, ['a.gz'], ['a.PnG']],
  'equals-ignore-case': [{ 'equals-ignore-case': 'Alice' }, ['alic', 1], ['ALICE', 'alice']],
  'anything-but a string': [{ 'anything-but': 'x' }, ['x'], ['y', '', 1, null, true]],
  'anything-but a number': [{ 'anything-but': 123 }, [123], [124, '123', null]],
  'anything-but strings': [{ 'anything-but': ['x', 'y'] }, ['x', 'y'], ['z', 0]],
  'anything-but numbers': [{ 'anything-but': [1, 2] }, [1, 2], [3, '1']],
  'anything-but prefix': [{ 'anything-but': { prefix: 'us-' } }, ['us-1'], ['eu-1', 5]],
  'anything-but prefixes': [{ 'anything-but': { prefix: ['a', 'b'] } }, ['ax', 'bx'], ['cx']],
  'anything-but suffix': [{ 'anything-but': { suffix: '.png' } }, ['a.png'], ['a.gz']],
  'anything-but suffixes': [{ 'anything-but': { suffix: ['.a', '.b'] } }, ['x.a', 'x.b'], ['x.c']],
  'anything-but, ignoring case': [
    { 'anything-but': { 'equals-ignore-case': 'Stop' } },
    ['STOP'],
    ['go'],
  ],
  'anything-but list, ignoring case': [
    { 'anything-but': { 'equals-ignore-case': ['a', 'b'] } },
    ['A', 'B'],
    ['c'],
  ],
  'anything-but wildcard': [{ 'anything-but': { wildcard: '*/lib/*' } }, ['/lib/x'], ['/src/x']],
  'anything-but wildcards': [{ 'anything-but': { wildcard: ['a*', '*b'] } }, ['ax', 'xb'], ['xc']],
  wildcard: [{ wildcard: 'dir/*.png' }, ['dir/a.gif', 'x/dir/a.png', 1], ['dir/.png', 'dir/a.png']],
  'wildcard with several stars': [{ wildcard: '*a*b*' }, ['ba', 'a'], ['ab', 'xaxbx', 'aab']],
  'wildcard with escapes': [{ wildcard: '\\*a\\\\*' }, ['xa\\', '*a'], ['*a\\', '*a\\b']],
  'numeric =': [{ numeric: ['=', 301.8] }, [301, '301.8'], [301.8]],
  'numeric >': [{ numeric: ['>', 5] }, [5, '6'], [6]],
  'numeric >=': [{ numeric: ['>=', 5] }, [4.9], [5]],
  'numeric <': [{ numeric: ['<', 5] }, [5, null], [-5]],
  'numeric <=': [{ numeric: ['<=', 5] }, [5.1], [5]],
  'numeric range': [{ numeric: ['>', 0, '<=', 5] }, [0, 6], [0.1, 5]],
  'cidr of IPv4': [
    { cidr: '10.0.0.0/24' },
    ['10.0.1.0', 'ec2.amazonaws.com', '::a00:1', 1],
    ['10.0.0.0', '10.0.0.255'],
  ],
  'cidr of IPv6': [{ cidr: '2001:db8::/32' }, ['2001:db9::1', '10.0.0.1'], ['2001:db8:1::1']],
  'exists true': [{ exists: true }, [[], { g: 1 }], ['', null, false, ['x']]],
  'exists false': [{ exists: false }, ['', null], [[], { g: 1 }]],
};

const field = (item: unknown) => readEventPattern({ f: [item] });

describe('an operator', () => {
  for (const [name, [item, refused, matched]] of Object.entries(OPERATORS)) {
    test.each(refused)(`${name} refuses %j`, (f) => {
      expect(matchesEvent(field(item), { f })).toBe(false);
    });
    test.each(matched)(`${name} matches %j`, (f) => {
      expect(matchesEvent(field(item), { f })).toBe(true);
    });
  }

  test.each(Object.entries(OPERATORS).filter(([name]) => name !== 'exists false'))(
    '%s refuses an event without the field',
    (_name, [item]) => {
      expect(matchesEvent(field(item), { g: 'x' })).toBe(false);
    },
  );

  test('a wildcard that would keep a regular expression busy for hours is refused at once', () => {
    const pattern = field({ wildcard: `${'*a'.repeat(30)}*b` });
    expect(matchesEvent(pattern, { f: 'a'.repeat(2_000) })).toBe(false);
  });
});

describe('a pattern', () => {
  const launch = readEventPattern({
    source: ['aws.ec2'],
    detail: { errorCode: ['A', 'B'], count: [{ numeric: ['>', 1] }] },
  });

  test.each([
    ['another value', { source: 'aws.s3', detail: { errorCode: 'A', count: 2 } }],
    ['another level', { source: 'aws.ec2', errorCode: 'A', detail: { count: 2 } }],
    ['a missing object', { source: 'aws.ec2' }],
    ['a scalar for an object', { source: 'aws.ec2', detail: 'A' }],
    ['another case of the name', { source: 'aws.ec2', detail: { ErrorCode: 'A', count: 2 } }],
    ['no object', 'aws.ec2'],
  ])('refuses %s', (_name, event) => {
    expect(matchesEvent(launch, event)).toBe(false);
  });

  test('matches when each field has any of its values', () => {
    expect(matchesEvent(launch, { source: 'aws.ec2', detail: { errorCode: 'B', count: 2 } })).toBe(
      true,
    );
  });

  test('matches an array when any element does', () => {
    const pattern = readEventPattern({ resources: ['x', { prefix: 'arn:' }] });
    expect(matchesEvent(pattern, { resources: ['y', 'z'] })).toBe(false);
    expect(matchesEvent(pattern, { resources: ['y', 'arn:z'] })).toBe(true);
    expect(matchesEvent(pattern, { resources: [['y'], ['x']] })).toBe(true);
  });

  test('looks for all fields of an object in the same element of an array', () => {
    const pattern = readEventPattern({ tags: { key: ['Team'], value: ['web'] } });
    const split = [
      { key: 'Team', value: 'db' },
      { key: 'Env', value: 'web' },
    ];
    expect(matchesEvent(pattern, { tags: split })).toBe(false);
    expect(matchesEvent(pattern, { tags: [...split, { key: 'Team', value: 'web' }] })).toBe(true);
  });

  test('looks for absence in the whole event, not in one element', () => {
    const pattern = readEventPattern({ tags: { key: [{ exists: false }] } });
    expect(matchesEvent(pattern, { tags: [{ value: 'x' }, { key: 'Team' }] })).toBe(false);
    expect(matchesEvent(pattern, { tags: [{ value: 'x' }] })).toBe(true);
  });

  test('joins $or with the fields around it', () => {
    const pattern = readEventPattern({
      source: ['s'],
      detail: { $or: [{ a: [1] }, { b: [1], $or: [{ c: [1] }, { d: [1] }] }] },
    });
    expect(matchesEvent(pattern, { source: 's', detail: { b: 1 } })).toBe(false);
    expect(matchesEvent(pattern, { source: 'x', detail: { a: 1 } })).toBe(false);
    expect(matchesEvent(pattern, { source: 's', detail: { a: 1 } })).toBe(true);
    expect(matchesEvent(pattern, { source: 's', detail: { b: 1, d: 1 } })).toBe(true);
  });

  test('names the fields that refuse an event', () => {
    const event = { source: 'aws.ec2', detail: { errorCode: 'Client.DryRunOperation' } };
    expect(mismatchesOf(launch, event)).toEqual([
      { path: 'detail.errorCode', values: ['Client.DryRunOperation'] },
      { path: 'detail.count', values: [] },
    ]);
  });

  test('names nothing for an event that matches', () => {
    const event = { source: 'aws.ec2', detail: { errorCode: 'A', count: 2 } };
    expect(mismatchesOf(launch, event)).toEqual([]);
  });
});

describe('an invalid pattern', () => {
  test.each<[unknown, string]>([
    ['x', 'its top: "x" is not an object'],
    [[], 'its top: [] is not an object'],
    [{}, 'its top: an empty object'],
    [{ detail: {} }, 'detail: an empty object'],
    [{ source: 'aws.ec2' }, 'source: "aws.ec2" is neither an object nor a filled array'],
    [{ source: [] }, 'source: [] is neither'],
    [{ f: [['x']] }, 'f: ["x"] is not a value'],
    [{ f: [{}] }, 'exactly one key'],
    [{ f: [{ prefix: 'a', suffix: 'b' }] }, 'exactly one key'],
    [{ f: [{ startsWith: 'a' }] }, '"startsWith" is none of exists, prefix,'],
    [{ f: [{ prefix: 5 }] }, 'prefix takes a string, not 5'],
    [{ f: [{ prefix: { suffix: 'a' } }] }, 'prefix knows no operator "suffix"'],
    [{ f: [{ suffix: { 'equals-ignore-case': 1 } }] }, 'suffix takes a string, not 1'],
    [{ f: [{ 'equals-ignore-case': ['a'] }] }, 'equals-ignore-case takes a string'],
    [{ f: [{ wildcard: 'a**b' }] }, 'two consecutive "*"'],
    [{ f: [{ wildcard: 'a\\b' }] }, 'may escape only'],
    [{ f: [{ wildcard: 'a\\' }] }, 'may escape only'],
    [{ f: [{ wildcard: 1 }] }, 'wildcard takes a string'],
    [{ f: [{ 'anything-but': [] }] }, 'only strings or only numbers'],
    [{ f: [{ 'anything-but': ['a', 1] }] }, 'only strings or only numbers'],
    [{ f: [{ 'anything-but': null }] }, 'only strings or only numbers'],
    [{ f: [{ 'anything-but': { cidr: '10.0.0.0/8' } }] }, 'anything-but knows no operator "cidr"'],
    [{ f: [{ 'anything-but': { prefix: '' } }] }, 'anything-but prefix takes strings'],
    [{ f: [{ 'anything-but': { prefix: [] } }] }, 'anything-but prefix takes strings'],
    [{ f: [{ numeric: 5 }] }, 'one or two comparisons'],
    [{ f: [{ numeric: ['!=', 5] }] }, 'not "!="'],
    [{ f: [{ numeric: ['=', '5'] }] }, 'numbers from -5e9 to 5e9, not "5"'],
    [{ f: [{ numeric: ['=', 6e9] }] }, 'numbers from -5e9'],
    [{ f: [{ numeric: ['<', 5, '>', 0] }] }, 'a numeric range goes from'],
    [{ f: [{ numeric: ['>', 5, '<', 5] }] }, 'a numeric range goes from'],
    [{ f: [{ cidr: '10.0.0.1' }] }, 'a block such as 10.0.0.0/24'],
    [{ f: [{ cidr: '10.0.0.0/33' }] }, 'a block such as'],
    [{ f: [{ cidr: 10 }] }, 'a block such as'],
    [{ f: [{ exists: 'yes' }] }, 'exists takes true or false'],
    [{ $or: [{ f: [1] }] }, '$or takes two or more objects'],
    [{ $or: [{ f: [1] }, 1] }, '$or takes two or more objects'],
    [{ f: [1], $or: [{ f: [2] }, { g: [2] }] }, 'f: $or and the object around it'],
  ])('%j is refused with its place', (pattern, message) => {
    expect(() => readEventPattern(pattern)).toThrow(message);
  });
});

test('an event always matches the pattern made of its own leaves', () => {
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const key = fc.stringMatching(/^[a-z]{1,4}$/);
  const flat = fc.dictionary(key, scalar, { minKeys: 1 });
  fc.assert(
    fc.property(flat, (event) => {
      const pattern = Object.fromEntries(Object.entries(event).map(([k, value]) => [k, [value]]));
      return matchesEvent(readEventPattern(pattern), event);
    }),
  );
});
