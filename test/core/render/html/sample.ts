// What the views are drawn from in tests; every field can be replaced.
import type { Explanation } from '../../../../core/contract';
import type { Face } from '../../../../core/render/html/face';
import { type Html, markup } from '../../../../core/render/html/markup';
import type { Cause, CauseRow, Causes, Overview } from '../../../../core/review/models';
import { FIRST_QUERY, rangeOf } from '../../../../core/review/query';

const NOW = '2026-11-23T10:00:00.000Z';

/** Writes what it was given, so that tests see it. */
export const FACE: Face = {
  link: (to, label, { className = '', isCurrent = false, isPopup = false } = {}) =>
    markup`<a class="${className}" data-to="${JSON.stringify(to)}" data-options="${String(isCurrent)} ${String(isPopup)}">${label}</a>`,
  search: (fields: Html) => markup`<form>${fields}</form>`,
  move: ({ move, fields, label, confirmation }) =>
    markup`<form data-move="${move}">${confirmation}${fields}<button>${label}</button></form>`,
  hasSpans: true,
  now: NOW,
};

/** A place that shows and does nothing else. */
export const STILL: Face = { ...FACE, search: null, move: null, hasSpans: false };

const FINGERPRINT =
  'v1:111122223333:role/ci-runner:iam:PassRole:role/web:implicit-deny:identity-based:-';

export function rowWith(changes: Partial<CauseRow> = {}): CauseRow {
  return {
    fingerprint: FINGERPRINT,
    code: 'g-w4hl5qzrn2tc',
    state: 'open',
    muted: null,
    summary: 'Role ci-runner may not pass role web to EC2 (implicit deny)',
    principal: 'role/ci-runner',
    action: 'iam:PassRole',
    resource: 'arn:aws:iam::111122223333:role/web',
    reasonCode: 'IDENTITY_BASED_POLICY_NO_ALLOW',
    account: '111122223333',
    accountName: null,
    regions: ['eu-west-1'],
    count: 1_234,
    heldBack: 33,
    firstSeen: '2026-11-20T09:14:03.000Z',
    lastSeen: '2026-11-23T09:14:03.000Z',
    days: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1_000, 200, 0, 34],
    ...changes,
  };
}

export function causesWith(changes: Partial<Causes> = {}): Causes {
  return {
    query: FIRST_QUERY,
    range: rangeOf('30d', NOW),
    rows: [rowWith()],
    next: null,
    totals: { causes: 1, denials: 1_234, heldBack: 33 },
    searched: null,
    hasUnsearched: false,
    ...changes,
  };
}

