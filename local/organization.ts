// [organization] → local way: the hub in its home Region, a forwarder in another one, and member accounts.
import { join } from 'node:path';
import * as v from 'valibot';
import { writeFile } from '../lib/one-file';
import type { FurtherStack } from './further';
import { movedTo } from './cases';
import { demoCases, eventsOf } from './inputs';
import type { Input } from './play';
import { type Local, type LocalOptions, startLocal } from './start-local';
import { synthesizeAll, type SynthesizedStack } from './synthesize';
import { readTemplateFile } from './template-file';
import type { Place } from './template/place';

/** The invented organization. */
export const ORGANIZATION = 'o-a1b2c3d4e5';

/** Where the hub is deployed. */
export const HUB: Place = {
  account: '111122223333',
  region: 'us-east-1',
  organization: ORGANIZATION,
};

/** The Region that the hub's account has a forwarder in. */
export const FURTHER_REGION = 'eu-west-1';

/** A member account: where its forwarder lies, and whether that has the reader role. */
interface Member {
  readonly account: string;
  readonly region: string;
  /** What the settings of the hub call it; null where nobody named it. */
  readonly name: string | null;
  readonly hasReader: boolean;
}

/** The invented members. */
export const MEMBERS = {
  payments: { account: '444455556666', region: 'us-east-1', name: 'payments', hasReader: true },
  search: { account: '777788889999', region: FURTHER_REGION, name: 'search', hasReader: true },
  sandbox: { account: '888899990000', region: 'us-east-1', name: null, hasReader: false },
} as const satisfies Record<string, Member>;

/** Somebody who is in no organization. */
export const STRANGER = { account: '999900001111', organization: null };

/** Names of accounts as the setting has them. */
export const ACCOUNT_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(MEMBERS).flatMap(({ account, name }) => (name === null ? [] : [[account, name]])),
);

const SETTINGS = {
  organization: ORGANIZATION,
  homeRegion: HUB.region,
  regions: [HUB.region, FURTHER_REGION],
  accountNames: ACCOUNT_NAMES,
};

/** The stacks of an organization. */
export interface OrganizationStacks {
  readonly hub: SynthesizedStack;
  readonly further: readonly FurtherStack[];
}

/** Synthesizes the app for an organization, and makes the file that its members deploy. */
export async function synthesizeOrganization(outdir: string): Promise<OrganizationStacks> {
  const [hub, ...forwarders] = await synthesizeAll({
    outdir: join(outdir, 'app'),
    context: SETTINGS,
    env: { account: HUB.account, region: HUB.region },
  });
  const { file } = writeFile('forwarder', { outdir: join(outdir, 'forwarder') });
  const own = forwarders.map(({ region, template }) => ({
    ...HUB,
    region: region ?? HUB.region,
    template,
  }));
  return { hub, further: [...own, ...memberStacks(await readTemplateFile(file))] };
}

/** The stacks of the members, made of the file of a forwarder. */
export function memberStacks(forwarder: SynthesizedStack): readonly FurtherStack[] {
  return Object.values(MEMBERS).map((member) => memberStack(member, forwarder));
}

/** The forwarder of a member, with what the hub says that it is deployed with. */
function memberStack(
  { account, region, hasReader }: Member,
  { template }: SynthesizedStack,
): FurtherStack {
  return {
    account,
    region,
    organization: ORGANIZATION,
    template,
    parameters: (output) => ({
      ...parametersIn(output('MemberParameters')),
      ReaderRegion: region,
      ...(hasReader ? {} : { FunctionRoleArns: '' }),
    }),
  };
}

/** Reads what the output `MemberParameters` of a hub says, as the AWS CLI does. */
export function parametersIn(text: string): Readonly<Record<string, string>> {
  const given = v.parse(memberParameters, JSON.parse(text));
  return Object.fromEntries(
    given.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]),
  );
}

const memberParameters = v.array(
  v.strictObject({ ParameterKey: v.string(), ParameterValue: v.string() }),
);

/** Deploys the stacks of an organization. */
export function startOrganization(
  { hub, further }: OrganizationStacks,
  options: Omit<LocalOptions, 'place' | 'further'> = {},
): Promise<Local> {
  return startLocal(hub, { ...options, place: HUB, further });
}

/** Where each demo denial of an organization happens: a golden case, moved there. */
const DENIED = [
  [
    'karpenter-may-not-create-a-fleet-from-its-launch-templates',
    { ...HUB, region: FURTHER_REGION },
  ],
  ['a-ci-role-may-not-pass-the-role-of-the-instance-profile', MEMBERS.payments],
  ['terraform-may-launch-but-not-tag-what-it-launches', MEMBERS.search],
  ['a-permission-set-does-not-allow-a-key-pair', MEMBERS.sandbox],
] as const satisfies readonly (readonly [string, Pick<Place, 'account' | 'region'>])[];

/** Denials of another Region and of each member, and one that a stranger forged. */
export function organizationInputs(local: Pick<Local, 'sts' | 'iam'>): readonly Input[] {
  const cases = demoCases();
  const inputs = DENIED.flatMap(([name, { account, region }]) => {
    const found = cases.find(({ path }) => path.endsWith(`${name}.json`));
    if (found === undefined) throw new Error(`the demo has no case ${name}`);
    const moved = movedTo(found, { account, region });
    return eventsOf(moved, local).map((event) => ({
      title: `${found.title}, in ${region} of account ${account}`,
      event,
      at: { account, region },
    }));
  });
  const forged = inputs.slice(0, 1).map(({ event }) => ({
    title: 'A denial that a stranger forged, in no account of the organization',
    event,
    sender: STRANGER,
  }));
  return [...inputs, ...forged];
}
