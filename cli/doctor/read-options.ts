// options → [plan] → doctor: what is to be examined, before anything is asked.
import type { Home } from '../../core/doctor/home';
import { isRegion, readTarget, type Target } from '../groups/connection';
import { type Misuse, misuse } from '../groups/misuse';
import type { TestWanted } from './run-doctor';

type Chosen = Readonly<Record<string, string | boolean | undefined>>;

/** What is to be examined. */
export type Plan =
  | {
      readonly kind: 'home';
      readonly target: Target;
      readonly test: TestWanted | null;
      /** Whose credentials list the accounts of the organization; null for the same as all else. */
      readonly organizationProfile: string | null;
    }
  | { readonly kind: 'member'; readonly target: Target; readonly home: Home };

/** Reads the options; says what to give where they do not go together. */
export function readPlan(
  chosen: Chosen,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Plan | Misuse {
  const [word] = words;
  if (word !== undefined)
    return misuse(`the doctor takes no words, and ${JSON.stringify(word)} is one`);
  if (chosen['local'] !== undefined)
    return misuse(
      '--local is not for the doctor: local mode has no trail, no policies of queues and no chat; leave it out to ask AWS',
    );
  const test = readTest(chosen);
  if (test !== null && 'why' in test) return test;
  const target = readTarget(chosen, env);
  if (target.kind === 'misused') return target;
  const home = readHome(chosen, target.stackName);
  const organizationProfile = textOf(chosen['organization-profile']);
  if (home === null) return { kind: 'home', target, test, organizationProfile };
  if ('why' in home) return home;
  if (organizationProfile !== null)
    return misuse('--organization-profile is for the home stack; a member account lists no others');
  if (test === null) return { kind: 'member', target, home };
  return misuse(
    '--send-test is followed at home: run it with credentials of the home account, and give those of the member as --from-profile',
  );
}

/** Where the home stack of a member account lies; null where the stack itself is examined. */
function readHome(chosen: Chosen, stackName: string): Home | null | Misuse {
  const { member, home } = chosen;
  if (member !== true && home === undefined) return null;
  const needed = 'account and Region of the home stack, such as --home 111122223333/us-east-1';
  if (member !== true) return misuse('--home is for a member account; give --member too');
  if (home === undefined) return misuse(`--member needs ${needed}`);
  const [account = '', region = '', ...more] = String(home).split('/');
  if (/^\d{12}$/.test(account) && isRegion(region) && more.length === 0)
    return { account, region, stackName };
  return misuse(`--home ${JSON.stringify(home)}: allowed is ${needed}`);
}

const WAIT_SECONDS = 120;
const LONGEST = 3_600;

/** What only says more of a test denial, and what it says. */
const OF_TESTS = {
  wait: 'how long to follow a test denial',
  'from-region': 'where to put a test denial',
  'from-profile': 'whose test denial to put',
} as const;

function readTest(chosen: Chosen): TestWanted | null | Misuse {
  const { 'send-test': sends, wait, 'from-region': region, 'from-profile': profile } = chosen;
  if (sends !== true) {
    const given = Object.entries(OF_TESTS).find(([name]) => chosen[name] !== undefined);
    if (given === undefined) return null;
    return misuse(`--${given[0]} is ${given[1]}; give --send-test too`);
  }
  const seconds = readSeconds(wait);
  if (seconds === null)
    return misuse(`--wait ${JSON.stringify(wait)}: allowed is a number of seconds from 1 to 3600`);
  if (region !== undefined && !isRegion(String(region)))
    return misuse(`--from-region ${JSON.stringify(region)} is no Region, such as us-east-1`);
  return { seconds, from: { region: textOf(region), profile: textOf(profile) } };
}

function textOf(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function readSeconds(text: string | boolean | undefined): number | null {
  if (text === undefined) return WAIT_SECONDS;
  const seconds = /^\d{1,4}$/.test(String(text)) ? Number(text) : 0;
  return seconds > 0 && seconds <= LONGEST ? seconds : null;
}
