// Holds what a reader sees to rules 8 and 9 of docs/writing.md, whose rule 9 is the list of words.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emailFor } from '../core/alert/email';
import { MESSAGE_STATUSES, type EncodedMessageFate, type Principal } from '../core/contract';
import type { Launch } from '../core/launch';
import type { Evidence, Sentence } from '../core/evidence';
import { explain } from '../core/explain/explain';
import { type ReasonCode, REASONS } from '../core/explain/reasons';
import { isReasonCode } from '../core/reasons/page';
import { templateOf } from './lib/stand-in';

const ROOT = join(__dirname, '..');
const WORDS = wordsOfRule9(read('docs/writing.md'));

const CONTRACTION =
  /\b[a-z]+n['’]t\b|\b[a-z]+['’](?:re|ve|ll|d|m)\b|\b(?:it|that|there|here|what|who|where|how|let|he|she)['’]s\b/gi;
const EXCLAMATION = /\w*!/g;
const BANNED = new RegExp(`\\b(?:${WORDS.join('|').replaceAll(' ', '\\s+')})\\b`, 'gi');

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function wordsOfRule9(rules: string): readonly string[] {
  const rule = /^9\. .*$/m.exec(rules)?.[0] ?? '';
  return [...rule.matchAll(/`([a-z ]+)`/g)].flatMap(([, word]) => word ?? []);
}

/** What is held to the rules: no code, no addresses, no comments, no images. */
function prose(markdown: string): string {
  return markdown
    .replace(/<!--.*?-->/gs, '')
    .replace(/^ *```.*?^ *```/gms, '')
    .replace(/`[^`\n]*`/g, '')
    .replace(/https?:\/\/[^\s)>]+/g, '')
    .replaceAll('![', '[');
}

function faults(markdown: string): readonly string[] {
  const text = prose(markdown);
  return [CONTRACTION, EXCLAMATION, BANNED].flatMap((pattern) => text.match(pattern) ?? []);
}

describe('faults', () => {
  test.each([
    ["it's late and you can't know", ["it's", "can't"]],
    ['Done!', ['Done!']],
    ['Unable to do the\nfollowing', ['Unable', 'the\nfollowing']],
  ])('are found in %j', (text, found) => {
    expect(faults(text).toSorted()).toEqual(found.toSorted());
  });

  test.each([
    'the account’s key, badly known, followed',
    '`unknown!`',
    '```text\nplease!\n```',
    '![picture](https://example.com/bad!)',
    '<!-- oops -->',
  ])('are not found in %j', (text) => {
    expect(faults(text)).toEqual([]);
  });

  it('looks for every word of rule 9', () => {
    expect(WORDS).toEqual(expect.arrayContaining(['unable', 'unknown', 'please', 'the following']));
    expect(WORDS.flatMap(faults)).toEqual(WORDS);
  });
});

const DOCUMENTS = [
  ...readdirSync(ROOT),
  ...readdirSync(join(ROOT, 'docs'), { encoding: 'utf8', recursive: true }).map((path) =>
    join('docs', path),
  ),
].filter((path) => path.endsWith('.md'));

test.each(DOCUMENTS)('%s keeps to the rules', (path) => {
  expect(faults(read(path))).toEqual([]);
});

type Status = EncodedMessageFate['status'];

const PRINCIPALS: readonly Principal[] = [
  { kind: 'iam-user', arn: null, name: 'anna' },
  { kind: 'role-session', arn: null, name: 'ci-runner', sessionName: 'build-417' },
  { kind: 'role-session', arn: null, name: 'sso', permissionSet: 'Developer' },
  { kind: 'role-session', arn: null, name: 'AWSServiceRoleForAutoScaling', serviceLinked: true },
  { kind: 'root', arn: null, name: null },
  { kind: 'undetermined', arn: null, name: null },
];

const LAUNCH: Launch = {
  instanceTypes: ['t3.large'],
  maxCount: 2,
  imageIds: ['ami-0abc1234def567890'],
  subnetIds: ['subnet-0abc1234def567890'],
  securityGroupIds: [],
  keyName: 'ops',
  instanceProfile: 'web',
  launchTemplate: null,
  tags: { team: 'a' },
  region: 'us-east-2',
};

/** What AWS states in a denial for this reason; null where it states nothing. */
function stated(code: ReasonCode): Sentence | null {
  const { verdict, policyType } = REASONS[code];
  if (verdict === 'undetermined') return null;
  const isQuarantine = code === 'CREDENTIALS_QUARANTINED';
  return {
    principalArn: null,
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:us-east-2:111122223333:instance/*',
    verdict,
    policyType: isQuarantine ? 'identity-based' : policyType,
    policyArn: isQuarantine ? 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3' : null,
    authorizationId: null,
  };
}

function evidence(code: ReasonCode, status: Status, principal: Principal): Evidence {
  const operation = 'RunInstances';
  const launch = status === 'absent' ? null : LAUNCH;
  const isOpen = code === 'EXCERPT_INCOMPLETE';
  return {
    decoded: null,
    stated: stated(code),
    requested: { principal, operation, action: 'ec2:RunInstances', launch, event: null },
    message: { status, length: 600 },
    implied: { operation: null, resource: null, region: null, isOpen },
  };
}

const CODES = Object.keys(REASONS).filter(isReasonCode);

test.each(CODES)('an e-mail about %s keeps to the rules', (code) => {
  for (const status of MESSAGE_STATUSES) {
    for (const principal of PRINCIPALS) {
      const { subject, body } = emailFor(explain(evidence(code, status, principal)));
      expect(faults(`${subject}\n${body}`)).toEqual([]);
    }
  }
});

test('the descriptions of the alarms keep to the rules', () => {
  const alarms = Object.values(templateOf().findResources('AWS::CloudWatch::Alarm'));
  expect(alarms.length).toBeGreaterThan(0);
  for (const { Properties } of alarms) {
    expect(faults(JSON.stringify(Properties.AlarmDescription))).toEqual([]);
  }
});
