import { matchValue } from '../../../core/conditions/value-match';

const ROLE = 'arn:aws:iam::111122223333:role/deploy-bot';

describe('matchValue', () => {
  test.each([
    ['any', 't3.micro', 't3.medium'],
    ['any', 't3.*', 't4g.micro'],
    ['any', '', 'web'],
    ['text', 'vpc-0abc', 'vpc-0abd'],
    ['boolean', 'true', 'false'],
    ['boolean', '*', 'false'],
    ['number', '100', '500'],
    ['number', '-1', '1'],
    ['number', '100', '1e2'],
    ['number', '', '0'],
    ['number', '100', '100.5'],
    ['date', '2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z'],
    ['date', '2026-01-01', 'yesterday'],
    ['date', 'tomorrow', '2026-01-01'],
    ['network', '192.0.2.0/24', '198.51.100.7'],
    ['principal-arn', 'arn:aws:iam::*:role/admin', ROLE],
    ['principal-arn', 'arn:aws:iam::444455556666:role/team/deploy-bot', ROLE],
    ['principal-arn', 'arn:aws:iam::*:user/deploy-bot', ROLE],
    ['principal-arn', 'arn:aws:iam::*:role/team/admin', 'arn:aws:iam::111122223333:user/admin'],
    ['principal-arn', 'arn:aws:iam::*:role/b/web', 'arn:aws:iam::111122223333:role/a/web'],
    ['principal-arn', 'arn:aws:iam::*:role/team/deploy-bot/x', ROLE],
  ] as const)('by type %s, %j is another value than %j', (type, listed, asked) => {
    expect(matchValue(type, listed, asked)).toBe('other');
  });

  test.each([
    ['any', 'Production', 'production'],
    ['text', 'T3.*', 't3.micro'],
    ['network', '192.0.2.*', '192.0.2.7'],
    ['network', '192.0.2.0/24', 'here'],
    ['principal-arn', 'arn:aws:iam::*:role/team/deploy-bot', ROLE],
    ['principal-arn', 'arn:aws:iam::111122223333:role/*/deploy-*', ROLE],
    ['principal-arn', 'arn:aws:iam::111122223333:role/Deploy-Bot', ROLE],
  ] as const)('by type %s, %j leaves %j open', (type, listed, asked) => {
    expect(matchValue(type, listed, asked)).toBe('open');
  });

  test.each([
    ['any', 't3.micro', 't3.micro'],
    ['any', 't?.*', 't3.micro'],
    ['text', '*', ''],
    ['boolean', 'True', 'true'],
    ['boolean', 'false', 'FALSE'],
    ['number', '100', '100.0'],
    ['number', '+100', '0100'],
    ['number', '-0.5', '-0.50'],
    ['number', 'many', 'many'],
    ['date', '2026-01-01T00:00:00Z', '2026-01-01'],
    ['date', '2026-01-01T00:00Z', '2026-01-01T00:00:00.000Z'],
    ['date', '1767225600', '2026-01-01T00:00:00Z'],
    ['date', '2026-*', '2026-01-01'],
    ['network', '192.0.2.0/24', '192.0.2.7'],
    ['principal-arn', ROLE, ROLE],
    ['principal-arn', 'arn:aws:iam::*:role/*', ROLE],
  ] as const)('by type %s, %j is the same value as %j', (type, listed, asked) => {
    expect(matchValue(type, listed, asked)).toBe('same');
  });
});
