// facts → [check] → report: a trail logs write management events of this Region.
import {
  type Answer,
  fault,
  type Finding,
  type Hidden,
  hiddenFinding,
  notChecked,
  ofKnown,
  ok,
  severity,
} from './check';
import { awsCli, type Place } from './command';
import { launchCoverage, type Selectors, widened } from './selectors';
import { brief } from './sentence';

/** A trail that covers this Region: of this Region, of all Regions, or of the organization. */
export interface Trail {
  readonly name: string;
  readonly arn: string;
  /** Only there may it be changed. */
  readonly homeRegion: string;
  /** Whether it is of this account; a trail of the organization might be of another. */
  readonly isOwn: boolean;
  readonly isLogging: Answer<boolean>;
  readonly selectors: Answer<Selectors>;
}

/**
 * EventBridge gets events of CloudTrail only where a trail with logging covers them.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function judgeTrails(trails: Answer<readonly Trail[]>, place: Place): readonly Finding[] {
  return ofKnown(trails, (all) => {
    const findings = all.map((trail) => judgeTrail(trail, place));
    const [best = noTrail(place)] = findings.toSorted(
      (left, right) => severity(left) - severity(right) || steps(left) - steps(right),
    );
    return [best];
  });
}

/** What the reader can mend comes first. */
function steps({ command }: Finding): number {
  return command === null ? 1 : 0;
}

function judgeTrail(trail: Trail, place: Place): Finding {
  const { isLogging, selectors } = trail;
  const coverage = selectors.kind === 'known' ? launchCoverage(selectors.value) : null;
  if (isLogging.kind === 'known' && !isLogging.value) return isOff(trail, place);
  if (selectors.kind === 'known' && coverage === 'none')
    return isReadOnly(trail, selectors.value, place);
  const hidden = [isLogging, selectors].find(({ kind }) => kind === 'hidden');
  if (hidden?.kind === 'hidden') return isHidden(trail, hidden);
  if (coverage === 'some')
    return fault(
      'warning',
      `${nameOf(trail)} logs write management events of this Region under conditions that might leave launches out.`,
      'Look at its advanced event selectors.',
      awsCli('cloudtrail get-event-selectors', [['trail-name', trail.arn]], homeOf(trail, place)),
    );
  return ok(`${nameOf(trail)} logs write management events of this Region.`);
}

function nameOf({ name, arn, isOwn }: Trail): string {
  return isOwn ? `Trail ${brief(name)}` : `Trail ${brief(arn)} of the organization`;
}

function homeOf({ homeRegion }: Trail, { profile }: Place): Place {
  return { region: homeRegion, profile };
}

const ASK = 'Ask the administrator of the organization’s management account';

function isOff(trail: Trail, place: Place): Finding {
  const found = `${nameOf(trail)} covers this Region, and its logging is off.`;
  if (!trail.isOwn) return fault('failed', found, `${ASK} to start its logging.`);
  const command = awsCli('cloudtrail start-logging', [['name', trail.arn]], homeOf(trail, place));
  return fault('failed', found, 'Start its logging.', command);
}

function isReadOnly(trail: Trail, selectors: Selectors, place: Place): Finding {
  const found = `${nameOf(trail)} covers this Region and logs no write management events, so no denied launch reaches EventBridge.`;
  if (!trail.isOwn) return fault('failed', found, `${ASK} to let it log write management events.`);
  const wider = widened(selectors);
  if (wider === null)
    return fault(
      'failed',
      found,
      'Give one of its five event selectors write management events, or create another trail.',
    );
  const command = awsCli(
    'cloudtrail put-event-selectors',
    [['trail-name', trail.arn], wider],
    homeOf(trail, place),
  );
  return fault('failed', found, 'Let it log write management events.', command);
}

function isHidden(trail: Trail, hidden: Hidden): Finding {
  const { found, todo } = hiddenFinding(hidden);
  return notChecked(
    `${nameOf(trail)} covers this Region; whether it logs write management events is not known. ${found}`,
    trail.isOwn ? `${todo}` : `${ASK}, or give a --profile that may read it.`,
  );
}

function noTrail(place: Place): Finding {
  return fault(
    'failed',
    'No trail covers this Region, so no denied launch reaches EventBridge.',
    'Create a trail: put in place of NAME-OF-YOUR-BUCKET a bucket whose policy lets CloudTrail write, and start the logging of the trail then.',
    awsCli(
      'cloudtrail create-trail',
      [
        ['name', 'management-events'],
        ['s3-bucket-name', 'NAME-OF-YOUR-BUCKET'],
        ['is-multi-region-trail'],
      ],
      place,
    ),
  );
}
