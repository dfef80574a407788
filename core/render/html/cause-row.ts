// reviewed → [HTML]: one group as a line of a list.
import { accountWords } from '../../account-name';
import { grouped } from '../../group/sentences';
import type { CauseRow } from '../../review/models';
import type { Face } from './face';
import { type Html, markup } from './markup';
import { brief, dayTag, muteEnd, stateBadge, timeTag } from './parts';
import { sparkline } from './sparkline';
import { WORDS } from './words';

/** Draws a line: state, what was denied to whom, the last days, how often, and when. */
export function causeRow(row: CauseRow, face: Face): Html {
  const { fingerprint, summary, count, heldBack, firstSeen, lastSeen } = row;
  const title = face.link({ view: 'cause', fingerprint, code: row.code }, brief(summary, 240), {
    className: 'ld-title',
    isPopup: true,
  });
  const held = heldBack > 0 && markup`<small class="ld-held">${WORDS.notAlerted(heldBack)}</small>`;
  return markup`<li class="ld-row" data-row="${row.code}">
<div class="ld-row-state">${stateBadge(row.state)}${muteEnd(row.muted, face.now)}</div>
<div class="ld-row-what">${title}<div class="ld-meta">${meta(row)}</div></div>
<div class="ld-row-days">${sparkline(row.days)}</div>
<div class="ld-row-count"><b>${grouped(count)}</b> ${count === 1 ? 'denial' : 'denials'}${held}</div>
<div class="ld-row-seen">${timeTag(lastSeen, face.now)}<small>since ${dayTag(firstSeen, face.now)}</small></div>
</li>
`;
}

function meta(row: CauseRow): Html {
  const { principal, action, resource, reasonCode, regions, account, accountName } = row;
  const parts = [
    principal && markup`<span class="ld-who">${brief(principal)}</span>`,
    action && markup`<span>${brief(action)}</span>`,
    resource && markup`<span class="ld-arn">${brief(resource)}</span>`,
    markup`<span class="ld-reason">${brief(reasonCode)}</span>`,
    regions.length > 0 && markup`<span>${brief(regions.join(', '))}</span>`,
    account && markup`<span>${brief(accountWords(account, accountName))}</span>`,
  ];
  return markup`${parts}`;
}
