// view → [page]: what stands around a view in a browser.
import { escapeHtml, type Html, markup } from '../core/render/html/markup';
import type { Assets } from './assets';

/** A page before it is written. */
export interface PageParts {
  readonly title: string;
  readonly body: Html;
  /** The first part of the path: which entry of the navigation is current. */
  readonly section: string;
  /** Where the groups come from, such as `stack LaunchDenied in eu-west-1`. */
  readonly source: string;
  readonly assets: Pick<Assets, 'stylePath' | 'scriptPath'>;
}

const ENTRIES = [
  ['/causes', 'Causes'],
  ['/overview', 'Overview'],
] as const;

/** Writes a whole page. */
export function pageOf({ title, body, section, source, assets }: PageParts): string {
  const entries = ENTRIES.map(
    ([path, label]) =>
      markup`<a href="${path}"${path === section && markup` aria-current="page"`}>${label}</a>`,
  );
  const shell = markup`<header class="ld-site"><a class="ld-skip" href="#view">Skip to the content</a><strong>Launch Denied</strong><nav aria-label="Views">${entries}</nav><span class="ld-source">${source}</span></header>
<p class="ld-live" id="live" role="status"></p>
<p class="ld-said" id="said" role="status"></p>
<main id="view" tabindex="-1" data-live>${body}</main>
<dialog id="keys" aria-label="Keys"></dialog>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Launch Denied</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assets.stylePath}">
<script src="${assets.scriptPath}" defer></script>
</head>
<body class="ld">
${shell.toString()}
</body>
</html>
`;
}

/** A page that says what went wrong, and what to do. */
export function problem(title: string, text: string): Html {
  return markup`<div class="ld-empty"><h1>${title}</h1><p>${text}</p><p><a href="/causes">All causes</a></p></div>`;
}

/** A view under a line that says what became of what was asked. */
export function withNote(note: string | null, body: Html): Html {
  return note === null ? body : markup`<p class="ld-note" role="alert">${note}</p>${body}`;
}
