import * as fc from 'fast-check';
import { matchesGlob } from '../../../core/glob';
import type { Answer } from '../../../local/policy/answer';
import { matchesResource } from '../../../local/policy/resource-match';

const INSTANCE = 'arn:aws:ec2:us-east-2:111122223333:instance/i-0abc';
const IMAGE = 'arn:aws:ec2:us-east-2::image/ami-0abc';

const matches = (text: string, resource = INSTANCE): Answer =>
  matchesResource([{ kind: 'pattern', text }], resource);

const ROWS: readonly (readonly [Answer, string, string?])[] = [
  [false, 'arn:aws:ec2:us-east-2:111122223333:instance/i-0'],
  [false, 'arn:aws:ec2:eu-west-1:111122223333:instance/*'],
  [false, 'arn:aws:ec2:*:444455556666:instance/*'],
  [false, 'arn:aws:ec2:*:*:Instance/*'],
  [false, 'arn:aws:ec2:*:*:instance/*', '*'],
  [false, 'arn:aws:ec2:*::image/*'],
  [false, 'arn:aws:ec2:*:*:instance/i-*', 'arn:aws:ec2:us-east-2:111122223333:instance/*'],
  [true, '*'],
  [true, '*', '*'],
  [true, INSTANCE],
  [true, 'arn:aws:ec2:*:*:instance/*'],
  [true, 'arn:*:ec2:us-*:111122223333:instance/i-?abc'],
  [true, 'arn:aws:ec2:*:*:*'],
  [true, 'arn:aws:ec2:*'],
  [true, 'arn:aws:ec2:*::image/*', IMAGE],
  [true, 'arn:aws:ec2:*:*:image/*', IMAGE],
  [true, 'arn:aws:ec2:us-east-2:111122223333:*:i-1', 'arn:aws:ec2:us-east-2:111122223333:a:b:i-1'],
  // One field too few: matches as it is, and not with its field filled in.
  ['open', 'arn:aws:ec2:*:instance/*'],
  // No star at its end: matches only with its fields filled in.
  ['open', 'arn:aws:ec2'],
  ['open', 'arn:aws:ec2:us-east-2:111122223333'],
  // A star within a segment should not go beyond it.
  ['open', 'arn:aws:ec2:us*3333:instance/i-0abc'],
  ['open', 'arn:aws:ec2:us-east-2:1*3:t/a*e', 'arn:aws:ec2:us-east-2:13:t/a:b:e'],
];

test.each(ROWS.map(([answer, pattern, resource = INSTANCE]) => ({ answer, pattern, resource })))(
  '$answer: $pattern for $resource',
  ({ answer, pattern, resource }) => {
    expect(matches(pattern, resource)).toBe(answer);
  },
);

test('characters that stand for themselves are no wildcards', () => {
  const text = [
    { kind: 'pattern', text: 'arn:aws:ec2:*:*:instance/' },
    { kind: 'literal', text: '*' },
  ] as const;
  expect(matchesResource(text, INSTANCE)).toBe(false);
  expect(matchesResource(text, 'arn:aws:ec2:us-east-2:111122223333:instance/*')).toBe(true);
});

test('a pattern of six fields is refused exactly where it does not match as a text', () => {
  const part = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 3 });
  const arn = fc.array(part, { minLength: 6, maxLength: 7 }).map((parts) => parts.join(':'));
  fc.assert(
    fc.property(arn, arn, (pattern, resource) => {
      const isSame = matchesGlob(pattern, resource);
      expect(matches(pattern, resource) === false).toBe(!isSame);
    }),
  );
});
