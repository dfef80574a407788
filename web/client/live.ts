// server → [view]: shows new denials as they arrive, unless that would take something away.
import { isTyping } from './filter';
import { onView, show, view } from './view';

/** Listens while the page is seen; the browser connects again by itself. */
export function listen(): void {
  let source: EventSource | undefined;
  let hasListened = false;
  const follow = (): void => {
    if (document.visibilityState === 'hidden') {
      source?.close();
      source = undefined;
      return;
    }
    if (source !== undefined) return;
    source = new EventSource('/live');
    source.addEventListener('changed', refresh);
    // What changed while nobody listened was not told.
    source.addEventListener('open', () => {
      if (hasListened) refresh();
      hasListened = true;
    });
  };
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', () => source?.close());
  onView(() => lineOf().replaceChildren());
  follow();
}

function refresh(): void {
  if (isBusy()) offer();
  else void show(location.href, { isSame: true, isOptional: true });
}

/** Typing, a form that is open, or a text that is marked would be lost. */
function isBusy(): boolean {
  const isMarked = (getSelection()?.toString() ?? '') !== '';
  return isTyping() || isMarked || view().querySelector('.ld-move[open]') !== null;
}

function offer(): void {
  const button = document.createElement('button');
  button.textContent = 'Show';
  button.addEventListener('click', () => void show(location.href, { isSame: true }));
  lineOf().replaceChildren('Something changed. ', button);
}

function lineOf(): HTMLElement {
  const line = document.getElementById('live');
  if (line === null) throw new Error('the page has no line for what changes');
  return line;
}
