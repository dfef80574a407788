// world → [questions] → checks: what other Regions and accounts have of the home stack.
import { organizationAccounts } from '../../adapters/organization-accounts';
import { ask, thenAsk } from '../../adapters/doctor/ask';
import { askBusPolicy } from '../../adapters/doctor/event-bus';
import { askReaders } from '../../adapters/doctor/readers';
import type { Member, Reader, Readers } from '../../core/doctor/accounts';
import { type Answer, known } from '../../core/doctor/check';
import { watchedOperations } from '../../core/doctor/event-pattern';
import type { RegionalTrails } from '../../core/doctor/forwarder-trails';
import { type Forwarders, judgedOf } from '../../core/doctor/forwarders';
import type { HubBus, Members } from '../../core/doctor/hub-bus';
import type { InRegion } from '../../core/doctor/in-regions';
import type { Surveyed } from './survey';
import { fieldOf, type World } from './world';

/** Where it is not known which Regions are enabled, those of the settings are asked, if there are any. */
export function homeForwarders(world: World): Promise<Answer<Forwarders>> {
  const { book, home, account, partition } = world;
  return thenAsk(fieldOf(book, 'forwarderRuleName'), (ruleName) =>
    thenAsk(fieldOf(book, 'regions'), async (regions) => {
      const listed = regions.filter((each) => each !== home.region);
      const enabled = await world.enabled();
      if (enabled.kind === 'hidden' && listed.length === 0) return enabled;
      const asked = enabled.kind === 'known' ? enabled.value : listed;
      const others = asked.filter((each) => each !== home.region);
      const rule = await world.rule();
      const pattern = rule.kind === 'known' ? rule.value?.pattern : undefined;
      const found = others.map((region) => world.forwarderIn(ruleName, region));
      return known({
        home,
        account,
        partition,
        listed,
        takesAll: regions.length === 0,
        operations: pattern === undefined ? null : watchedOperations(pattern),
        found: await Promise.all(found),
      });
    }),
  );
}

/** The Regions whose denials the home rule has to let through. */
export function acceptedRegions({ book, home }: World): readonly string[] {
  const regions = fieldOf(book, 'regions');
  return [home.region, ...(regions.kind === 'known' ? regions.value : [])];
}

/** The trails of Regions with forwarders; the Region of the reader has perhaps one that could cover all. */
export async function regionalTrails(world: Surveyed): Promise<Answer<RegionalTrails>> {
  const { place, trailsIn } = world;
  return thenAsk(await world.forwarders(), async (all) => {
    const regions = judgedOf(all).map(({ region }) => region);
    const asked = regions.map(
      async (region): Promise<InRegion<Awaited<ReturnType<typeof trailsIn>>>> => ({
        region,
        value: await trailsIn(region),
      }),
    );
    const isAsked = regions.length === 0 || regions.includes(place.region);
    const around = isAsked ? [] : [await trailsIn(place.region)];
    return known({ asked: await Promise.all(asked), around });
  });
}

/** The members of a hub; null where the stack is none. */
function membersOf({ book }: World): Answer<Members | null> {
  const since = fieldOf(book, 'forwarderRuleName');
  if (since.kind === 'hidden') return since;
  const organization = fieldOf(book, 'organization');
  if (organization.kind === 'known')
    return known({ kind: 'organization', organization: organization.value });
  const accounts = fieldOf(book, 'accounts');
  return known(accounts.kind === 'known' ? { kind: 'accounts', accounts: accounts.value } : null);
}

/** The event bus of a hub; null where the stack is none. */
export async function hubBus(world: World): Promise<Answer<HubBus | null>> {
  const { clients, home, partition } = world;
  const answer = membersOf(world);
  if (answer.kind === 'hidden') return answer;
  const { value: members } = answer;
  if (members === null) return known(null);
  return thenAsk(await askBusPolicy(clients), async (policy) =>
    known({ home, partition, members, policy }),
  );
}

/** What the functions of a hub get in its member accounts; null where the stack is none. */
export async function readers(world: World): Promise<Answer<Readers | null>> {
  const { book, home } = world;
  const answer = membersOf(world);
  if (answer.kind === 'hidden') return answer;
  const { value: members } = answer;
  if (members === null) return known(null);
  const isNamed = members.kind === 'accounts';
  const all = await accountsOf(members, world);
  return thenAsk(all, async (accounts) =>
    thenAsk(await outcomesOf(accounts, world), (outcomes) =>
      thenAsk(fieldOf(book, 'readerRoleName'), async (roleName) =>
        known({ home, roleName, isNamed, readers: outcomes }),
      ),
    ),
  );
}

/** The account of the home stack is no member. */
async function accountsOf(
  members: Members,
  { connection, home, organizationProfile: profile }: World,
): Promise<Answer<readonly Member[]>> {
  const { credentials: _own, ...elsewhere } = connection;
  const whose = profile === null ? connection : { ...elsewhere, profile };
  const all =
    members.kind === 'accounts'
      ? known(members.accounts.map((id) => ({ id, name: null })))
      : await ask('organizations:ListAccounts', () => organizationAccounts(whose));
  return thenAsk<readonly Member[], readonly Member[]>(all, async (accounts) =>
    known(accounts.filter(({ id }) => id !== home.account)),
  );
}

/** An account of which the function says nothing has no outcome. */
function outcomesOf(
  accounts: readonly Member[],
  { book, clients }: World,
): Promise<Answer<readonly Reader[]>> {
  const ids = accounts.map(({ id }) => id);
  return thenAsk(fieldOf(book, 'sweepFunctionName'), async (sweep) =>
    thenAsk(await askReaders(clients, sweep, ids), async (outcomes) =>
      known(accounts.map((each) => ({ ...each, outcome: outcomes.get(each.id) ?? 'unavailable' }))),
    ),
  );
}
