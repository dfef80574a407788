import fc from 'fast-check';
import * as v from 'valibot';
import { withAccountName } from '../../../core/account-name';
import { type Alert, PRIVACIES, type Privacy } from '../../../core/alert/alert';
import { attributesFor, attributesForMany } from '../../../core/alert/attributes';
import { chatFor } from '../../../core/alert/chat';
import { digestChat, digestEmail } from '../../../core/alert/digest';
import { alertEmail } from '../../../core/alert/email';
import { eventFor } from '../../../core/alert/event';
import { foldedChat, foldedEmail } from '../../../core/alert/folded';
import {
  chatMessage,
  digestChatMessage,
  digestEmailMessage,
  emailMessage,
  smsMessage,
} from '../../../core/alert/messages';
import { explanationFor, publicExplanation } from '../../../core/alert/public-explanation';
import { smsFor } from '../../../core/alert/sms';
import { explanation as contract, type Explanation } from '../../../core/contract';
import { explain } from '../../../core/explain/explain';
import {
  alertOf,
  digestLine,
  digestMessage,
  hostileExplanation,
  sampleExplanation,
  SECRETS,
} from './sample';

const NAMES = [
  /arn:aws/i,
  /\d{12}/,
  /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/,
  /\b(?:i|ami|subnet|sg|vpc|eni|vol|snap|lt|key)-[0-9a-f]{8,17}\b/,
];

function facesOf(alert: Alert, privacy: Privacy): readonly string[] {
  const options = { privacy };
  const { summary } = explanationFor(alert.explanation, privacy);
  const line = digestLine({ fingerprint: alert.fingerprint, summary });
  const explained = new Map([[alert.fingerprint, alert.explanation]]);
  const digests = [digestMessage([line], {}, explained), digestMessage([line])];
  return [
    alertEmail(alert, options),
    smsFor(alert, options),
    chatFor(alert, options),
    eventFor(alert, options),
    attributesFor(alert.explanation, options),
    attributesForMany([alert.explanation], options),
    foldedEmail([alert, alert], options),
    foldedChat([alert, alert], options),
    ...digests.flatMap((digest) => [digestEmail(digest, options), digestChat(digest, options)]),
    ...digests.flatMap((digest) => [
      digestEmailMessage(digest, options),
      digestChatMessage(digest, options),
    ]),
    ...[emailMessage, chatMessage, smsMessage].flatMap((write) => [
      write([alert], options),
      write([alert, alert], options),
    ]),
  ].map((face) => JSON.stringify(face));
}

function leaks(text: string): readonly string[] {
  return [
    ...SECRETS.filter((secret) => text.includes(secret)),
    ...NAMES.flatMap((name) => text.match(name)?.[0] ?? []),
  ];
}

