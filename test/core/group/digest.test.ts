import { type DigestCause, digestOf } from '../../../core/group/digest';
import { onMute, onResolve } from '../../../core/group/move';
import { onDenials } from '../../../core/group/rules';
import type { Group } from '../../../core/group/state';
import { ANNA, at, batch, denied, SETTINGS, told } from './group';

const cause = (
  name: string,
  count: number,
  group: Partial<Group> = {},
  before = 0,
): DigestCause => ({
  group: { ...told(), fingerprint: name, ...group },
  summary: `summary of ${name}`,
  count,
  before,
});

const SINCE = at(1000);
const names = (section: { lines: readonly { fingerprint: string }[] } | undefined) =>
  section?.lines.map(({ fingerprint }) => fingerprint);

describe('digestOf', () => {
  it('is silent without groups', () => {
    expect(digestOf([], SINCE)).toBeNull();
  });

  it('is silent where open causes are quiet', () => {
    expect(digestOf([cause('a', 0, {}, 12)], SINCE)).toBeNull();
  });

  it('is silent where only muted or resolved causes were denied', () => {
    const muted = onMute(told(), { forever: true }, ANNA, at(1));
    const resolved = onResolve(told(), ANNA, at(1));
    expect(digestOf([cause('a', 9, muted), cause('b', 9, resolved)], SINCE)).toBeNull();
  });

  it('tells of a new cause with its counts', () => {
    const group = denied({ ...told(), firstSeen: at(1001) }, 6, 1002);
    const digest = digestOf([{ ...cause('a', 7, {}, 3), group }], SINCE);
    const line = { fingerprint: 'v1:a', summary: 'summary of a', count: 7, before: 3, heldBack: 6 };
    expect(digest).toEqual({
      new: { lines: [line], more: 0 },
      regressed: { lines: [], more: 0 },
      loudest: { lines: [], more: 0 },
      stillOpen: { lines: [], more: 0 },
      quiet: { causes: 0, denials: 0 },
      total: { count: 7, before: 3 },
    });
  });

  it('tells of a regressed cause', () => {
    const resolved = onResolve(told(), ANNA, at(10));
    const { group } = onDenials(resolved, batch(1, 1005), SETTINGS, at(1005));
    const earlier = { ...group, regressedAt: at(999), fingerprint: 'v1:b' };
    const digest = digestOf(
      [
        { ...cause('a', 1), group },
        { ...cause('b', 0), group: earlier },
      ],
      SINCE,
    );
    expect(names(digest?.regressed)).toEqual(['v1:a']);
    expect(names(digest?.stillOpen)).toEqual(['v1:b']);
  });

  it('tells of the five loudest of the older causes, in one order', () => {
    const all = ['c', 'a', 'b', 'f', 'e', 'd'].map((name) => cause(name, name === 'f' ? 9 : 5));
    const digest = digestOf(all, SINCE);
    expect(names(digest?.loudest)).toEqual(['f', 'a', 'b', 'c', 'd']);
    expect(names(digest?.stillOpen)).toEqual(['e']);
  });

  it('says how many causes a section leaves out', () => {
    const all = Array.from({ length: 23 }, (_, n) => cause(`v1:${n}`, 1, { firstSeen: SINCE }));
    const digest = digestOf(all, SINCE);
    expect(digest?.new.lines).toHaveLength(20);
    expect(digest?.new.more).toBe(3);
    expect(digest?.stillOpen).toEqual({ lines: [], more: 0 });
  });

  it('counts what muted and ignored causes held back, too', () => {
    const muted = onMute(told(), { forever: true }, ANNA, at(1));
    const digest = digestOf([cause('a', 40, muted, 2), cause('b', 1, {}, 1)], SINCE);
    expect(digest?.quiet).toEqual({ causes: 1, denials: 40 });
    expect(digest?.total).toEqual({ count: 41, before: 3 });
    expect(names(digest?.loudest)).toEqual(['b']);
  });
});
