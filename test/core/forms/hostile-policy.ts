// Policies that nobody sane writes, and that no form may break at.
import fc from 'fast-check';
import type { PolicyDocument, PolicyStatement } from '../../../core/suggestion';

const NASTY = [
  "'",
  '"',
  '\\',
  '`',
  '$',
  '${',
  '%{',
  '$${',
  '%%{',
  '&&',
  '}',
  '$(exit 3)',
  '`exit 3`',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u001b[2J',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\uffff',
  ' ',
  ': ',
  ' #',
  '- ',
  '--',
  '*',
  '&',
  '!',
  '@',
  '|',
  '>',
  '<<',
  'EOF',
  '<<EOF',
  '/*',
  '*/',
  '//',
  'null',
  'yes',
  '012',
  '1e3',
  '~',
  'ß',
  'é',
  '😀',
  '${aws:PrincipalTag/team}',
];

/** Texts in normal form, as Terraform keeps no others. */
export const hostileText = fc
  .oneof(
    fc.array(fc.constantFrom(...NASTY), { maxLength: 5 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('arn:aws:ec2:eu-west-1:111122223333:instance/*', 'team', 'y', 'No', '-x'),
  )
  .map((text) => text.normalize('NFC'));

const someText = hostileText.filter((text) => text !== '');
const texts = fc.uniqueArray(someText, { minLength: 1, maxLength: 3 });

const statement: fc.Arbitrary<PolicyStatement> = fc.record(
  {
    Sid: fc.constantFrom('RunInstances', 'LaunchDeniedPassRole', 'A1'),
    Effect: fc.constant('Allow' as const),
    Principal: fc.oneof(fc.constant('*' as const), fc.record({ AWS: someText })),
    Action: fc.uniqueArray(fc.constantFrom('ec2:RunInstances', 'iam:PassRole', 'ec2:*'), {
      minLength: 1,
    }),
    Resource: fc.oneof(someText, texts),
    Condition: fc.dictionary(
      someText,
      fc.dictionary(someText, fc.oneof(hostileText, texts), { minKeys: 1, maxKeys: 2 }),
      { minKeys: 1, maxKeys: 2 },
    ),
  },
  { requiredKeys: ['Sid', 'Effect', 'Action'] },
);

/** Policies whose every text but Sids and actions is hostile. */
export const hostilePolicy: fc.Arbitrary<PolicyDocument> = fc
  .array(statement, { minLength: 1, maxLength: 3 })
  .map((Statement) => ({ Version: '2012-10-17', Statement }));
