// facts → [check] → report: Regions in which people might launch and nothing is seen.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { counted, listed } from './sentence';

/** Each stack sees its own Region; which other Regions have one is not asked. */
export function judgeRegions(
  enabled: Answer<readonly string[]>,
  { region }: { readonly region: string },
): readonly Finding[] {
  return ofKnown(enabled, (all) => {
    const others = all.filter((each) => each !== region).toSorted();
    if (others.length === 0) return [ok(`No other Region than ${region} is enabled.`)];
    return [
      fault(
        'warning',
        `This stack sees ${region} alone; the account has ${counted(others.length, 'more enabled Region', 'more enabled Regions')}: ${listed(others, 40)}.`,
        'Deploy the stack in each Region where people launch; deny or disable the others.',
      ),
    ];
  });
}
