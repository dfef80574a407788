// facts → [check] → report: a trail logs write management events in each Region that has a forwarder.
import { type Answer, fault, type Finding, ofKnown, ok } from './check';
import { awsCli, type Place } from './command';
import { hiddenIn, type InRegion, together } from './in-regions';
import { brief, listed } from './sentence';
import { judgeTrails, type Trail } from './trail';

/** The trails of Regions. */
export interface RegionalTrails {
  /** Of the Regions in question. */
  readonly asked: readonly InRegion<Answer<readonly Trail[]>>[];
  /** Of others, where a trail might be that could cover them too. */
  readonly around: readonly Answer<readonly Trail[]>[];
}

/** Without a trail a forwarder is silent. Regions of which the same is to say are one finding. */
export function judgeForwarderTrails(
  answer: Answer<RegionalTrails>,
  place: Place,
): readonly Finding[] {
  return ofKnown(answer, ({ asked, around }) => {
    if (asked.length === 0) return [ok('No other Region has to be covered by a trail.')];
    const seen = asked.flatMap(({ region, value }) =>
      value.kind === 'known' ? [{ region, value: value.value }] : [],
    );
    const [bare, covered] = [seen.filter(isBare), seen.filter((each) => !isBare(each))];
    const spare = [...around, ...asked.map(({ value }) => value)].flatMap(trailsOf);
    return [
      ...(bare.length === 0
        ? []
        : areBare(
            bare.map(({ region }) => region),
            spare,
            place,
          )),
      ...together(covered).flatMap(({ regions, value }) =>
        judgeTrails({ kind: 'known', value }, place, listed(regions)),
      ),
      ...hiddenIn(asked),
    ];
  });
}

function isBare({ value }: InRegion<readonly Trail[]>): boolean {
  return value.length === 0;
}

function trailsOf(answer: Answer<readonly Trail[]>): readonly Trail[] {
  return answer.kind === 'known' ? answer.value : [];
}

/** A trail of one Region can become one of all, which costs nothing for what it logs once. */
function areBare(
  regions: readonly string[],
  others: readonly Trail[],
  place: Place,
): readonly Finding[] {
  const where = listed(regions);
  const trail = others.find((each) => each.isOwn && isGood(each, place));
  if (trail === undefined) return judgeTrails({ kind: 'known', value: [] }, place, where);
  return [
    fault(
      'failed',
      `No trail covers ${where}, so no denied launch there reaches EventBridge.`,
      `Let trail ${brief(trail.name)} cover all Regions.`,
      awsCli('cloudtrail update-trail', [['name', trail.arn], ['is-multi-region-trail']], {
        region: trail.homeRegion,
        profile: place.profile,
      }),
    ),
  ];
}

function isGood(trail: Trail, place: Place): boolean {
  return judgeTrails({ kind: 'known', value: [trail] }, place).every(
    ({ status }) => status === 'ok',
  );
}
