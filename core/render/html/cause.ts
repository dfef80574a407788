// reviewed → [HTML]: one group with all that is known of it.
import { timeWords } from '../../alert/words';
import type { Cause } from '../../review/models';
import { FIRST_QUERY } from '../../review/query';
import { conditionTable } from './cause/conditions';
import { contextTable, factTable, linkList } from './cause/facts';
import { historyList } from './cause/history';
import { launchTable } from './cause/launch';
import { moveForms } from './cause/moves';
import { occurrenceTable } from './cause/occurrences';
import { pairTable } from './cause/pairs';
import { shapeList } from './cause/shapes';
import { suggestionParts } from './cause/suggestions';
import { denials } from '../../group/sentences';
import type { Face } from './face';
import { type Html, markup } from './markup';
import { muteEnd, section, sentence, stateBadge, timeTag, value } from './parts';
import { sparkline } from './sparkline';
import { WORDS } from './words';

/** Draws a group: what to know and to do first, the evidence beside it, then all its denials. */
export function causeView(cause: Cause, face: Face): Html {
  return markup`${head(cause, face)}
<div class="ld-columns"><div class="ld-main">
${explained(cause)}
${suggestionParts(cause.explanation)}
${section('Decisive conditions', conditionTable(cause.explanation))}
${section('What AWS authorizes for this launch', pairTable(cause.explanation))}
${section('Denials', occurrenceTable(cause, face))}
</div><div class="ld-aside">
${section('Facts', factTable(cause.explanation), linkList(cause.explanation))}
${section('What the launch asked for', launchTable(cause.explanation))}
${contextTable(cause.explanation)}
${section('Group', groupTable(cause))}
${section('Launch shapes', shapeList(cause, face))}
${section('States, the latest first', historyList(cause.group, face))}
</div></div>`;
}

function head({ row, group, moves }: Cause, face: Face): Html {
  const back = face.link({ view: 'causes', query: FIRST_QUERY }, markup`All causes`);
  const held = row.heldBack > 0 && markup`, <b>${WORDS.notAlerted(row.heldBack)}</b>`;
  return markup`<p class="ld-back">${back}</p>
<header class="ld-head"><div>${stateBadge(row.state)}${muteEnd(row.muted, face.now)}
<h1>${value(row.summary)}</h1>
<p class="ld-seen"><b>${denials(row.count)}</b>${held}, last seen ${timeTag(row.lastSeen, face.now)}, first ${timeTag(row.firstSeen, face.now)}</p></div>
${sparkline(row.days)}</header>
${moveForms(group, moves, face)}`;
}

function explained({ explanation }: Cause): Html {
  if (explanation === null) return markup`<p class="ld-note">${WORDS.noExplanation}</p>`;
  const { detail, nextSteps } = explanation;
  const steps = nextSteps.map((step) => markup`<li>${sentence(step)}</li>`);
  return markup`${detail !== '' && section('Why', markup`<p>${sentence(detail)}</p>`)}
${steps.length > 0 && section('Next steps', markup`<ol class="ld-steps">${steps}</ol>`)}`;
}

function groupTable({ row, group, shown, explainedAt }: Cause): Html {
  const facts: readonly (readonly [string, string])[] = [
    ['code', row.code],
    ['fingerprint', group.fingerprint],
    ['Regions', shown.regions.join(', ')],
    ['sessions', shown.sessions.join(', ')],
    ['last alert', group.lastAlertAt === null ? 'none yet' : timeWords(group.lastAlertAt, '')],
    ['explained', explainedAt === null ? '' : timeWords(explainedAt, '')],
  ];
  const given = facts.filter(([, text]) => text !== '');
  return markup`<dl class="ld-facts">${given.map(([label, text]) => markup`<dt>${label}</dt><dd>${value(text)}</dd>`)}</dl>`;
}
