import { readFragments } from '../../../core/text/json-fragment';

const around = (inner: Record<string, unknown>) => ('id' in inner ? {} : { inner });

describe('readFragments', () => {
  it('finds nothing in other text', () => {
    const { values, cut } = readFragments('nothing, at all', around);
    expect(values).toEqual([]);
    expect(cut.size).toBe(0);
  });

  it('reads whole values as whole', () => {
    const { values, cut } = readFragments('{"a":{"b":[1,{"c":null}]}} [2] {"d":"x"}', around);
    expect(values).toEqual([{ a: { b: [1, { c: null }] } }, [2], { d: 'x' }]);
    expect(cut.size).toBe(0);
  });

  it('closes what is cut at the end, and says so', () => {
    const { values, cut } = readFragments('{"a":{"z":1},"b":{"c":[{"d":1', around);
    expect(values).toEqual([{ a: { z: 1 }, b: { c: [{ d: 1 }] } }]);
    expect(cut.has(values[0])).toBe(true);
    expect(cut).toContainEqual({ d: 1 });
    expect(cut).not.toContainEqual({ z: 1 });
  });

  it('puts what is cut at the beginning around what is left', () => {
    const { values, cut } = readFragments('"a":1},"b":2},"id":3', around);
    expect(values).toEqual([
      { a: 1 },
      { inner: { a: 1 }, b: 2 },
      { inner: { inner: { a: 1 }, b: 2 }, id: 3 },
    ]);
    expect(values.every((value) => cut.has(value))).toBe(true);
  });

  it('begins anew behind an element that ended', () => {
    const { values } = readFragments('"id":1},{"id":2},{"id":3', around);
    expect(values).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  it('reads a key again where it stands twice', () => {
    expect(readFragments('{"a":1,"a":2}', around).values).toEqual([{ a: 2 }]);
  });
});
