// The hub of an organization from end to end: another Region, member accounts, and strangers.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFile } from '../../lib/one-file';
import { localGroups } from '../../local/dashboard';
import type { FurtherStack } from '../../local/further';
import {
  ACCOUNT_NAMES,
  FURTHER_REGION,
  HUB,
  memberStacks,
  MEMBERS,
  ORGANIZATION,
  organizationInputs,
  type OrganizationStacks,
  parametersIn,
  startOrganization,
  STRANGER,
  synthesizeOrganization,
} from '../../local/organization';
import { play, type Result } from '../../local/play';
import type { Local } from '../../local/start-local';
import { readTemplateFile } from '../../local/template-file';
import { event as launchEvent } from './launches';

const FOLDER = mkdtempSync(join(tmpdir(), 'launch-denied-test-'));
const ENVIRONMENT = { ALERTS_PER_MINUTE: '6000' };
const { payments, search, sandbox } = MEMBERS;

jest.setTimeout(90_000);

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** An organization whose hub and forwarders are all made of the files. */
async function fileOrganization(outdir: string): Promise<OrganizationStacks> {
  const hub = await readTemplateFile(writeFile('home', { outdir: join(outdir, 'home') }).file);
  const { file } = writeFile('forwarder', { outdir: join(outdir, 'forwarder') });
  const forwarder = await readTemplateFile(file);
  const own: FurtherStack = {
    ...HUB,
    region: FURTHER_REGION,
    template: forwarder.template,
    parameters: (output) => parametersIn(output('MemberParameters')),
  };
  return { hub, further: [own, ...memberStacks(forwarder)] };
}

interface Shape {
  readonly stacks: (outdir: string) => Promise<OrganizationStacks>;
  readonly options: Parameters<typeof startOrganization>[1];
}

const SHAPES: readonly (readonly [string, Shape])[] = [
  ['the stacks of the CDK', { stacks: synthesizeOrganization, options: {} }],
  [
    'the files',
    {
      stacks: fileOrganization,
      options: {
        parameters: {
          Email: 'oncall@example.com',
          OrganizationId: ORGANIZATION,
          Regions: FURTHER_REGION,
        },
      },
    },
  ],
];

/** A denied launch in an account and a Region, as it stands on the bus there. */
function deniedIn(account: string, region: string, eventID: string, changed: object = {}) {
  const text = JSON.stringify(launchEvent(eventID, { awsRegion: region }));
  return { ...JSON.parse(text.replaceAll('111122223333', account)), ...changed };
}

