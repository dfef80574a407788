// reviewed → [HTML]: the list of groups.
import { causes as causeCount, denials, grouped } from '../../group/sentences';
import type { Causes } from '../../review/models';
import { type CausesQuery, isFiltered, NO_FILTER, SPANS, type Span } from '../../review/query';
import { causeRow } from './cause-row';
import type { Face } from './face';
import { filterForm } from './filters';
import { type Html, markup } from './markup';
import { CHOICES, SPAN_WORDS, VIEW_TITLES, WORDS } from './words';

/** Draws the list: choices, filter, totals, one line for each group, and the way to the next page. */
export function causesView(causes: Causes, face: Face): Html {
  const { query, rows } = causes;
  return markup`<h1>${VIEW_TITLES.causes}</h1>
<div class="ld-bar">${choices(query, face)}${face.hasSpans && spans(query.span, face, (span) => ({ view: 'causes', query: { ...query, span, page: null } }))}</div>
${filterForm(query, face)}
<p class="ld-totals" role="status">${totals(causes)}</p>
${causes.hasUnsearched && markup`<p class="ld-note">${WORDS.unsearched}</p>`}
${rows.length === 0 ? nothing(query, face) : markup`<ol class="ld-rows">${rows.map((row) => causeRow(row, face))}</ol>`}
${pager(causes, face)}`;
}

function choices(query: CausesQuery, face: Face): Html {
  const links = CHOICES.map(([state, label]) =>
    face.link({ view: 'causes', query: { ...query, state, page: null } }, markup`${label}`, {
      className: 'ld-tab',
      isCurrent: state === query.state,
    }),
  );
  return markup`<nav class="ld-tabs" aria-label="States">${links}</nav>`;
}

/** The choice of how far back a view goes. */
export function spans(
  current: Span,
  face: Face,
  to: (span: Span) => Parameters<Face['link']>[0],
): Html {
  const links = Object.entries(SPAN_WORDS).map(([name, label]) => {
    const span = name as Span;
    const options = { className: 'ld-tab', isCurrent: span === current };
    return face.link(to(span), markup`${label}`, options);
  });
  return markup`<nav class="ld-tabs ld-spans" aria-label="Time">${links}</nav>`;
}

function totals({ totals: sum, searched, next, query }: Causes): Html {
  const held = sum.heldBack > 0 && `, ${WORDS.notAlerted(sum.heldBack)}`;
  const of = searched === null ? '' : ` ${WORDS.searched(searched)}`;
  const isPart = searched === null && (next !== null || query.page !== null);
  return markup`<b>${causeCount(sum.causes)}</b>${of}${isPart && ' on this page'}, ${denials(sum.denials)}${held}`;
}

function nothing(query: CausesQuery, face: Face): Html {
  const words = isFiltered(query.filter)
    ? WORDS.none.filtered
    : query.state === 'to-review'
      ? WORDS.none['to-review']
      : WORDS.none.other;
  return markup`<div class="ld-empty"><h2>${words.title}</h2><p>${words.text}</p><p>${nextStep(query, face)}</p></div>`;
}

function nextStep(query: CausesQuery, face: Face): Html {
  const anything = { ...query, filter: NO_FILTER, page: null };
  if (isFiltered(query.filter))
    return face.link({ view: 'causes', query: anything }, markup`Show all without a filter`);
  const everything = { ...anything, state: 'all', span: longest() } as const;
  const isAll = query.state === 'all' && (query.span === everything.span || !face.hasSpans);
  const all = face.link({ view: 'causes', query: everything }, markup`Show causes of every state`);
  return isAll ? markup`${WORDS.doctor}` : markup`${all}<br>${WORDS.doctor}`;
}

function longest(): Span {
  return Object.keys(SPANS).at(-1) as Span;
}

function pager({ query, next, rows }: Causes, face: Face): Html | null {
  const to = (page: string | null) => ({ view: 'causes', query: { ...query, page } }) as const;
  if (next === null && query.page === null) return null;
  const first =
    query.page !== null && face.link(to(null), markup`First page`, { className: 'ld-button' });
  const following =
    next !== null && face.link(to(next), markup`Next page`, { className: 'ld-button' });
  return markup`<nav class="ld-pager" aria-label="Pages">${first}<span>${grouped(rows.length)} shown</span>${following}</nav>`;
}
