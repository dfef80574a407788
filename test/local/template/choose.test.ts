import { chooseResources } from '../../../local/template/choose';
import { HOME } from '../../../local/template/place';
import type { Template } from '../../../local/template/template';

const resource = (Properties: object, Condition?: string) => ({
  Type: 'AWS::X::Y',
  Properties: { ...Properties },
  ...(Condition === undefined ? {} : { Condition }),
});

/** What is left of one property. */
function chosen(
  value: unknown,
  given: Readonly<Record<string, string>> = {},
  sections: Partial<Template> = {},
): unknown {
  const Parameters = {
    Name: { Type: 'String', Default: 'a' },
    Size: { Type: 'Number', Default: 3 },
    Items: { Type: 'CommaDelimitedList', Default: 'x, y' },
  };
  const Conditions = {
    IsB: { 'Fn::Equals': [{ Ref: 'Name' }, 'b'] },
    IsNotB: { 'Fn::Not': [{ Condition: 'IsB' }] },
    IsHere: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
    HasX: {
      'Fn::Equals': [{ 'Fn::Select': [0, { Ref: 'Items' }] }, 'x'],
    },
    Both: { 'Fn::And': [{ Condition: 'IsB' }, { Condition: 'IsHere' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsB' }, { Condition: 'IsHere' }] },
    HasItems: {
      'Fn::Not': [{ 'Fn::Equals': [{ 'Fn::Join': ['', { Ref: 'Items' }] }, ''] }],
    },
  };
  const template = { Parameters, Conditions, Resources: { R: resource({ value }) }, ...sections };
  return chooseResources(template, given, HOME).Resources['R']?.Properties['value'];
}

test('a template without parameters and conditions comes back as it is', () => {
  const Resources = {
    R: resource({ value: [{ Ref: 'R' }, { 'Fn::GetAtt': ['R', 'Arn'] }, null] }),
  };
  expect(chooseResources({ Resources }, {}, HOME)).toEqual({ Resources, Outputs: {} });
});

describe('a parameter', () => {
  test.each<[unknown, Readonly<Record<string, string>>, unknown]>([
    [{ Ref: 'Name' }, {}, 'a'],
    [{ Ref: 'Name' }, { Name: 'b' }, 'b'],
    [{ Ref: 'Size' }, {}, 3],
    [{ Ref: 'Size' }, { Size: '14' }, 14],
    [{ Ref: 'Items' }, {}, ['x', 'y']],
    [{ Ref: 'Items' }, { Items: '' }, ['']],
    [{ Ref: 'Other' }, {}, { Ref: 'Other' }],
    [{ 'Fn::Sub': '${Name}-${R.Arn}-${!Name}' }, {}, { 'Fn::Sub': 'a-${R.Arn}-${!Name}' }],
    [
      { 'Fn::Sub': ['${Name}-${Size}', { Name: { Ref: 'Name' } }] },
      {},
      { 'Fn::Sub': ['${Name}-3', { Name: 'a' }] },
    ],
    [{ 'Fn::Join': ['-', [{ Ref: 'Name' }]] }, {}, { 'Fn::Join': ['-', ['a']] }],
  ])('%j with %j is %j', (value, given, expected) => {
    expect(chosen(value, given)).toEqual(expected);
  });

  test.each<[string, object, Readonly<Record<string, string>>, string]>([
    ['without a value', { Type: 'String' }, {}, 'the parameter P has no value'],
    [
      'of another name',
      { Type: 'String', Default: '' },
      { Q: '' },
      'the template has no parameter Q',
    ],
    [
      'with a value that is not listed',
      { Type: 'String', AllowedValues: ['true', 'false'] },
      { P: 'yes' },
      'the parameter P is "yes", which is not allowed',
    ],
    [
      'with a list of which an item is not listed',
      { Type: 'CommaDelimitedList', AllowedValues: ['x', 'y'] },
      { P: 'x,z' },
      'the parameter P is "x,z", which is not allowed',
    ],
    [
      'against its pattern',
      { Type: 'String', AllowedPattern: 'o-[a-z0-9]+' },
      { P: 'organization o-1' },
      'which is not allowed',
    ],
    ['that is no number', { Type: 'Number' }, { P: 'many' }, 'which is not allowed'],
    ['that is an empty number', { Type: 'Number' }, { P: '' }, 'which is not allowed'],
  ])('%s is refused', (_name, parameter, given, message) => {
    const Parameters = { P: { Type: 'String', ...parameter } };
    expect(() => chooseResources({ Parameters, Resources: {} }, given, HOME)).toThrow(message);
  });
});

describe('a condition', () => {
  test.each([
    ['IsB', false, true],
    ['IsNotB', true, false],
    ['IsHere', true, true],
    ['HasX', true, true],
    ['HasItems', true, true],
    ['Both', false, true],
    ['Either', true, true],
  ])('%s is %p, and %p for b', (name, usually, forB) => {
    const value = { 'Fn::If': [name, { Ref: 'Name' }, 'none'] };
    expect(chosen(value)).toBe(usually ? 'a' : 'none');
    expect(chosen(value, { Name: 'b' })).toBe(forB ? 'b' : 'none');
  });

  test('keeps resources and outputs, or leaves them out', () => {
    const template = {
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] }, Always: { 'Fn::Equals': ['a', 'a'] } },
      Resources: { Kept: resource({}, 'Always'), Left: resource({}, 'Never') },
      Outputs: { A: { Value: 'a', Condition: 'Always' }, B: { Value: 'b', Condition: 'Never' } },
    };
    const { Resources, Outputs } = chooseResources(template, {}, HOME);
    expect(Object.keys(Resources)).toEqual(['Kept']);
    expect(Outputs).toEqual({ A: { Value: 'a', Condition: 'Always' } });
  });

  test.each<[string, unknown, string]>([
    ['that is not there', { 'Fn::If': ['Gone', 1, 2] }, 'the template has no condition Gone'],
    ['of another function', { 'Fn::If': ['Odd', 1, 2] }, 'and this template has Fn::Contains'],
    [
      'on a resource',
      { 'Fn::If': ['Late', 1, 2] },
      'a condition refers to R, which is no parameter',
    ],
  ])('%s is refused', (_name, value, message) => {
    const Conditions = {
      Odd: { 'Fn::Contains': [['a'], 'a'] },
      Late: { 'Fn::Equals': [{ Ref: 'R' }, 'x'] },
    };
    expect(() => chosen(value, {}, { Conditions })).toThrow(message);
  });
});

describe('a mapping', () => {
  const Mappings = { ByRegion: { 'us-east-1': { Days: 7 } } };

  test('gives the value of its keys', () => {
    const value = { 'Fn::FindInMap': ['ByRegion', { Ref: 'AWS::Region' }, 'Days'] };
    expect(chosen(value, {}, { Mappings })).toBe(7);
  });

  test('without the value is refused', () => {
    const value = { 'Fn::FindInMap': ['ByRegion', 'eu-west-1', 'Days'] };
    expect(() => chosen(value, {}, { Mappings })).toThrow(
      'the template maps nothing at ByRegion, eu-west-1, Days',
    );
  });
});
