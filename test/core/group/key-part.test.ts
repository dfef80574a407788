import fc from 'fast-check';
import { boundedPart, escapedPart, partOrNone } from '../../../core/group/key-part';

const hostile = fc.string({ unit: 'binary', maxLength: 400 });

describe('escapedPart', () => {
  test.each([
    ['a:b', 'a%003ab'],
    ['100%', '100%0025'],
    ['a b\n', 'a%0020b%000a'],
    ['~|#', '%007e%007c%0023'],
    ['é\u202e', '%00e9%202e'],
    ['\ud800', '%d800'],
  ])('writes %j as %s', (text, part) => {
    expect(escapedPart(text)).toBe(part);
  });

  it('leaves what IAM allows in names and paths as it is', () => {
    expect(escapedPart('role/team/web_1+=,.@-*')).toBe('role/team/web_1+=,.@-*');
  });

  it('writes two texts never as the same part', () => {
    const near = fc.string({ unit: fc.constantFrom('%', '0', '3', 'a', ':', '~'), maxLength: 6 });
    fc.assert(fc.property(near, near, (a, b) => (escapedPart(a) === escapedPart(b)) === (a === b)));
  });

  it('writes any text as visible ASCII without separators', () => {
    fc.assert(fc.property(hostile, (text) => /^[!-~]*$/.test(escapedPart(text))));
    fc.assert(fc.property(hostile, (text) => !/[:#~|]/.test(escapedPart(text))));
  });
});

describe('partOrNone', () => {
  test.each([
    [null, '-'],
    ['', '-'],
    ['-', '%002d'],
    ['-a', '-a'],
  ])('writes %j as %s', (text, part) => {
    expect(partOrNone(text)).toBe(part);
  });
});

describe('boundedPart', () => {
  it('leaves a part of the limit as it is', () => {
    expect(boundedPart('x'.repeat(40), 40)).toBe('x'.repeat(40));
  });

  it('keeps beginning and end of a longer one around a mark', () => {
    expect(boundedPart(`begin${'x'.repeat(100)}end`, 40)).toMatch(
      /^beginx{7}~[0-9a-z]{14}~x{9}end$/,
    );
  });

  it('stays within the limit and keeps different parts apart', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.integer({ min: 24, max: 128 }), (a, b, limit) => {
        const [one, other] = [a, b].map((text) => boundedPart(escapedPart(text), limit));
        expect(one?.length).toBeLessThanOrEqual(limit);
        expect(one === other).toBe(a === b);
      }),
    );
  });

  it('keeps parts apart that differ in the middle alone', () => {
    const long = (middle: string) => boundedPart(`${'x'.repeat(90)}${middle}${'y'.repeat(90)}`, 88);
    const marks = new Set(Array.from({ length: 5000 }, (_, at) => long(String(at))));
    expect(marks.size).toBe(5000);
  });
});
