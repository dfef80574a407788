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
 * EventBridge gets events of CloudTrail only where a trail with logging covers them. The words say of
 * which Regions that is asked.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function judgeTrails(
  trails: Answer<readonly Trail[]>,
  place: Place,
  where = 'this Region',
): readonly Finding[] {
  return ofKnown(trails, (all) => {
    const findings = all.map((trail) => judgeTrail(trail, { ...place, where }));
    const [best = noTrail({ ...place, where })] = findings.toSorted(
      (left, right) => severity(left) - severity(right) || steps(left) - steps(right),
    );
    return [best];
  });
}

/** Where commands act, and of which Regions is spoken. */
interface Asked extends Place {
  readonly where: string;
}

/** What the reader can mend comes first. */
function steps({ command }: Finding): number {
  return command === null ? 1 : 0;
}

function judgeTrail(trail: Trail, asked: Asked): Finding {
  const { where } = asked;
  const { isLogging, selectors } = trail;
  const coverage = selectors.kind === 'known' ? launchCoverage(selectors.value) : null;
  if (isLogging.kind === 'known' && !isLogging.value) return isOff(trail, asked);
  if (selectors.kind === 'known' && coverage === 'none')
    return isReadOnly(trail, selectors.value, asked);
  const hidden = [isLogging, selectors].find(({ kind }) => kind === 'hidden');
  if (hidden?.kind === 'hidden') return isHidden(trail, hidden, where);
  if (coverage === 'some')
    return fault(
      'warning',
      `${nameOf(trail)} logs write management events of ${where} under conditions that might leave launches out.`,
      'Look at its advanced event selectors.',
      awsCli('cloudtrail get-event-selectors', [['trail-name', trail.arn]], homeOf(trail, asked)),
    );
  return ok(`${nameOf(trail)} logs write management events of ${where}.`);
}

function nameOf({ name, arn, isOwn }: Trail): string {
  return isOwn ? `Trail ${brief(name)}` : `Trail ${brief(arn)} of the organization`;
}

function homeOf({ homeRegion }: Trail, { profile }: Place): Place {
  return { region: homeRegion, profile };
}

const ASK = 'Ask the administrator of the organization’s management account';

function isOff(trail: Trail, asked: Asked): Finding {
  const found = `${nameOf(trail)} covers ${asked.where}, and its logging is off.`;
  if (!trail.isOwn) return fault('failed', found, `${ASK} to start its logging.`);
  const command = awsCli('cloudtrail start-logging', [['name', trail.arn]], homeOf(trail, asked));
  return fault('failed', found, 'Start its logging.', command);
}

function isReadOnly(trail: Trail, selectors: Selectors, asked: Asked): Finding {
  const found = `${nameOf(trail)} covers ${asked.where} and logs no write management events, so no denied launch reaches EventBridge.`;
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
    homeOf(trail, asked),
  );
  return fault('failed', found, 'Let it log write management events.', command);
}

function isHidden(trail: Trail, hidden: Hidden, where: string): Finding {
  const { found, todo } = hiddenFinding(hidden);
  return notChecked(
    `${nameOf(trail)} covers ${where}; whether it logs write management events is not known. ${found}`,
    trail.isOwn ? `${todo}` : `${ASK}, or give a --profile that may read it.`,
  );
}

function noTrail(asked: Asked): Finding {
  return fault(
    'failed',
    `No trail covers ${asked.where}, so no denied launch reaches EventBridge.`,
    'Create a trail: put in place of NAME-OF-YOUR-BUCKET a bucket whose policy lets CloudTrail write, and start the logging of the trail then.',
    awsCli(
      'cloudtrail create-trail',
      [
        ['name', 'management-events'],
        ['s3-bucket-name', 'NAME-OF-YOUR-BUCKET'],
        ['is-multi-region-trail'],
      ],
      asked,
    ),
  );
}
