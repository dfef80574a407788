import type { Answer } from '../../../local/policy/answer';
import { matchesArn } from '../../../local/policy/arn-match';

const ROLE = 'arn:aws:iam::111122223333:role/team/ci-runner';

test.each<[Answer, string, string]>([
  [false, 'arn:aws:iam::111122223333:role/ci-runner', ROLE],
  [false, 'arn:aws:iam::444455556666:role/*', ROLE],
  [false, 'arn:aws:iam::111122223333:Role/*', ROLE],
  // A star stays within its field.
  [false, 'arn:aws:*:role/*:*:*', ROLE],
  [false, 'arn:aws:*:111122223333:role/team/ci-runner:*', ROLE],
  [false, 'arn:aws:iam:*:role/*', 'no ARN'],
  [false, 'arn:aws:iam::*:role/*', 'role/team/ci-runner'],
  [false, 'ci-runner', ROLE],
  [true, ROLE, ROLE],
  [true, 'arn:aws:iam::*:role/*', ROLE],
  [true, 'arn:aws*:iam:*:11112222333?:role/team/*', ROLE],
  [true, '*:*:*:*:*:*', ROLE],
  [true, 'arn:aws:sns:*:*:a*', 'arn:aws:sns:us-east-1:111122223333:a:b:c'],
  ['open', '*', ROLE],
  ['open', 'arn:aws:iam::*', ROLE],
])('%j: %s for %s', (answer, text, asked) => {
  expect(matchesArn([{ kind: 'pattern', text }], asked)).toBe(answer);
});
