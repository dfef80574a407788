import { type Written, withEnabledRegions } from '../../../core/lookup/enabled-regions';
import { lookupReport, type LookedUp } from '../../../core/lookup/report';
import { plainText } from '../../../core/render/plain-text';

const KEY = 'launch-denied:enabled-regions:account=111122223333';
const LOOKUP = { account: '111122223333', regions: ['eu-west-1', 'us-east-1'] };

function written(text: string | null): Extract<Written, { kind: 'written' }> {
  const answer = withEnabledRegions(text, LOOKUP);
  if (answer.kind === 'refused') throw new Error(answer.why);
  return answer;
}

describe('the file with what was looked up', () => {
  test.each(['', '{', '[]', '"text"', 'null', '7', '{} {}'])('is not written over %j', (text) => {
    expect(withEnabledRegions(text, LOOKUP)).toEqual({
      kind: 'refused',
      why: 'it holds no JSON object, as the CDK writes it',
    });
  });

  test('is made where there is none', () => {
    expect(written(null)).toEqual({
      kind: 'written',
      text: `{\n  "${KEY}": [\n    "eu-west-1",\n    "us-east-1"\n  ]\n}\n`,
      added: ['eu-west-1', 'us-east-1'],
      gone: [],
    });
  });

  test('keeps all else, in its order', () => {
    const before = { z: 1, [KEY]: ['ap-south-1', 'us-east-1'], 'a:account=1': { deep: [null] } };
    const { text, added, gone } = written(JSON.stringify(before));
    expect([added, gone]).toEqual([['eu-west-1'], ['ap-south-1']]);
    expect(JSON.parse(text)).toEqual({ ...before, [KEY]: LOOKUP.regions });
    expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(before));
  });

  test('stays as it is where it says the same already', () => {
    const text = `{"${KEY}":["eu-west-1","us-east-1"]}`;
    expect(written(text)).toEqual({ kind: 'written', text, added: [], gone: [] });
  });

  test('takes a mark of its encoding, and a key that holds something else', () => {
    const { text, added, gone } = written(`\uFEFF{"${KEY}":[7,"us-east-1"]}`);
    expect([added, gone]).toEqual([['eu-west-1'], []]);
    expect(JSON.parse(text)).toEqual({ [KEY]: LOOKUP.regions });
    expect(written(`{"${KEY}":"all"}`).added).toEqual(LOOKUP.regions);
  });

  test('has keys that no object has of itself', () => {
    const { text } = written('{"__proto__":{"a":1}}');
    expect(text).toContain('"__proto__": {');
  });
});

describe('the report of a lookup', () => {
  const found: LookedUp = {
    ...LOOKUP,
    file: './cdk.context.json',
    key: KEY,
    added: [],
    gone: [],
    isDry: false,
    isBesideApp: true,
  };
  const shown = (changed: Partial<LookedUp> = {}) =>
    plainText(lookupReport({ ...found, ...changed }), { width: 100 });

  test('says what is in the file, and what is in no such list', () => {
    expect(shown()).toBe(`Account 111122223333 has 2 enabled Regions, as the file says already.

Regions: eu-west-1 and us-east-1
file:    ./cdk.context.json
key:     ${KEY}

Not in it
Opt-in Regions that nobody enabled in the account: enable one, and look up again. The China and
GovCloud partitions are accounts and deployments of their own.
`);
  });

  test('says what is new and what is gone, and what becomes of a stack there', () => {
    const text = shown({ added: ['us-east-1'], gone: ['me-south-1'] });
    expect(text).toMatch(/^Account 111122223333 has 2 enabled Regions\.\n\nadded: {3}us-east-1\n/);
    expect(text).toContain('gone:    me-south-1\n');
    expect(text).toContain('\nGone\nWith the setting regions on all-enabled');
  });

  test('says that nothing was written, and that no app is there', () => {
    const text = shown({ added: ['us-east-1'], isDry: true, isBesideApp: false });
    expect(text).toMatch(/^Account 111122223333 has 2 enabled Regions; nothing was written\.\n/);
    expect(text).toContain('\nNo app here\n');
  });
});
