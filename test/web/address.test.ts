import fc from 'fast-check';
import { groupCode } from '../../core/alert/group-name';
import type { Address } from '../../core/render/html/face';
import {
  type CausesQuery,
  FILTERS,
  NO_FILTER,
  readQuery,
  SPANS,
  type Span,
  STATE_CHOICES,
  type StateChoice,
} from '../../core/review/query';
import { pathOf, readPath } from '../../web/address';
import { FINGERPRINT } from '../adapters/group-table/sample';

const read = (path: string) => {
  const { pathname, searchParams } = new URL(path, 'http://127.0.0.1');
  return readPath(pathname, searchParams);
};

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const span = fc.constantFrom(...(Object.keys(SPANS) as Span[]));
const filter = fc.record(Object.fromEntries(FILTERS.map((name) => [name, text])));
const query: fc.Arbitrary<CausesQuery> = fc
  .record({
    state: fc.constantFrom(...(Object.keys(STATE_CHOICES) as StateChoice[]), 'new' as const),
    span,
    filter,
    page: fc.option(text.filter((page) => page !== '')),
  })
  .map((one) => ({ ...one, filter: readQuery({ ...NO_FILTER, ...one.filter }).filter }));

describe('an address', () => {
  test.each([
    '/cause',
    '/causes/',
    '/causes/g-short',
    `/causes/${groupCode(FINGERPRINT)}/`,
    `/causes/${groupCode(FINGERPRINT).toUpperCase()}`,
    '/causes/v1:111122223333',
    '/overview/',
    '/..%2foverview',
  ])('is none: %s', (path) => {
    expect(read(path)).toBeNull();
  });

  test('holds all that a list was asked for', () => {
    fc.assert(
      fc.property(query, (one) => {
        expect(read(pathOf({ view: 'causes', query: one }))).toEqual({
          view: 'causes',
          query: one,
        });
      }),
    );
  });

  test('holds the group by its code, the launch shape and the page', () => {
    const asked = fc.record({ shape: text, page: text }, { requiredKeys: [] });
    fc.assert(
      fc.property(asked, (more) => {
        const to: Address = { view: 'cause', fingerprint: FINGERPRINT, ...more };
        expect(read(pathOf(to))).toEqual({
          view: 'cause',
          code: groupCode(FINGERPRINT),
          ...more,
        });
      }),
    );
  });

  test('holds how far back the overview goes', () => {
    for (const each of Object.keys(SPANS) as Span[]) {
      const to: Address = { view: 'overview', span: each };
      expect(read(pathOf(to))).toEqual(to);
    }
  });

  test('stays as short as what is asked', () => {
    const first = readQuery({});
    expect(pathOf({ view: 'causes', query: first })).toBe('/causes');
    expect(pathOf({ view: 'causes', query: { ...first, state: 'muted' } })).toBe(
      '/causes?state=muted',
    );
  });
});