describe('with privacy', () => {
  test('no face names anything of an ordinary denial', () => {
    const alert = alertOf(sampleExplanation(), {
      kind: 'repeated',
      count: 41,
      heldBack: 38,
      dashboardUrl: 'https://console.aws.amazon.com/cloudwatch/home#dashboards/111122223333',
    });
    expect(facesOf(alert, 'full').flatMap(leaks)).toEqual(expect.arrayContaining(['ci-runner']));
    expect(facesOf(alert, 'summary').flatMap(leaks)).toEqual([]);
  });

  test('no face tells what people call the account', () => {
    const alert = alertOf(withAccountName(sampleExplanation(), 'the secret project'));
    const named = (privacy: Privacy) =>
      facesOf(alert, privacy).filter((face) => face.includes('the secret project'));
    expect(named('full').length).toBeGreaterThan(3);
    expect(named('summary')).toEqual([]);
  });

  test('no face names the account and the role that a message could not be decoded with', () => {
    const reader = { account: '444455556666', roleName: 'LaunchDenied-reader' };
    const encodedMessage = { status: 'not-permitted', length: 900, reader } as const;
    const alert = alertOf({ ...sampleExplanation(), encodedMessage });
    const faces = facesOf(alert, 'summary').join();
    expect(faces).toContain('and the reader role could not be assumed there.');
    expect(faces).toContain('the reader role could not be assumed in the account of the request');
    expect(faces).not.toContain('444455556666');
    expect(faces).not.toContain('LaunchDenied-reader');
    expect(faces).not.toContain('"Action": "sts:DecodeAuthorizationMessage"');
  });

  test('no face names anything, whatever a denial holds', () => {
    fc.assert(
      fc.property(hostileExplanation, (explanation) => {
        const alert = alertOf(explanation, { fingerprint: explanation.principal.name ?? 'v1' });
        expect(facesOf(alert, 'summary').flatMap(leaks)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

test.each(PRIVACIES)('every face is written with privacy %s', (privacy) => {
  const faces = facesOf(alertOf(sampleExplanation()), privacy);
  for (const face of faces) expect(face).toMatch(/PassRole|pass/);
});

describe('publicExplanation', () => {
  test('says nothing of a name that stands in place of an action, a Region or a type', () => {
    const { summary, action, operation, reason, detail } = publicExplanation({
      ...sampleExplanation(),
      action: 'iam:a111122223333',
      operation: 'run it',
      reason: { code: 'ci-runner' },
      resourceType: 'ci-runner',
      launch: { ...launchOfSample(), instanceTypes: ['ci-runner'], region: 'vpc-abcdefab-1' },
    });
    expect([action, operation, reason.code]).toEqual([null, null, 'NOT_STATED']);
    expect(summary).toBe(
      'A role was refused a request (implicit deny, no identity-based policy allows it)',
    );
    expect(detail).toContain('The launch of 1 instance was refused');
  });

  test('keeps the words useful', () => {
    const { summary, detail, nextSteps } = publicExplanation(sampleExplanation());
    expect(summary).toBe(
      'A role may not pass a role to EC2 (implicit deny, no identity-based policy allows it)',
    );
    expect(detail).toBe(
      'The launch of 1 × t3.large in us-east-2 was refused because no identity-based policy allows iam:PassRole on a role.',
    );
    expect(nextSteps[0]).toBe(
      'For whoever maintains the role: allow iam:PassRole on this resource in one of its identity-based policies.',
    );
  });

  test.each([
    ['iam-user', {}, 'An IAM user may'],
    ['root', {}, 'The root user may'],
    ['undetermined', {}, 'The principal may'],
    ['aws-service', {}, 'An AWS service may'],
    ['federated-user', {}, 'A federated user may'],
    ['role-session', { serviceLinked: true }, 'A service-linked role may'],
    ['role-session', { permissionSet: 'Developer' }, 'A permission set may'],
  ] as const)('names the kind of a principal: %s %j', (kind, more, beginning) => {
    const explanation = sampleExplanation();
    const { summary, nextSteps } = publicExplanation({
      ...explanation,
      principal: { ...explanation.principal, kind, ...more },
    });
    expect(summary.slice(0, beginning.length)).toBe(beginning);
    expect([summary, ...nextSteps].join()).not.toMatch(/[\ue000]|Developer|undefined|null/);
  });

  test('keeps the contract', () => {
    fc.assert(
      fc.property(hostileExplanation, (explanation) => {
        const shown = publicExplanation(explanation);
        expect(v.safeParse(contract, shown).issues).toBeUndefined();
        expect(JSON.stringify(shown)).not.toContain('\ue000');
      }),
    );
  });

  test('explains what came without an event and without a launch', () => {
    const { event, launch, ...explanation } = sampleExplanation();
    expect([event?.region, launch?.region]).toEqual(['us-east-2', 'us-east-2']);
    expect(publicExplanation({ ...explanation, witnesses: {} }).detail).toBe(
      'The request RunInstances was refused because no identity-based policy allows iam:PassRole on a role.',
    );
  });

  test('says that CloudTrail cut the message', () => {
    const explanation: Explanation = explain({
      decoded: null,
      stated: null,
      requested: {
        principal: null,
        operation: 'RunInstances',
        action: 'ec2:RunInstances',
        launch: { ...launchOfSample(), maxCount: null },
        event: { id: 'e', time: '', region: 'eu-west-1', account: '111122223333' },
      },
      message: { status: 'truncated', length: 900 },
    });
    expect(publicExplanation(explanation).detail).toBe(explanation.detail);
  });
});

function launchOfSample() {
  return {
    instanceTypes: ['t3.large'],
    maxCount: 1,
    imageIds: [],
    subnetIds: [],
    securityGroupIds: [],
    keyName: null,
    instanceProfile: null,
    launchTemplate: null,
    tags: {},
    region: 'us-east-2',
  };
}
