// grouped → [alert]: a decision to alert with the latest explanation of its group.
import type { Alert } from '../alert/alert';
import type { Explanation } from '../contract';
import { told } from '../explain/explain';
import type { GroupAlert } from '../group/state';
import type { GroupRecord } from '../group/stored';
import { readOrNull } from './explanations';
import type { BatchPorts } from './ports';

/** Makes the alert of a decision. */
export function alertOf(
  { group: { fingerprint, lastSeen, history } }: GroupRecord,
  { kind, count, heldBack, since }: GroupAlert,
  explanation: Explanation,
  { dashboardUrl }: Pick<BatchPorts['settings'], 'dashboardUrl'>,
): Alert {
  const resolvedAt = history.findLast(({ to }) => to === 'resolved')?.at;
  return {
    kind,
    fingerprint,
    count,
    heldBack,
    since,
    lastSeen,
    ...(kind === 'regressed' && resolvedAt !== undefined ? { resolvedAt } : {}),
    explanation,
    ...(dashboardUrl === undefined ? {} : { dashboardUrl }),
  };
}

/** The explanation of the latest launches; where it is lost, what is shown of the group. */
export async function latestExplanation(
  record: GroupRecord,
  groups: BatchPorts['groups'],
): Promise<Explanation> {
  const shape = record.shown.shapes.at(-1) ?? '';
  const stored = await readOrNull(groups, record.group.fingerprint, shape);
  return stored?.explanation ?? bareExplanation(record);
}

/** Nothing but what is shown of the group. */
function bareExplanation({ shown }: GroupRecord): Explanation {
  const nothing = { decoded: null, stated: null, requested: null } as const;
  const bare = told({ ...nothing, message: { status: 'absent', length: 0 } });
  const { action, summary, reasonCode } = shown;
  return {
    ...bare,
    action,
    summary,
    reason: { code: reasonCode },
    launchPairs: [],
    suggestions: [],
  };
}
