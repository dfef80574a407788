// reviewed → [HTML]: the denials of a group, the newest first.
import type { Occurrence } from '../../../group/stored';
import type { Cause } from '../../../review/models';
import { eventLink } from '../../links';
import type { Face } from '../face';
import { type Html, markup } from '../markup';
import { outward, value } from '../parts';
import { WORDS } from '../words';

/** Draws a line for each denial, with the way to older ones; null where all expired. */
export function occurrenceTable({ occurrences, row, group }: Cause, face: Face): Html | null {
  const { items, next } = occurrences;
  if (items.length === 0) return null;
  const older =
    next !== null &&
    face.link(
      { view: 'cause', fingerprint: group.fingerprint, page: next },
      markup`Older denials`,
      { className: 'ld-button' },
    );
  return markup`<p class="ld-faint">${WORDS.occurrencesOf(row.count)}</p><div class="ld-scroll" tabindex="0"><table class="ld-table"><thead><tr><th scope="col">Time (UTC)</th><th scope="col">Region</th><th scope="col">Session</th><th scope="col">CloudTrail event</th></tr></thead><tbody>${items.map((each) => line(each, row.account))}</tbody></table></div>${older}`;
}

function line({ time, region, session, eventId }: Occurrence, account: string): Html {
  const link = eventLink({ id: eventId, time, region, account });
  const at = time.replace(/^(\S+)T(\S+?)(?:\.000)?Z$/, '$1 $2');
  return markup`<tr><td><time datetime="${time}">${at}</time></td><td>${value(region)}</td><td>${value(session ?? '')}</td><td class="ld-mono">${link === null ? value(eventId) : outward(link, eventId)}</td></tr>`;
}
