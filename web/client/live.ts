// server → [view]: shows new denials as they arrive, unless that would take something away.
import { onView, show, update, view } from './view';

/** Listens while the page is seen; the browser connects again by itself. */
export function listen(): void {
  let source: EventSource | undefined;
  const follow = (): void => {
    if (document.visibilityState === 'hidden') {
      source?.close();
      source = undefined;
      return;
    }
    if (source !== undefined) return;
    source = new EventSource('/live');
    source.addEventListener('changed', () => void refresh());
  };
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', () => source?.close());
  onView(() => lineOf().replaceChildren());
  follow();
}

async function refresh(): Promise<void> {
  if (!(await update(() => !isBusy()))) offer();
}

/** Typing, a form that is open, or a text that is marked would be lost. */
function isBusy(): boolean {
  const { activeElement } = document;
  // Links are found again in the new view.
  const isWithin = activeElement !== view() && view().contains(activeElement);
  const isMarked = (getSelection()?.toString() ?? '') !== '';
  const isOpen = view().querySelector('details[open] form') !== null;
  return isMarked || isOpen || (isWithin && !(activeElement instanceof HTMLAnchorElement));
}

function offer(): void {
  const button = document.createElement('button');
  button.textContent = 'Show';
  button.addEventListener('click', () => void show(location.href, true));
  lineOf().replaceChildren('Something changed. ', button);
}

function lineOf(): HTMLElement {
  const line = document.getElementById('live');
  if (line === null) throw new Error('the page has no line for what changes');
  return line;
}
