// found → [page]: the views of the dashboard as one file that loads nothing.
import { groupCode } from '../../core/alert/group-name';
import { grouped } from '../../core/group/sentences';
import { causeView } from '../../core/render/html/cause';
import { causesView } from '../../core/render/html/causes';
import type { Address, Face } from '../../core/render/html/face';
import { escapeHtml, type Html, markup } from '../../core/render/html/markup';
import { overviewView } from '../../core/render/html/overview';
import { STYLE } from '../../core/render/html/style';
import { loadCause } from '../../core/review/load-cause';
import { loadCauses } from '../../core/review/load-causes';
import { loadOverview } from '../../core/review/load-overview';
import type { Causes } from '../../core/review/models';
import {
  FIRST_QUERY,
  type Moment,
  type Span,
  SPANS,
  type TimeRange,
} from '../../core/review/query';
import type { Found } from './found';
import { foundWords, WORDS } from './words';

/** A cause is up to 60 KB: more of them than these would be a page that no browser likes. */
const MOST_CAUSES = 200;

/** Draws the whole page. */
export async function htmlPage(found: Found): Promise<string> {
  const { groups, causes, seen, now } = found;
  const title = foundWords(found);
  const range = seen ?? { from: now, to: now };
  const span = spanOf(range);
  const face = faceOf(now);
  const overview = await loadOverview(groups, span, { range, now });
  // Days are counted to the last denial, so that a look at last month shows its days.
  const { to: last } = range;
  const list = await allCauses(found, span, { range, now: last });
  const details: Html[] = [];
  for (const { record } of causes.slice(0, MOST_CAUSES)) {
    const { fingerprint } = record.group;
    const cause = await loadCause(groups, fingerprint, { now: last });
    if (cause !== null)
      details.push(
        markup`<article id="${groupCode(fingerprint)}">${causeView({ ...cause, moves: [] }, face)}<p><a href="#causes">All causes</a></p></article>`,
      );
  }
  const left = causes.length - details.length;
  const body = markup`<header class="ld-site"><strong>Launch Denied</strong><nav aria-label="Views"><a href="#causes">Causes</a><a href="#overview">Overview</a></nav><span class="ld-source">${found.source}</span></header>
<main id="view"><p class="ld-note">${title}</p>
<section id="causes">${causes.length === 0 ? markup`<p>${WORDS.looked}</p>` : causesView(list, face)}</section>
<section id="overview">${overviewView({ ...overview, health: [] }, face)}</section>
${details}
${left > 0 && markup`<p class="ld-note">${grouped(left)} causes with fewer denials are in the list alone.</p>`}</main>`;
  return page(title, body);
}

function page(title: string, body: Html): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)} · Launch Denied</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body class="ld">
${body.toString()}
</body>
</html>
`;
}

/** Nothing can be asked or changed, and links stay on the page. */
function faceOf(now: string): Face {
  return {
    link: (to, label, { className } = {}) =>
      markup`<a href="${anchorOf(to)}"${className !== undefined && markup` class="${className}"`}>${label}</a>`,
    search: null,
    move: null,
    hasSpans: false,
    now,
  };
}

function anchorOf(to: Address): string {
  return to.view === 'cause' ? `#${to.code ?? groupCode(to.fingerprint)}` : `#${to.view}`;
}

async function allCauses({ groups, causes }: Found, span: Span, moment: Moment): Promise<Causes> {
  const query = { ...FIRST_QUERY, state: 'all', span } as const;
  let all = await loadCauses(groups, query, moment);
  while (all.next !== null && all.rows.length < causes.length) {
    const { rows, next } = await loadCauses(groups, { ...query, page: all.next }, moment);
    all = { ...all, rows: [...all.rows, ...rows], next };
  }
  const denials = all.rows.reduce((sum, { count }) => sum + count, 0);
  return { ...all, next: null, totals: { causes: all.rows.length, denials, heldBack: 0 } };
}

/** The shortest one that holds the range. */
function spanOf({ from, to }: TimeRange): Span {
  const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000;
  const fitting = (Object.keys(SPANS) as Span[]).find((span) => SPANS[span] >= hours);
  return fitting ?? '90d';
}
