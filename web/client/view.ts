// address → [view]: takes the view of another page in place of the one that is shown.

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

/**
 * Shows the view of an address of this server; an older request that is still open is given up.
 * Resolves to false where it was itself given up, and loads the whole page where anything fails.
 */
export async function show(address: string): Promise<boolean> {
  asked?.abort();
  const own = (asked = new AbortController());
  try {
    const response = await fetch(address, { signal: own.signal, headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const next = page.getElementById('view');
    if (next === null || own.signal.aborted) throw new Error('no view');
    replace(next, page.title);
    return true;
  } catch (error) {
    if (own.signal.aborted) return false;
    location.assign(address);
    throw error;
  }
}

function replace(next: HTMLElement, title: string): void {
  const kept = focused();
  view().replaceChildren(...next.childNodes);
  document.title = title;
  markSection();
  restore(kept);
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

interface Focus {
  readonly name: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** The field that somebody types in, with the caret. */
function focused(): Focus | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement) || field.name === '') return null;
  return { name: field.name, start: field.selectionStart, end: field.selectionEnd };
}

function restore(kept: Focus | null): void {
  if (kept === null) return;
  const field = view().querySelector(`input[name="${CSS.escape(kept.name)}"]`);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus({ preventScroll: true });
  field.setSelectionRange(kept.start, kept.end);
}