export const EXPLANATION: Explanation = {
  verdict: 'implicit-deny',
  reason: { code: 'IDENTITY_BASED_POLICY_NO_ALLOW' },
  principal: {
    kind: 'role-session',
    arn: 'arn:aws:sts::111122223333:assumed-role/ci-runner/build-7',
    name: 'ci-runner',
    sessionName: 'build-7',
  },
  action: 'iam:PassRole',
  operation: 'RunInstances',
  resource: 'arn:aws:iam::111122223333:role/web',
  resourceType: 'role',
  policyType: 'identity-based',
  policyArn: null,
  statements: [{ sid: 'Deny', effect: 'DENY', actions: 'listed', resources: 'listed' }],
  decisiveConditions: [
    {
      key: 'ec2:InstanceType',
      requestValues: ['g5.12xlarge'],
      statementValues: ['t3.*', 'm5.*'],
      relation: 'value-not-allowed',
    },
    { key: 'aws:RequestTag/team', requestValues: [], statementValues: [], relation: 'key-missing' },
  ],
  context: [{ key: 'aws:Region', values: ['eu-west-1'] }],
  encodedMessage: { status: 'truncated', length: 600 },
  launch: {
    instanceTypes: ['g5.12xlarge', 'g5.16xlarge'],
    maxCount: 2,
    imageIds: ['ami-0abc'],
    subnetIds: ['subnet-0abc'],
    securityGroupIds: ['sg-0abc'],
    keyName: 'bastion',
    instanceProfile: 'web',
    launchTemplate: 'lt-0abc (version 3)',
    tags: { team: 'data' },
    region: 'eu-west-1',
    taggedTypes: { instance: { team: 'data' } },
    volumes: [
      { snapshotId: 'snap-0abc', encrypted: false, kmsKeyId: null, volumeType: 'gp3' },
      { snapshotId: null, encrypted: true, kmsKeyId: 'alias/disks', volumeType: null },
      { snapshotId: null, encrypted: null, kmsKeyId: null, volumeType: null },
    ],
    market: 'spot',
  },
  event: {
    id: '0f1e2d3c-1111-4000-8000-000000000001',
    time: '2026-11-23T09:14:03Z',
    region: 'eu-west-1',
    account: '111122223333',
  },
  authorizationId: 'auth-1',
  witnesses: {
    principal: 'requested',
    action: 'stated',
    resource: 'stated',
    policyType: 'stated',
    launch: 'requested',
    event: 'requested',
    launchPairs: 'inferred',
    decisiveConditions: 'inferred',
  },
  summary: 'Role ci-runner may not pass role web to EC2 (implicit deny)',
  detail: 'No identity-based policy of ci-runner allows iam:PassRole.',
  nextSteps: ['Add the statement.', 'Try the launch again.'],
  launchPairs: [
    {
      action: 'ec2:RunInstances',
      resource: 'instance/*',
      resourceType: 'instance',
      state: 'allowed',
    },
    {
      action: 'ec2:RunInstances',
      resource: 'subnet-1',
      resourceType: 'subnet',
      state: 'not-checked',
    },
    {
      action: 'ec2:RunInstances',
      resource: 'volume/*',
      resourceType: 'volume',
      state: 'missing',
      blockedBy: 'organization',
    },
    {
      action: 'iam:PassRole',
      resource: 'role/web',
      resourceType: 'role',
      state: 'denied',
      deniedBy: 'guard',
    },
  ],
  suggestions: [
    {
      kind: 'add-allow',
      appliesTo: {
        kind: 'role',
        name: 'ci-runner',
        arn: 'arn:aws:iam::111122223333:role/ci-runner',
      },
      who: 'whoever maintains role ci-runner',
      what: 'Add the statement.',
      confidence: 'ready',
      wrongIf: ['Another policy might refuse it.'],
      statement: {
        Sid: 'PassRole',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: 'arn:aws:iam::111122223333:role/web',
      },
      launchPolicy: {
        Version: '2012-10-17',
        Statement: [{ Sid: 'Run', Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' }],
      },
      launchPolicyAssumes: ['The image is public.'],
      verifiedBy: 'simulator',
    },
    {
      kind: 'change-request',
      appliesTo: { kind: 'request', name: null, arn: null },
      who: 'whoever makes the request',
      what: 'Change ec2:InstanceType.',
      confidence: 'has-placeholders',
      wrongIf: [],
      parameters: [
        { tool: 'cli', goesTo: 'aws ec2 run-instances', text: '--instance-type t3.large' },
        { tool: 'terraform', goesTo: 'aws_instance', text: 'instance_type = "t3.large"' },
      ],
      verifiedBy: null,
      unverified: 'not-permitted',
    },
    {
      kind: 'ask',
      appliesTo: { kind: 'policy', name: null, arn: null },
      who: 'the administrator',
      what: 'Ask.',
      confidence: 'may-be-wrong',
      wrongIf: [],
      steps: ['Ask first.'],
      verifiedBy: null,
    },
    {
      kind: 'change-deny',
      appliesTo: { kind: 'policy', name: null, arn: null },
      who: 'the administrator',
      what: 'Change the Deny.',
      confidence: 'may-be-wrong',
      wrongIf: [],
      verifiedBy: null,
    },
    {
      kind: 'rotate-credentials',
      appliesTo: { kind: 'credentials', name: null, arn: null },
      who: 'whoever owns the key',
      what: 'Rotate it.',
      confidence: 'ready',
      wrongIf: [],
      verifiedBy: null,
    },
  ],
};

export function causeWith(changes: Partial<Cause> = {}): Cause {
  const row = changes.row ?? rowWith();
  const shapes = ['types=t3.large', 'types=m5.large'];
  return {
    row,
    group: {
      fingerprint: row.fingerprint,
      state: row.state,
      count: row.count,
      countBefore: 0,
      firstSeen: row.firstSeen,
      lastSeen: row.lastSeen,
      alertedAtCount: 1_201,
      lastAlertAt: '2026-11-23T09:00:00.000Z',
      heldSince: null,
      pending: null,
      muted: row.muted,
      resolvedAt: null,
      regressedAt: null,
      history: [
        { at: '2026-11-20T09:15:00.000Z', by: 'the rules', from: null, to: 'new', note: '' },
        {
          at: '2026-11-21T09:15:00.000Z',
          by: 'arn:aws:iam::111122223333:user/ann',
          from: 'new',
          to: 'muted',
          note: 'muted for good',
        },
      ],
    },
    shown: {
      account: row.account,
      principal: row.principal,
      action: row.action,
      summary: row.summary,
      reasonCode: row.reasonCode,
      regions: row.regions,
      sessions: ['build-6', 'build-7'],
      shapes,
      resource: row.resource,
      messageStatus: 'truncated',
      days: [],
    },
    explanation: EXPLANATION,
    explainedAt: '2026-11-23T09:15:00.000Z',
    shape: 'types=m5.large',
    occurrences: {
      items: [
        {
          eventId: '0f1e2d3c-1111-4000-8000-000000000001',
          time: '2026-11-23T09:14:03.000Z',
          region: 'eu-west-1',
          session: 'build-7',
          shape: 'types=m5.large',
        },
        {
          eventId: '0f1e2d3c-1111-4000-8000-000000000002',
          time: '2026-11-23T09:13:03.000Z',
          region: 'no Region',
          session: null,
          shape: 'types=m5.large',
        },
      ],
      next: 'older',
    },
    moves: ['mute', 'resolve', 'reopen'],
    ...changes,
  };
}

const PRINCIPAL = { account: '111122223333', accountName: null };

export function overviewWith(changes: Partial<Overview> = {}): Overview {
  const slots = [
    '2026-11-21T00:00:00.000Z',
    '2026-11-22T00:00:00.000Z',
    '2026-11-23T00:00:00.000Z',
  ];
  return {
    span: '7d',
    range: rangeOf('7d', NOW),
    slots,
    slot: 'day',
    byReason: [
      { reasonCode: 'EXPLICIT_DENY', counts: [1_000, 0, 30], sum: 1_030 },
      { reasonCode: '', counts: [1, 0, 0], sum: 1 },
    ],
    denials: 1_031,
    principals: [
      { ...PRINCIPAL, principal: 'role/ci-runner', denials: 1_000, causes: 2 },
      { ...PRINCIPAL, principal: '', denials: 31, causes: 1 },
    ],
    causes: [{ row: rowWith(), denials: 1_000 }],
    states: { new: 1, open: 2, regressed: 3, muted: 4, ignored: 5, resolved: 6 },
    timeToResolve: { median: 7_200_000, resolved: 6 },
    messages: { decoded: 3, truncated: 9 },
    regions: ['eu-west-1'],
    health: [
      { name: 'Alerts that wait', state: 'ok', found: 'none waits' },
      { name: 'Sweep', state: 'warning', found: 'the oldest waits since 09:00 UTC' },
    ],
    isWhole: true,
    ...changes,
  };
}