describe.each(SHAPES)('an organization of %s', (name, { stacks: make, options }) => {
  let stacks: OrganizationStacks;
  let local: Local;
  let demo: Result;

  beforeAll(async () => {
    stacks = await make(join(FOLDER, name));
    local = await startOrganization(stacks, { ...options, environment: ENVIRONMENT });
    // What "launch-denied accounts" does; the settings of the CDK's stacks name them, too.
    await localGroups(local).writeAccountNames(new Map(Object.entries(ACCOUNT_NAMES)));
    demo = await play(local, organizationInputs(local));
  });
  afterAll(() => local.stop());

  const mailOf = (account: string, region: string) => {
    const found = demo.mails.filter(({ text }) => {
      const [, told] = /^account: +(.*)$/m.exec(text) ?? [];
      const [, where] = /^Region: +(.*)$/m.exec(text) ?? [];
      return told?.includes(account) === true && where === region;
    });
    expect(found).toHaveLength(1);
    return found[0]?.text ?? '';
  };
  const decodesIn = (account: string) =>
    demo.calls
      .filter((call) => call.account === account && call.action.startsWith('sts:Decode'))
      .map(({ region, status }) => ({ region, status }));

  test('alerts about each denial of its Regions and accounts once, and loses none', async () => {
    expect(demo.played.map(({ fate }) => fate).join(' ')).toBe(
      'alerted alerted alerted alerted refused',
    );
    expect(demo.mails).toHaveLength(4);
    expect([await local.deadLetters(), local.failures(), await local.undelivered()]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('explains a denial of another Region by its decoded message, and links there', () => {
    const mail = mailOf(HUB.account, FURTHER_REGION);
    expect(mail).toContain('ec2:CreateFleet');
    expect(mail).toContain(`https://${FURTHER_REGION}.console.aws.amazon.com/cloudtrailv2/`);
    expect(decodesIn(HUB.account)).toEqual([{ region: FURTHER_REGION, status: 200 }]);
  });

  test.each([
    ['payments', payments, 'iam:PassRole'],
    ['search', search, 'ec2:CreateTags'],
  ] as const)('decodes a denial of %s there, and names the account', (called, member, action) => {
    const { account, region } = member;
    const mail = mailOf(account, region);
    expect(mail).toMatch(new RegExp(`^account: +${called} \\(${account}\\)$`, 'm'));
    expect(mail).toContain(action);
    expect(mail).toContain(`https://${region}.console.aws.amazon.com/cloudtrailv2/`);
    const decodes = decodesIn(account);
    expect(decodes.length).toBeGreaterThan(0);
    for (const decode of decodes) expect(decode).toEqual({ region, status: 200 });
  });

  test('simulates a principal in its own account alone', () => {
    const simulated = demo.calls.filter(({ action }) => action === 'iam:SimulatePrincipalPolicy');
    expect(new Set(simulated.map(({ account }) => account))).toEqual(
      new Set([HUB.account, payments.account, search.account]),
    );
    for (const { account, resource } of simulated) expect(resource).toContain(`:${account}:`);
  });

  test('explains a denial of an account without reader role, and says what is missing where', () => {
    const { account, region } = sandbox;
    const mail = mailOf(account, region).replace(/\s+/g, ' ');
    expect(mail).toContain('no identity-based policy allows ec2:RunInstances');
    expect(mail).toContain(`can be decoded in account ${account} alone`);
    expect(mail).toContain(
      `role LaunchDenied-reader could not be assumed in account ${account}, and AWS does not say why. Deploy the forwarder stack with that role there`,
    );
    expect(mail).toContain(`console: sign in to account ${account} first`);
    expect(mail).toContain(`Commands for this group, with credentials of account ${HUB.account}`);
    expect(mail).not.toContain('"sts:DecodeAuthorizationMessage"');
    expect(decodesIn(account)).toEqual([]);
  });

  test('assumes one role by its name, once for each account, as policies allow', () => {
    const assumed = demo.calls.filter(({ action }) => action === 'sts:AssumeRole');
    expect(assumed.map(({ resource, status }) => `${resource} ${status}`).toSorted()).toEqual([
      `arn:aws:iam::${payments.account}:role/LaunchDenied-reader 200`,
      `arn:aws:iam::${search.account}:role/LaunchDenied-reader 200`,
      `arn:aws:iam::${sandbox.account}:role/LaunchDenied-reader 403`,
    ]);
    expect(demo.calls.filter(({ decision }) => decision !== 'allowed')).toEqual([]);
  });

  test('counts denials by the Region that they happened in', () => {
    const counted = local
      .log()
      .split('\n')
      .filter((line) => line.includes('"_aws"'))
      .map((line) => JSON.parse(line))
      .map(({ Region, Denials }) => [Region, Denials] as const);
    const sum = (region: string) =>
      counted.reduce((all, [where, count]) => all + (where === region ? count : 0), 0);
    expect([sum(HUB.region), sum(FURTHER_REGION)]).toEqual([2, 2]);
  });

  test('never shows or logs credentials of a session', () => {
    const shown = [local.log(), ...demo.mails.map(({ text }) => text)].join('\n');
    expect(shown).not.toMatch(/ASIA[0-9A-F]{16}|SecretAccessKey|SessionToken/);
  });

  describe('the event bus refuses', () => {
    const forged = deniedIn(STRANGER.account, HUB.region, 'forged');
    const refused = { matched: false, refusals: [{ code: 'NO_PERMISSIONS' }] };

    test.each([
      ['somebody of no organization', STRANGER],
      ['somebody of another organization', { ...STRANGER, organization: 'o-zzzzzzzzzz' }],
    ])('%s', async (_who, sender) => {
      await expect(local.putFrom(sender, forged)).resolves.toMatchObject(refused);
    });

    test.each([
      ['a source that is none of ours', { source: 'aws.s3' }],
      ['another kind of event', { 'detail-type': 'EC2 Instance State-change Notification' }],
    ])('%s, even from a member', async (_what, changed) => {
      const sender = { account: payments.account, organization: ORGANIZATION };
      await expect(local.putFrom(sender, { ...forged, ...changed })).resolves.toMatchObject(
        refused,
      );
    });

    test('nobody who is a member', async () => {
      const sender = { account: payments.account, organization: ORGANIZATION };
      const event = deniedIn(payments.account, HUB.region, 'direct');
      await expect(local.putFrom(sender, event)).resolves.toMatchObject({ matched: true });
      await local.settle();
    });
  });

  test('keeps what a member says of another account as a dead letter, and alerts nobody', async () => {
    const before = (await local.mails()).length;
    const event = deniedIn(search.account, HUB.region, 'foreign', { account: payments.account });
    await local.put(event, payments);
    await local.settle();
    expect((await local.mails()).length).toBe(before);
    expect(await local.deadLetters()).toEqual([JSON.stringify(event)]);
    expect(local.log()).toContain('speaks of account');
  });

  test('handles what happens in the home Region once, although the settings list that too', async () => {
    const before = local.queueDepth();
    const event = deniedIn(HUB.account, HUB.region, 'at home');
    await expect(local.put(event)).resolves.toMatchObject({ matched: true });
    expect((await local.queueDepth()) - (await before)).toBe(1);
    await local.settle();
  });

  test('accepts nothing of a Region that the settings do not list', async () => {
    const event = deniedIn(payments.account, 'ap-south-1', 'elsewhere');
    await expect(local.put(event)).resolves.toMatchObject({
      matched: false,
      mismatches: [{ path: 'region' }],
    });
  });

  test('assumes no role again in a storm of a member', async () => {
    const before = local.calls().length;
    const place = { account: payments.account, region: payments.region };
    for (let at = 0; at < 120; at += 1)
      await local.put(deniedIn(place.account, place.region, `storm-${at}`), place);
    await local.settle();
    const calls = local.calls().slice(before);
    expect(calls.filter(({ action }) => action.startsWith('sts:'))).toEqual([]);
  });
});
