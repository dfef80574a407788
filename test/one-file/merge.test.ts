import { merge } from '../../lib/one-file/merge';
import { parseTemplate } from '../../lib/one-file/template';
import { withSwitches } from '../../lib/one-file/variants';

const NONE = { Ref: 'AWS::NoValue' };

const templateOf = (properties: object, more: object = {}) =>
  parseTemplate({ Resources: { Queue: { Type: 'Queue', Properties: properties }, ...more } });

function merged(on: object, off: object): unknown {
  return merge('Wanted', templateOf(on), templateOf(off)).Resources['Queue']?.['Properties'];
}

const either = (on: unknown, off: unknown) => ({ 'Fn::If': ['Wanted', on, off] });

describe('two templates become one', () => {
  test.each([
    ['what is the same stays', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
    ['another value', { a: 1 }, { a: 2 }, { a: either(1, 2) }],
    [
      'a value within',
      { a: { b: 1, c: 3 } },
      { a: { b: 2, c: 3 } },
      { a: { b: either(1, 2), c: 3 } },
    ],
    ['a property of the first', { a: 1, b: 2 }, { a: 1 }, { a: 1, b: either(2, NONE) }],
    ['a property of the second', {}, { b: 2 }, { b: either(NONE, 2) }],
    ['an item of the first', { a: [1, 2, 3] }, { a: [1, 3] }, { a: [1, either(2, NONE), 3] }],
    ['an item in place', { a: [1, 2] }, { a: [1, 3] }, { a: [1, either(2, 3)] }],
    ['another list', { a: [1, 2] }, { a: [3] }, { a: either([1, 2], [3]) }],
    ['a list that grew at its other side', { a: [1] }, { a: [1, 2] }, { a: either([1], [1, 2]) }],
    ['a list or one value', { a: ['x', 'y'] }, { a: 'x' }, { a: either(['x', 'y'], 'x') }],
    [
      'what CloudFormation computes, whole',
      { a: { 'Fn::Join': ['', ['x', 'y']] } },
      { a: { Ref: 'X' } },
      { a: either({ 'Fn::Join': ['', ['x', 'y']] }, { Ref: 'X' }) },
    ],
  ])('%s', (_, on, off, both) => {
    expect(merged(on, off)).toEqual(both);
  });

  it('lets a resource of the first be there under the condition', () => {
    const both = merge('Wanted', templateOf({}, { Topic: { Type: 'Topic' } }), templateOf({}));
    expect(both.Resources).toMatchObject({
      Queue: { Type: 'Queue' },
      Topic: { Type: 'Topic', Condition: 'Wanted' },
    });
    expect(both.Resources['Queue']).not.toHaveProperty('Condition');
  });

  it('refuses a resource that only the second has', () => {
    expect(() =>
      merge('Wanted', templateOf({}), templateOf({}, { Topic: { Type: 'Topic' } })),
    ).toThrow('Topic is there only without Wanted');
  });

  it('refuses a resource under two conditions', () => {
    const both = (Condition: string) => templateOf({}, { Topic: { Type: 'Topic', Condition } });
    expect(() => merge('Wanted', both('Old'), templateOf({}))).toThrow(
      'Topic would be there under two conditions: Old and Wanted',
    );
    expect(merge('Wanted', both('Old'), both('Old'))).toEqual(both('Old'));
  });
});

describe('switches', () => {
  const switchOf = (name: string) => ({
    name,
    condition: {},
    on: { [name]: true },
    off: { [name]: false },
  });
  const made: object[] = [];
  const stackOf = (settings: Record<string, boolean>) => {
    made.push(settings);
    return templateOf(settings);
  };

  it('make a stack for each combination, and those inside only where theirs is on', () => {
    const outer = { ...switchOf('Outer'), inside: [switchOf('Inner')] };
    const { Resources } = withSwitches(stackOf, {}, [outer, switchOf('Other')]);
    expect(made).toEqual([
      { Outer: true, Inner: true, Other: true },
      { Outer: true, Inner: true, Other: false },
      { Outer: true, Inner: false, Other: true },
      { Outer: true, Inner: false, Other: false },
      { Outer: false, Other: true },
      { Outer: false, Other: false },
    ]);
    expect(Resources['Queue']?.['Properties']).toEqual({
      Outer: { 'Fn::If': ['Outer', true, false] },
      Inner: { 'Fn::If': ['Outer', { 'Fn::If': ['Inner', true, false] }, NONE] },
      Other: { 'Fn::If': ['Other', true, false] },
    });
  });
});
