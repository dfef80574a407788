import { type ReasonCode, REASONS } from '../../../core/explain/reasons';
import { findReasonCode, isReasonCode, reasonPage } from '../../../core/reasons/page';

const CODES = Object.keys(REASONS).filter(isReasonCode);

describe('findReasonCode', () => {
  test.each(['', 'NO', 'NO_ALLOW.md', 'toString', 'RESOURCE_CONTROL_POLICY_NO_ALLOW'])(
    'finds no code in %j',
    (text) => {
      expect(findReasonCode(text)).toBeNull();
    },
  );

  test.each(['no_allow', ' NO_ALLOW\n', 'No_Allow'])('finds the code in %j', (text) => {
    expect(findReasonCode(text)).toBe('NO_ALLOW');
  });
});

describe('isReasonCode', () => {
  test.each(['no_allow', '__proto__'])('refuses %j', (text) => {
    expect(isReasonCode(text)).toBe(false);
  });

  it('accepts every code of the closed list', () => {
    expect(CODES).toHaveLength(Object.keys(REASONS).length);
  });
});

describe('reasonPage', () => {
  it('names no verdict where none is stated', () => {
    expect(reasonPage('NOT_STATED')).toContain('\n\nAWS does not say why.\n\n');
  });

  test.each<[ReasonCode, string]>([
    ['NO_ALLOW', '```json\n{'],
    ['EXPLICIT_DENY', '```text\nYou'],
  ])('shows the example of %s as what it is', (code, opening) => {
    expect(reasonPage(code)).toContain(opening);
  });

  test.each(CODES)('writes every part of the page of %s', (code) => {
    const headings = reasonPage(code).match(/^#+ .*/gm);
    expect(headings).toEqual([
      `# ${code}`,
      '## Example',
      '## Next steps',
      '## How sure this is',
      '## AWS documentation',
    ]);
  });

  it('numbers the next steps and says for whom each is', () => {
    const steps = reasonPage('PERMISSIONS_BOUNDARY_NO_ALLOW').match(/^\d.*/gm);
    expect(steps).toEqual([
      expect.stringMatching(/^1\. For you: .*\.$/),
      expect.stringMatching(/^2\. For whoever owns the permissions boundary: .*\.$/),
      expect.stringMatching(/^3\. For whoever maintains the IAM user or role: .*\.$/),
    ]);
  });

  it('links the AWS documentation by title', () => {
    expect(reasonPage('NO_ALLOW')).toMatch(
      /^- IAM: Policy evaluation logic: <https:\/\/docs\.aws\.amazon\.com\/.*>$/m,
    );
  });
});
