import { causesView } from '../../../../core/render/html/causes';
import { FIRST_QUERY, NO_FILTER } from '../../../../core/review/query';
import { causesWith, FACE, rowWith, STILL } from './sample';

const drawn = (...[causes, face = FACE]: [ReturnType<typeof causesWith>, typeof FACE?]) =>
  causesView(causes, face).toString();

describe('the list of causes', () => {
  test('says of each who was denied what, how often and when', () => {
    const html = drawn(causesWith());
    expect(html).toContain('Role ci-runner may not pass role web to EC2 (implicit deny)');
    for (const text of ['role/ci-runner', 'iam:PassRole', 'arn:aws:iam::111122223333:role/web'])
      expect(html).toContain(text);
    expect(html).toContain('<b>1,234</b> denials<small class="ld-held">33 not alerted</small>');
    expect(html).toContain('>09:14 UTC</time>');
    expect(html).toContain('>2026-11-20</time>');
    expect(html).toContain('Denials a day for 14 days, at most 1,000 a day');
  });

  test('says what it does not know of a cause by leaving it out', () => {
    const html = drawn(
      causesWith({
        rows: [
          rowWith({
            principal: '',
            action: null,
            resource: null,
            regions: [],
            account: '',
            count: 1,
            heldBack: 0,
            days: [],
          }),
        ],
      }),
    );
    expect(html).toContain('<b>1</b> denial</div>');
    expect(html).toContain('No denial in the last 14 days');
    expect(html).not.toContain('ld-who');
  });

  test('names the account where somebody named it', () => {
    const row = (accountName: string | null) =>
      drawn(causesWith({ rows: [rowWith({ accountName })] }));
    expect(row(null)).toContain('<span><bdi>111122223333</bdi></span>');
    expect(row('R&D')).toContain('<span><bdi>R&amp;D (111122223333)</bdi></span>');
  });

  test.each([
    [{ forever: true as const }, 'for good'],
    [{ until: '2026-11-23T12:00:00Z' }, 'until 12:00 UTC'],
    [{ untilCount: 5_000 }, 'until its count is 5,000'],
  ])('says how long a mute lasts: %j', (muted, words) => {
    const html = drawn(causesWith({ rows: [rowWith({ state: 'muted', muted })] }));
    expect(html).toContain(`muted</span> <small>${words}</small>`);
  });

  test('cuts what is too long for a line', () => {
    const html = drawn(causesWith({ rows: [rowWith({ principal: 'x'.repeat(1_000) })] }));
    expect(html).toContain(`${'x'.repeat(119)}…`);
    expect(html).not.toContain('x'.repeat(120));
  });

  test('counts what stands on a page, and what a filter found', () => {
    expect(drawn(causesWith())).toContain('<b>1 cause</b>, 1,234 denials, 33 not alerted');
    expect(drawn(causesWith({ next: 'more' }))).toContain('<b>1 cause</b> on this page,');
    const filtered = causesWith({
      totals: { causes: 2, denials: 3, heldBack: 0 },
      searched: 1_000,
      hasUnsearched: true,
    });
    expect(drawn(filtered)).toContain('<b>2 causes</b> of 1,000 searched, 3 denials</p>');
    expect(drawn(filtered)).toContain('More causes exist than were searched');
  });

  test('leads to the next page and back to the first', () => {
    expect(drawn(causesWith())).not.toContain('ld-pager');
    expect(drawn(causesWith({ next: 'n1' }))).toContain('&quot;page&quot;:&quot;n1&quot;');
    const last = drawn(causesWith({ query: { ...FIRST_QUERY, page: 'n1' } }));
    expect(last).toContain('First page');
    expect(last).not.toContain('Next page');
  });

  test('marks the choice of states and of time', () => {
    const html = drawn(causesWith({ query: { ...FIRST_QUERY, state: 'muted' } }));
    expect(html).toContain('data-options="true false">Muted</a>');
    expect(html).toContain('data-options="true false">30 days</a>');
  });

  test('says what to do next where nothing is listed', () => {
    const none = { rows: [], totals: { causes: 0, denials: 0, heldBack: 0 } };
    expect(drawn(causesWith(none))).toContain('Nothing to review');
    const muted = drawn(causesWith({ ...none, query: { ...FIRST_QUERY, state: 'muted' } }));
    expect(muted).toContain('No cause of this state');
    expect(muted).toContain('Show causes of every state');
    const all = { ...FIRST_QUERY, state: 'all', span: '90d' } as const;
    expect(drawn(causesWith({ ...none, query: all }))).not.toContain('Show causes of every state');
    const ofWidget = causesWith({ ...none, query: { ...FIRST_QUERY, state: 'all' } });
    expect(drawn(ofWidget, STILL)).not.toContain('Show causes of every state');
    const filter = { ...NO_FILTER, q: 'nothing' };
    const found = drawn(causesWith({ ...none, query: { ...FIRST_QUERY, filter } }));
    expect(found).toContain('No cause matches');
    expect(found).toContain('Show all without a filter');
  });

  test('keeps what was typed, and opens the fields that are filled in', () => {
    const filter = { ...NO_FILTER, q: '"><script>', region: 'eu-west-1' };
    const html = drawn(causesWith({ query: { ...FIRST_QUERY, filter } }));
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(html).toContain('<details class="ld-more" open>');
    expect(html).toContain('Clear');
    expect(drawn(causesWith())).toContain('<details class="ld-more">');
  });

  test('has no form and no choice of time where nothing can be asked', () => {
    const html = drawn(causesWith(), STILL);
    expect(html).not.toContain('<form');
    expect(html).not.toContain('30 days');
  });
});
