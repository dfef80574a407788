import { overviewView } from '../../../../core/render/html/overview';
import { duration } from '../../../../core/render/html/words';
import { FACE, overviewWith, rowWith, STILL } from './sample';

const drawn = (changes: Parameters<typeof overviewWith>[0] = {}, face = FACE) =>
  overviewView(overviewWith(changes), face).toString();

describe('the overview', () => {
  test('begins with the figures that matter', () => {
    const html = drawn();
    expect(html).toContain('1,031 denials');
    expect(html).toContain('6 causes');
    expect(html).toContain('2 hours');
    expect(html).toContain('median; causes seen in this time were resolved');
    expect(drawn({ timeToResolve: null })).toContain(
      'no cause seen in this time was resolved in it',
    );
  });

  test('counts what was resolved once as once', () => {
    const html = drawn({ timeToResolve: { median: 90 * 60_000, resolved: 1 } });
    expect(html).toContain('were resolved 1 time<');
  });

  test('draws the denials by reason, and gives every figure as a table', () => {
    const html = drawn();
    expect(html).toContain('1,031 denials by reason; the figures follow as a table');
    expect(html).toContain('<bdi>other reasons</bdi></th>');
    expect(html).toMatch(/2026-11-23<\/th><td>30<\/td><td>0<\/td>/);
    expect(html).not.toContain('2026-11-22</th>');
  });

  test('names hours by their hour', () => {
    expect(drawn({ slot: 'hour' })).toContain('2026-11-21 00:00');
  });

  test('says so where nothing was denied', () => {
    const html = drawn({
      slots: [],
      byReason: [],
      principals: [],
      causes: [],
      messages: {},
      regions: [],
      health: [],
    });
    expect(html).toContain('Nothing was denied in this time.');
    for (const title of ['Pipeline', 'Encoded messages', 'Regions', 'most denials'])
      expect(html).not.toContain(title);
  });

  test('leads to the causes of a principal, and says where none is stated', () => {
    const html = drawn();
    expect(html).toContain('&quot;principal&quot;:&quot;role/ci-runner&quot;');
    expect(html).toContain('no principal is stated');
  });

  test('tells principals of one name apart by their accounts', () => {
    const of = (account: string, accountName: string | null) => ({
      principal: 'role/ci-runner',
      account,
      accountName,
      denials: 1,
      causes: 1,
    });
    const html = drawn({ principals: [of('444455556666', 'payments'), of('777788889999', null)] });
    expect(html).toContain('<small><bdi>payments (444455556666)</bdi></small>');
    expect(html).toContain('<small><bdi>777788889999</bdi></small>');
    for (const account of ['444455556666', '777788889999'])
      expect(html).toContain(`&quot;account&quot;:&quot;${account}&quot;`);
  });

  test('names the account of a cause where it has a name', () => {
    expect(drawn({ principals: [] })).not.toContain('111122223333)');
    const causes = [{ row: rowWith({ accountName: 'R&D' }), denials: 1 }];
    expect(drawn({ causes })).toContain(' <small><bdi>R&amp;D (111122223333)</bdi></small>');
  });

  test('says how the pipeline does, and what could be decoded', () => {
    const html = drawn();
    expect(html).toContain('ld-is-warning">look</span>');
    expect(html).toContain('cut by CloudTrail, so nothing can decode it');
  });

  test('says where figures are of a part only', () => {
    expect(drawn({ isWhole: false })).toContain('the figures are of its latest part');
    expect(drawn()).not.toContain('the figures are of its latest part');
  });

  test('has no choice of time where the place has its own', () => {
    expect(drawn({}, STILL)).not.toContain('90 days');
  });

  test('draws what it has where a series is shorter or longer than the time', () => {
    const html = drawn({
      byReason: [
        { reasonCode: 'EXPLICIT_DENY', counts: [1], sum: 1 },
        { reasonCode: 'NO_ALLOW', counts: [0, 0, 2, 9], sum: 2 },
      ],
      denials: 1,
    });
    expect(html).toContain('aria-label="1 denial by reason');
    expect(html).toMatch(/2026-11-23<\/th><td>0<\/td><td>2<\/td>/);
  });

  test.each([
    [1, '1 minute'],
    [3_600_000, '60 minutes'],
    [7_200_000, '2 hours'],
    [172_800_000, '2 days'],
  ])('writes %d milliseconds as %s', (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words);
  });
});
