// reviewed → [HTML]: what happened in a stretch of time, and how the pipeline does.
import { accountWords } from '../../account-name';
import { causes as causeCount, denials, grouped } from '../../group/sentences';
import type { GroupState } from '../../group/transitions';
import type { HealthFact, Overview } from '../../review/models';
import { FIRST_QUERY, NO_FILTER, STATE_CHOICES } from '../../review/query';
import { spans } from './causes';
import { reasonChart } from './chart';
import type { Face } from './face';
import { type Html, markup } from './markup';
import { brief, section, stateBadge, value } from './parts';
import { duration, MESSAGE_WORDS, VIEW_TITLES, WORDS } from './words';

/** Draws figures first, then who and what is behind them, then the pipeline. */
export function overviewView(overview: Overview, face: Face): Html {
  return markup`<h1>${VIEW_TITLES.overview}</h1>
${face.hasSpans && markup`<div class="ld-bar">${spans(overview.span, face, (span) => ({ view: 'overview', span }))}</div>`}
${!overview.isWhole && markup`<p class="ld-note">${WORDS.notWhole}</p>`}
<div class="ld-cards">${cards(overview, face)}</div>
${section('Denials over time, by reason', reasonChart(overview))}
<div class="ld-columns"><div class="ld-main">
${section('Causes with the most denials', topCauses(overview, face))}
${section('Principals with the most denials', topPrincipals(overview, face))}
</div><div class="ld-aside">
${overview.health.length > 0 && section('Pipeline', healthList(overview.health))}
${section('Encoded messages, by cause', messageList(overview))}
${section('Regions with denials', regionList(overview))}
</div></div>`;
}

function cards(
  { denials: sum, states, timeToResolve, span }: Overview,
  face: Face,
): readonly Html[] {
  const solved =
    timeToResolve === null
      ? card('Time to resolve', markup`–`, markup`${WORDS.noneResolved}`)
      : card(
          'Time to resolve',
          markup`${duration(timeToResolve.median)}`,
          markup`${WORDS.medianToResolve(timeToResolve.resolved)}`,
        );
  const toReview = STATE_CHOICES['to-review'].reduce((total, state) => total + states[state], 0);
  const query = { ...FIRST_QUERY, span };
  const link = face.link({ view: 'causes', query }, markup`${causeCount(toReview)}`);
  return [
    card('Denied in this time', markup`${denials(sum)}`, null),
    card('To review', link, markup`${stateCounts(states, STATE_CHOICES['to-review'])}`),
    card(
      'Quiet',
      markup`${causeCount(states.muted + states.ignored)}`,
      markup`${stateCounts(states, ['muted', 'ignored'])}`,
    ),
    solved,
  ];
}

function card(title: string, figure: Html, rest: Html | null): Html {
  return markup`<div class="ld-card"><h2>${title}</h2><p class="ld-figure">${figure}</p>${rest && markup`<p class="ld-faint">${rest}</p>`}</div>`;
}

function stateCounts(states: Overview['states'], of: readonly GroupState[]): readonly Html[] {
  return of.map(
    (state) =>
      markup`<span class="ld-count">${stateBadge(state)} ${grouped(states[state])}</span> `,
  );
}

function topCauses({ causes }: Overview, face: Face): Html | null {
  if (causes.length === 0) return null;
  const items = causes.map(({ row, denials: count }) => {
    const { fingerprint, summary, state, account, accountName } = row;
    const link = face.link({ view: 'cause', fingerprint }, brief(summary, 160), { isPopup: true });
    const where =
      accountName !== null && markup` <small>${value(accountWords(account, accountName))}</small>`;
    return markup`<li><b>${grouped(count)}</b><span>${link}${where}</span>${stateBadge(state)}</li>`;
  });
  return markup`<ol class="ld-top">${items}</ol>`;
}

function topPrincipals({ principals, span }: Overview, face: Face): Html | null {
  if (principals.length === 0) return null;
  const items = principals.map((each) => {
    const { principal, account, accountName, denials: count, causes } = each;
    const filter = { ...NO_FILTER, principal, account };
    const query = { ...FIRST_QUERY, state: 'all', span, filter } as const;
    const link =
      principal === '' ? WORDS.nobody : face.link({ view: 'causes', query }, brief(principal));
    return markup`<li><b>${grouped(count)}</b><span>${link} <small>${value(accountWords(account, accountName))}</small></span><small>${causeCount(causes)}</small></li>`;
  });
  return markup`<ol class="ld-top">${items}</ol>`;
}

const HEALTH_WORDS = { ok: 'fine', warning: 'look', 'not-checked': 'not checked' } as const;

function healthList(health: readonly HealthFact[]): Html {
  const items = health.map(
    ({ name, state, found }) =>
      markup`<li><span class="ld-pair ld-is-${state}">${HEALTH_WORDS[state]}</span><span><b>${name}</b><small>${value(found)}</small></span></li>`,
  );
  return markup`<ul class="ld-health">${items}</ul>`;
}

function messageList({ messages }: Overview): Html | null {
  const rows = Object.entries(messages).map(
    ([status, count]) =>
      markup`<li><b>${grouped(count)}</b><span>${MESSAGE_WORDS[status as keyof typeof MESSAGE_WORDS]}</span></li>`,
  );
  return rows.length === 0 ? null : markup`<ul class="ld-top">${rows}</ul>`;
}

function regionList({ regions }: Overview): Html | null {
  return regions.length === 0 ? null : markup`<p>${value(regions.join(', '))}</p>`;
}
