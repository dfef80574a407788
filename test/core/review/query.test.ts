import * as fc from 'fast-check';
import {
  FILTERS,
  FIRST_QUERY,
  isFiltered,
  queryFields,
  rangeOf,
  readQuery,
  SPANS,
  STATE_CHOICES,
  statesOf,
} from '../../../core/review/query';
import { STATES } from '../../../core/group/transitions';

describe('a query of the dashboard', () => {
  test('is the first one where nothing is given, or nothing that can be chosen', () => {
    expect(readQuery({})).toEqual(FIRST_QUERY);
    expect(readQuery({ state: 'constructor', span: 'toString', page: '' })).toEqual(FIRST_QUERY);
  });

  test('says nothing in its fields that is the default', () => {
    expect(queryFields(FIRST_QUERY)).toEqual({});
    expect(queryFields({ ...FIRST_QUERY, state: 'muted', page: 'x' })).toEqual({
      state: 'muted',
      page: 'x',
    });
  });

  test('keeps at most 1,000 characters of a text', () => {
    expect(readQuery({ q: ` ${'x'.repeat(2_000)}` }).filter.q).toBe('x'.repeat(1_000));
  });

  test('is read back from its own fields', () => {
    const text = fc.string({ maxLength: 50 }).map((each) => each.trim());
    const filter = fc.record(Object.fromEntries(FILTERS.map((name) => [name, text])));
    const query = fc.record({
      state: fc.constantFrom(...Object.keys(STATE_CHOICES), ...STATES),
      span: fc.constantFrom(...Object.keys(SPANS)),
      filter,
      page: fc.option(fc.string({ minLength: 1 })),
    });
    fc.assert(
      fc.property(query, (asked) => {
        const read = readQuery({
          state: asked.state,
          span: asked.span,
          ...asked.filter,
          page: asked.page ?? undefined,
        } as Record<string, string | undefined>);
        expect(readQuery(queryFields(read))).toEqual(read);
        expect(read).toEqual(asked);
        expect(isFiltered(read.filter)).toBe(Object.values(asked.filter).some(Boolean));
      }),
    );
  });

  test('a choice stands for its states, and a state for itself', () => {
    expect(statesOf('to-review')).toEqual(['regressed', 'new', 'open']);
    expect(statesOf('open')).toEqual(['open']);
    expect([...statesOf('all')].toSorted()).toEqual([...STATES].toSorted());
  });

  test('a span ends now', () => {
    expect(rangeOf('24h', '2026-11-23T09:00:00.000Z')).toEqual({
      from: '2026-11-22T09:00:00.000Z',
      to: '2026-11-23T09:00:00.000Z',
    });
  });
});
