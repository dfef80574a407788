// stack → [groups] → outcome: the list of groups, the latest changed first.
import { inAccount } from '../../core/account-name';
import { groupCode } from '../../core/alert/group-name';
import { timeWords } from '../../core/alert/words';
import type { GroupRecord, Groups } from '../../core/group/stored';
import { changedAt } from '../../core/group/waits';
import type { GroupState } from '../../core/group/transitions';
import type { Section } from '../../core/render/section';
import { isOfAccount } from '../../core/review/matches';
import { groupData } from './group-data';
import type { Outcome } from './outcome';
import { heldWords, stateWords, timesWords, WORDS } from './words';

/** Which groups are listed. */
export interface Listed {
  /** Null for any. */
  readonly states: ReadonlySet<GroupState> | null;
  /** A text that the number or the name of the account has in it; null for any. */
  readonly account: string | null;
  /** At most so many. */
  readonly most: number;
}

/** Lists groups. */
export async function listGroups(
  groups: Pick<Groups, 'list'>,
  listed: Listed,
  now: string,
): Promise<Outcome> {
  const { most } = listed;
  const found = await firstOf(groups, { ...listed, most: most + 1 });
  const records = found.slice(0, most);
  const hasMore = found.length > most;
  const sections = records.map((record) => sectionOf(record, now));
  return {
    kind: 'done',
    shown: [
      ...(records.length === 0 ? [noneFor(listed)] : sections),
      ...(hasMore ? [more(records.length)] : []),
    ],
    data: { groups: records.map(groupData), hasMore },
  };
}

async function firstOf(
  groups: Pick<Groups, 'list'>,
  { most, ...wanted }: Listed,
): Promise<readonly GroupRecord[]> {
  const found: GroupRecord[] = [];
  for (let page: string | undefined | null = undefined; page !== null && found.length < most;) {
    const { items, next }: Awaited<ReturnType<Groups['list']>> = await groups.list(page);
    const records = items.map(({ record }) => record);
    found.push(...records.filter((record) => isListed(record, wanted)));
    page = next;
  }
  // From one page to the next the order is exact to the hour only.
  const byChange = found.map((record) => ({ record, at: changedAt(record) }));
  return byChange
    .toSorted((one, other) => (one.at === other.at ? 0 : one.at > other.at ? -1 : 1))
    .map(({ record }) => record);
}

function isListed(record: GroupRecord, { states, account }: Omit<Listed, 'most'>): boolean {
  const isOfState = states === null || states.has(record.group.state);
  return isOfState && (account === null || isOfAccount(record, account));
}

/** The first line holds nothing that an event says but its time. */
function sectionOf({ group, shown }: GroupRecord, now: string): Section {
  const last = `last ${timeWords(group.lastSeen, now)}`;
  const held = heldWords(group, now);
  const facts = [stateWords(group, now), timesWords(group.count), last];
  const title = `${groupCode(group.fingerprint)}  ${facts.join(', ')}${held && `; ${held}`}`;
  return { kind: 'prose', title, text: `${shown.summary}${inAccount(shown)}` };
}

function noneFor({ states, account }: Listed): Section {
  if (account !== null) return { kind: 'lead', text: WORDS.noneOfAccount(states !== null) };
  return { kind: 'lead', text: states === null ? WORDS.noGroups : WORDS.noneOfState };
}

function more(count: number): Section {
  return { kind: 'prose', title: WORDS.more(count), text: WORDS.all };
}
