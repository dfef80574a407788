import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cut, materialise, readCases } from '../../local/cases';

const shared = { title: 'T', demo: false, permitted: true, path: 'r/t.json' };
const detail = {
  errorMessage: 'Encoded authorization failure message: {{encoded}}',
  awsRegion: 'us-east-2',
  recipientAccountId: '111122223333',
  eventID: 'e-1',
  unread: { kept: true },
};

test('an event without a decoded message stays as it is', () => {
  const event = { detail };
  const issue = jest.fn();
  expect(materialise({ ...shared, event }, issue)).toBe(event);
  expect(issue).not.toHaveBeenCalled();
});

test.each([
  ['an EventBridge event', { source: 'aws.ec2', detail }, ['detail', 'errorMessage']],
  ['a bare record', detail, ['errorMessage']],
])('%s gets the message issued for its account, Region and id', (_name, event, path) => {
  const issue = jest.fn(() => '$&-message');
  const made = materialise({ ...shared, event, decoded: { allowed: false } }, issue);
  expect(issue).toHaveBeenCalledWith('{"allowed":false}', {
    account: '111122223333',
    region: 'us-east-2',
    seed: 'e-1',
  });
  expect(made).toHaveProperty(path, 'Encoded authorization failure message: $&-message');
  expect(made).toHaveProperty([...path.slice(0, -1), 'unread'], { kept: true });
});

test('an error message is cut exactly as CloudTrail cuts it', () => {
  expect(cut('x'.repeat(1_024))).toBe('x'.repeat(1_024));
  expect(cut('x'.repeat(1_025))).toBe(`${'x'.repeat(1_021)}...`);
});

describe('a folder of cases', () => {
  const folder = mkdtempSync(join(tmpdir(), 'launch-denied-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is read with all its folders, in the order of the paths', () => {
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'b.json'), JSON.stringify({ title: 'B', demo: true, event: {} }));
    writeFileSync(join(folder, 'a', 'c.json'), JSON.stringify({ title: 'C', event: {} }));
    writeFileSync(join(folder, 'a', 'c.txt'), 'no case');
    expect(readCases(folder).map(({ path, demo }) => [path, demo])).toEqual([
      [join('a', 'c.json'), false],
      ['b.json', true],
    ]);
  });

  test('is refused when one is no case, and named', () => {
    writeFileSync(join(folder, 'wrong.json'), '{"title": 5}');
    expect(() => readCases(folder)).toThrow(/^wrong\.json is not a case: /);
  });
});
