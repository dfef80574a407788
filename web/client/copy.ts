// button → [clipboard]
import { say } from './say';
import { onView, view } from './view';

const SAID_MILLISECONDS = 2_000;

/** Shows the buttons that copy, which only a script can do, and lets them copy. */
export function bindCopying(): void {
  onView(() => {
    for (const button of view().querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false;
  });
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null;
    if (button instanceof HTMLElement) void copy(button);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  const text = document.getElementById(button.dataset['copy'] ?? '')?.textContent ?? '';
  const said = await navigator.clipboard.writeText(text).then(
    () => 'Copied',
    () => 'Not copied: select the text',
  );
  button.textContent = said;
  say(said);
  window.setTimeout(() => (button.textContent = 'Copy'), SAID_MILLISECONDS);
}
