import fc from 'fast-check';
import { Parser } from 'node-sql-parser';
import { denialsQuery, type QueryAsked } from '../../../core/athena/denials-query';
import { DENIAL_CODES, isDenialCode } from '../../../core/event/denial';
import { LAUNCH_OPERATIONS } from '../../../core/scan/operations';

const ASKED: QueryAsked = {
  name: { database: 'default', table: 'logs' },
  accounts: ['111122223333'],
  regions: ['eu-west-1', 'us-east-1'],
  range: { from: '2026-11-01T09:00:00.500Z', to: '2026-11-03T23:30:00.001Z' },
};

const quoted = (list: readonly string[]) => `(${list.map((one) => `'${one}'`).join(', ')})`;

/** What a list of a condition holds. */
function listOf(query: string, column: string): readonly string[] {
  const [, list = ''] = new RegExp(`${column} IN \\(([^)]*)\\)`).exec(query) ?? [];
  return list.split(', ').map((one) => one.slice(1, -1));
}

describe('the query', () => {
  it('looks at partitions first, a day longer than the events, and at times to the second', () => {
    const [, conditions = ''] = denialsQuery(ASKED).split('WHERE ');
    expect(conditions.split('\n  AND ')).toEqual([
      "account IN ('111122223333')",
      "region IN ('eu-west-1', 'us-east-1')",
      `"timestamp" BETWEEN '2026/11/01' AND '2026/11/04'`,
      "eventsource = 'ec2.amazonaws.com'",
      `eventname IN ${quoted(LAUNCH_OPERATIONS)}`,
      expect.stringMatching(/^errorcode IN \('Client\.UnauthorizedOperation', /),
      "eventtime BETWEEN '2026-11-01T09:00:00Z' AND '2026-11-03T23:30:01Z'",
    ]);
  });

  it('asks for every code of a denial, and for no other', () => {
    const codes = listOf(denialsQuery(ASKED), 'errorcode');
    expect(codes).toEqual(DENIAL_CODES);
    expect(codes.every(isDenialCode)).toBe(true);
  });

  it('of a table without partitions looks at the columns of the events', () => {
    const query = denialsQuery({ ...ASKED, partitions: [] });
    expect(query).toContain("recipientaccountid IN ('111122223333')");
    expect(query).toContain("awsregion IN ('eu-west-1', 'us-east-1')");
    expect(query).not.toContain('timestamp');
  });

  it('of all accounts and Regions names none', () => {
    const query = denialsQuery({ ...ASKED, accounts: null, regions: null });
    expect(query).toContain('WHERE "timestamp" BETWEEN');
  });

  it('keeps a quote within its text', () => {
    const query = denialsQuery({ ...ASKED, accounts: ["1' OR '1' = '1"] });
    expect(query).toContain("account IN ('1'' OR ''1'' = ''1')");
  });

  it("is one SELECT of the table alone, as a parser of Athena's dialect reads it", () => {
    const parser = new Parser();
    const some = (values: readonly string[]) =>
      fc.option(fc.subarray([...values], { minLength: 1 }), { nil: null });
    const time = fc.date({
      min: new Date('2013-11-13T00:00:00Z'),
      max: new Date('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const asked = fc.record({
      name: fc.record({
        database: fc.stringMatching(/^[a-z0-9_-]{1,128}$/),
        table: fc.stringMatching(/^[a-z0-9_]{1,128}$/),
      }),
      accounts: some(['111122223333', '444455556666', "it's"]),
      regions: some(['eu-west-1', 'us-gov-west-1']),
      range: fc.record({ from: time, to: time }).map(({ from, to }) => ({
        from: from.toISOString(),
        to: to.toISOString(),
      })),
      partitions: fc.subarray(['account', 'region', 'timestamp']),
    });
    fc.assert(
      fc.property(asked, (one) => {
        const { ast, tableList } = parser.parse(denialsQuery(one), { database: 'athena' });
        expect(Array.isArray(ast) ? ast.length : 1).toBe(1);
        expect(tableList).toEqual([`select::${one.name.database}::${one.name.table}`]);
      }),
    );
  });
});
