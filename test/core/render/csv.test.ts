import * as fc from 'fast-check';
import { csv } from '../../../core/render/csv';

/** Reads what RFC 4180 says that stands there. */
function read(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('csv', () => {
  it('quotes what would end a cell', () => {
    expect(csv([['a', 'b,c', 'say "no"', 7, ' d', 'e;f']])).toBe(
      'a,"b,c","say ""no""",7," d","e;f"\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1'])(
    'makes no formula of %j',
    (text) => {
      expect(read(csv([[text]]))[0]?.[0]).toMatch(/^'/);
    },
  );

  it('is read back cell by cell, and none acts', () => {
    const cells = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), (rows) => {
        const back = read(csv(rows));
        expect(back.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const cell of back.flat()) {
          expect(cell).not.toMatch(/^\s*[=+\-@]/);
          expect(cell).not.toMatch(/[\u0000-\u001f]/);
        }
      }),
    );
  });
});
