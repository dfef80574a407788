// server → [view]: shows new denials as they arrive, unless that would take something away.
import { isTyping } from './filter';
import { show, view } from './view';

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
    source.addEventListener('changed', refresh);
  };
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', () => source?.close());
  follow();
}

function refresh(): void {
  if (isBusy()) offer();
  else void show(location.href);
}

/** Typing, a form that is open, or a text that is marked would be lost. */
function isBusy(): boolean {
  const isMarked = (getSelection()?.toString() ?? '') !== '';
  return isTyping() || isMarked || view().querySelector('.ld-move[open]') !== null;
}

function offer(): void {
  const line = document.getElementById('live');
  if (line === null) return;
  const button = document.createElement('button');
  button.textContent = 'Show';
  button.addEventListener('click', () => {
    line.hidden = true;
    void show(location.href);
  });
  line.replaceChildren('Something changed. ', button);
  line.hidden = false;
}
