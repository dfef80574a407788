import { awsCommand, isArgument, shellWord } from '../../../core/forms/shell';

test.each(['', 'a b', '~', '<role name>', '$x', '*', '#', 'é'])('shellWord quotes %j', (text) => {
  expect(shellWord(text)).toBe(`'${text}'`);
});

test.each(['ci-runner', 'a=b', 'arn:aws:iam::111122223333:role/a'])(
  'shellWord leaves %j plain',
  (text) => {
    expect(shellWord(text)).toBe(text);
  },
);

test.each([
  'file:///tmp/name',
  'fileb://name',
  'HTTP://example.com',
  'a\nb',
  'a\u001b[2Jb',
  '\u202e',
  '\uffff',
])('%j is no argument', (text) => {
  expect(isArgument(text)).toBe(false);
});

test.each(['', 'ci-runner', "it's", '-x', '$(exit 3)'])('%j is an argument', (text) => {
  expect(isArgument(text)).toBe(true);
});

test('awsCommand joins what would be read as an option', () => {
  expect(awsCommand('iam get-role', [['role-name', '-x']])).toBe(
    'aws iam get-role \\\n  --role-name=-x',
  );
});
