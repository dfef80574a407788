// grouped → [alert]: what other programs receive, on the default event bus.
import type { Explanation, Report } from '../contract';
import type { Suggestion } from '../suggestion';
import type { Alert, FaceOptions } from './alert';
import { groupCode } from './group-name';
import { explanationFor, publicExplanation } from './public-explanation';
import { utf8Bytes } from './text-size';

/**
 * An entry of PutEvents; `aws.` begins the sources of AWS alone, so no rule for CloudTrail matches ours.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
 */
export interface EventEntry {
  readonly Source: 'launch-denied';
  readonly DetailType: 'Launch Denial Explained';
  /** JSON of an {@link EventDetail}. */
  readonly Detail: string;
}

/** What the event says. */
interface EventDetail {
  readonly schemaVersion: Report['schemaVersion'];
  /** The fingerprint of the group, or its code where the fingerprint may not leave. */
  readonly fingerprint: string;
  readonly alert: Alert['kind'];
  readonly count: number;
  readonly explanation: Explanation;
  /** Whether parts were left out, so that EventBridge takes the entry. */
  readonly truncated?: true;
}

/** All of an entry, in bytes of UTF-8. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
export const LARGEST_ENTRY = 256 * 1_024;

const ENTRY = { Source: 'launch-denied', DetailType: 'Launch Denial Explained' } as const;

/** What is left out, in order, until the entry fits; the last is bounded whatever the event said. */
const SHORTER: readonly ((explanation: Explanation) => Explanation)[] = [
  withoutLaunchPolicy,
  (explanation) => ({ ...explanation, context: [] }),
  (explanation) => ({ ...explanation, launchPairs: [], suggestions: [] }),
  publicExplanation,
];

/** Writes the event about a group. */
export function eventFor(alert: Alert, { privacy }: FaceOptions): EventEntry {
  const { kind, count, explanation } = alert;
  const about = {
    schemaVersion: 1,
    fingerprint: privacy === 'full' ? alert.fingerprint : groupCode(alert.fingerprint),
    alert: kind,
    count,
  } as const;
  let detail: EventDetail = { ...about, explanation: explanationFor(explanation, privacy) };
  for (const shorter of SHORTER) {
    if (isTaken(detail)) break;
    detail = { ...about, explanation: shorter(detail.explanation), truncated: true };
  }
  return { ...ENTRY, Detail: JSON.stringify(detail) };
}

function isTaken(detail: EventDetail): boolean {
  return utf8Bytes(ENTRY.Source + ENTRY.DetailType + JSON.stringify(detail)) <= LARGEST_ENTRY;
}

function withoutLaunchPolicy(explanation: Explanation): Explanation {
  return { ...explanation, suggestions: explanation.suggestions.map(withoutPolicy) };
}

/** All fields of a suggestion but the policy for the whole launch. */
function withoutPolicy(suggestion: Suggestion): Suggestion {
  const kept: { launchPolicy?: unknown; launchPolicyAssumes?: unknown } & Suggestion = {
    ...suggestion,
  };
  delete kept.launchPolicy;
  delete kept.launchPolicyAssumes;
  return kept;
}
