// address → [view]: takes the view of another page in place of the one that is shown.
import { keep } from './keep';

/** Heard after each new view. */
const listeners: (() => void)[] = [];

let asked: AbortController | undefined;

/** The part of the page that changes. */
export function view(): HTMLElement {
  const main = document.getElementById('view');
  if (main === null) throw new Error('the page has no view');
  return main;
}

/** Runs now and after each new view. */
export function onView(listener: () => void): void {
  listeners.push(listener);
  listener();
}

/** How a view is shown. */
export interface ShowOptions {
  /** Whether it is the same view again: what is typed and what is folded stays. @default false */
  readonly isSame?: boolean;
  /** Whether the view that is shown stays where the new one cannot be had. @default false */
  readonly isOptional?: boolean;
}

/**
 * Shows the view of an address of this server; an older request that is still open is given up.
 * Resolves to false where it was itself given up or is not to be had; the browser loads the whole
 * page where anything fails.
 */
export async function show(
  address: string,
  { isSame = false, isOptional = false }: ShowOptions = {},
): Promise<boolean> {
  asked?.abort();
  const own = (asked = new AbortController());
  const page = await pageAt(address, own.signal, isOptional).catch(() => null);
  if (own.signal.aborted) return false;
  const next = page?.getElementById('view') ?? null;
  if (page === null || next === null) {
    if (!isOptional) location.assign(address);
    return false;
  }
  replace(next, page.title, isSame);
  return true;
}

async function pageAt(
  address: string,
  signal: AbortSignal,
  isOptional: boolean,
): Promise<Document | null> {
  const response = await fetch(address, { signal, headers: { accept: 'text/html' } });
  if (isOptional && !response.ok) return null;
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

function replace(next: HTMLElement, title: string, isSame: boolean): void {
  const restore = isSame ? keep(view()) : () => undefined;
  view().replaceChildren(...next.childNodes);
  document.title = title;
  markSection();
  restore(view());
  for (const listener of listeners) listener();
}

/** The entry of the navigation that the address belongs to. */
function markSection(): void {
  for (const link of document.querySelectorAll('.ld-site nav a')) {
    const isCurrent = location.pathname.startsWith(link.getAttribute('href') ?? '/');
    if (isCurrent) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
