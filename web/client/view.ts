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

/** As the server wrote it: what the reader did in it is no change. */
let written = view().innerHTML;

/** Counts what was shown on purpose. */
let turns = 0;

/**
 * Shows the view of an address of this server; an older request that is still open is given up.
 * Resolves to false where it was itself given up; the browser loads the whole page where anything
 * fails. Where it is the same view again, what is typed and folded stays.
 */
export async function show(address: string, isSame = false): Promise<boolean> {
  turns += 1;
  asked?.abort();
  const own = (asked = new AbortController());
  const page = await pageAt(address, own.signal).catch(() => null);
  if (own.signal.aborted) return false;
  if (page !== null) replace(page, isSame);
  else location.assign(address);
  return page !== null;
}

/**
 * Looks whether the view of the current address changed, and shows it then where it may. Resolves to
 * false where it changed and is not shown.
 */
export async function update(mayShow: () => boolean): Promise<boolean> {
  const [address, turn] = [location.href, turns];
  const page = await pageAt(address).catch(() => null);
  const isMoot = turn !== turns || address !== location.href;
  if (page === null || !page.isGood || isMoot || page.main.innerHTML === written) return true;
  if (!mayShow()) return false;
  replace(page, true);
  return true;
}

interface LoadedPage {
  readonly title: string;
  readonly main: HTMLElement;
  /** Whether it is the page that was asked for, and not one that says what went wrong. */
  readonly isGood: boolean;
}

/** Null for what is no page of ours. */
async function pageAt(address: string, signal?: AbortSignal): Promise<LoadedPage | null> {
  const response = await fetch(address, { ...(signal && { signal }) });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const main = page.getElementById('view');
  return main && { title: page.title, main, isGood: response.ok };
}

function replace({ title, main }: LoadedPage, isSame: boolean): void {
  const restore = isSame ? keep(view()) : () => undefined;
  written = main.innerHTML;
  view().replaceChildren(...main.childNodes);
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
