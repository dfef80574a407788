// grouped → [alert]: what a message says of the group, as sections that faces lay out.
import type { Row, Section } from '../render/section';
import type { Alert, FaceOptions } from './alert';
import { groupCode } from './group-name';
import { publicRegion, withoutNames } from './public-names';
import { seenWords, timeWords, WORDS } from './words';

/** The commands that act on a group; its code is short, and no shell or chat reads it as more than text. */
export function groupCommands({ fingerprint }: Alert): readonly string[] {
  const code = groupCode(fingerprint);
  return [`show ${code}`, `mute ${code} --for 7d`, `resolve ${code}`].map(
    (command) => `launch-denied ${command}`,
  );
}

const ADDRESS = /^https:\/\/[\w./?#=&%:,;+-]{1,1000}$/;

/** The https address of the dashboard, as far as it holds no markup and nothing that may not leave. */
export function dashboardAddress({ dashboardUrl }: Alert, { privacy }: FaceOptions): string | null {
  if (dashboardUrl === undefined || !ADDRESS.test(dashboardUrl)) return null;
  return privacy === 'full' || withoutNames(dashboardUrl) === dashboardUrl ? dashboardUrl : null;
}

/** How often the group was seen, and since when. */
export function groupSections(alert: Alert, options: FaceOptions): readonly Section[] {
  const withheld = { kind: 'lead', text: WORDS.withheld } as const;
  return [
    { kind: 'lead', text: `${seenWords(alert)}.` },
    { kind: 'facts', rows: rowsOf(alert, options) },
    ...(options.privacy === 'full' ? [] : [withheld]),
  ];
}

/** How to act on the group. */
export function commandSections(alert: Alert, options: FaceOptions): readonly Section[] {
  return [
    { kind: 'prose', title: actWords(alert, options), text: '' },
    { kind: 'code', text: groupCommands(alert).join('\n') },
    { kind: 'facts', rows: [[WORDS.dashboard, dashboardAddress(alert, options)]] },
  ];
}

/** Whoever reads about a member account might be signed in there, where there is no stack. */
function actWords({ explanation: { event } }: Alert, { privacy }: FaceOptions): string {
  const home = privacy === 'full' ? event?.homeAccount : undefined;
  return home === undefined ? WORDS.act : WORDS.actFrom(home);
}

function rowsOf(alert: Alert, options: FaceOptions): readonly Row[] {
  const { explanation, lastSeen, count } = alert;
  const isFull = options.privacy === 'full';
  return [
    [WORDS.lastSeen, count > 1 ? timeWords(lastSeen, '') : null],
    ['Region', isFull ? null : publicRegion(explanation.event?.region)],
  ];
}
