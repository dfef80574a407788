// An organization on loopback: the hub's functions as callers, and reader roles in member accounts.
import * as v from 'valibot';
import { readEncodedMessage } from '../../../core/message/encoded-message';
import { type IamStandIn, startIam } from '../../../local/iam/stand-in';
import { evaluate } from '../../../local/policy/evaluate';
import { resourcePolicy } from '../../../local/policy/resource-policy';
import { policyDocument } from '../../../local/policy/statement';
import { type StsStandIn, startSts } from '../../../local/sts/stand-in';
import type { RolePlan } from '../../../local/template/read-roles';
import type { AwsCall, Caller } from '../../../local/wire/endpoint';

export const HUB = '111122223333';
export const PAYMENTS = '444455556666';
export const SEARCH = '777788889999';
export const ROLE_NAME = 'LaunchDenied-reader';
export const REGION = 'eu-west-1';

const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
  AWS_SESSION_TOKEN: 'an-invented-token',
  AWS_MAX_ATTEMPTS: '1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
};

const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const allow = (Action: string | readonly string[], Resource = '*') => ({
  Effect: 'Allow',
  Action,
  Resource,
});

/** The hub's functions may assume the reader role of each account by its name, and read their own. */
const OWN = v.parse(
  policyDocument,
  document(
    allow(['sts:DecodeAuthorizationMessage', 'iam:SimulatePrincipalPolicy']),
    allow('sts:AssumeRole', `arn:aws:iam::*:role/${ROLE_NAME}`),
  ),
);

/** Where AWS would be. */
export class Organization {
  readonly calls: AwsCall[] = [];
  /** The time that the stand-ins see. */
  now = new Date('2026-11-20T09:14:00Z').getTime();
  sts!: StsStandIn;
  iam!: IamStandIn;
  private readonly roles = new Map<string, RolePlan>();
  private readonly callers: Caller[] = [
    {
      accessKeyId: ENVIRONMENT.AWS_ACCESS_KEY_ID,
      session: 'explain/function',
      accountIn: () => HUB,
      decide: (request) => evaluate(OWN, request),
    },
  ];

  async start(): Promise<void> {
    const record = (call: AwsCall) => void this.calls.push(call);
    this.sts = await startSts(this.callers, record, {
      roleOf: (arn) => this.roles.get(arn) ?? null,
      organizationOf: () => 'o-a1b2c3d4e5',
      now: () => new Date(this.now),
      admit: (session) => void this.callers.push(session),
    });
    this.iam = await startIam(this.callers, record);
    Object.assign(process.env, ENVIRONMENT, {
      AWS_ENDPOINT_URL_STS: this.sts.url,
      AWS_ENDPOINT_URL_IAM: this.iam.url,
    });
  }

  async stop(): Promise<void> {
    await this.sts.stop();
    await this.iam.stop();
  }

  /** Deploys the reader role into an account; it trusts this role of the hub. */
  deploy(account: string, trusted = 'explain'): void {
    const arn = `arn:aws:iam::${account}:role/${ROLE_NAME}`;
    const trust = {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${HUB}:root` },
      Action: 'sts:AssumeRole',
      Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${HUB}:role/${trusted}` } },
    };
    this.roles.set(arn, {
      arn,
      name: ROLE_NAME,
      trust: v.parse(resourcePolicy, document(trust)),
      statements: v.parse(
        policyDocument,
        document(allow(['sts:DecodeAuthorizationMessage', 'iam:SimulatePrincipalPolicy'])),
      ),
      longestSessionSeconds: 3_600,
    });
  }

  /** A whole message of an account. */
  message(account: string, action = 'iam:PassRole') {
    const decoded = { explicitDeny: false, context: { action }, filler: 'x'.repeat(400) };
    const random = Array.from({ length: 300 }, (_, at) => (at * at * 31 + 7) % 251).join('');
    const json = JSON.stringify({ ...decoded, random });
    const found = readEncodedMessage(this.sts.issue(json, { account, region: REGION }));
    if (found.kind !== 'whole') throw new Error(`the message is ${found.kind}`);
    return found.encoded;
  }

  /** The calls as `action account Region`, with the decision where it is no permission. */
  told(): readonly string[] {
    return this.calls.map(({ action, account, region, decision, status }) =>
      [action, account, region, ...(status === 200 ? [] : [status, decision])].join(' '),
    );
  }
}
