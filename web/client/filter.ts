// typing → [address] → view: the list follows what is typed.
import { say } from './say';
import { show, view } from './view';

const PAUSE_MILLISECONDS = 200;

let timer: number | undefined;

/** Filters while somebody types, after a short pause, and at once when the form is sent. */
export function bindFilter(): void {
  const later = (event: Event): void => {
    clearTimeout(timer);
    // A new view would break off what an input method composes.
    if (filterOf(event.target) === null || (event instanceof InputEvent && event.isComposing))
      return;
    timer = window.setTimeout(() => void filter(), PAUSE_MILLISECONDS);
  };
  document.addEventListener('input', later);
  document.addEventListener('compositionend', later);
  document.addEventListener('submit', (event) => {
    if (filterOf(event.target) === null) return;
    event.preventDefault();
    clearTimeout(timer);
    void filter();
  });
}

function filterOf(target: EventTarget | null): HTMLFormElement | null {
  return target instanceof Element ? target.closest<HTMLFormElement>('form[data-filter]') : null;
}

/** The form is looked for again, since each new view has its own. */
async function filter(): Promise<void> {
  const form = view().querySelector<HTMLFormElement>('form[data-filter]');
  if (form === null) return;
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  const query = new URLSearchParams(fields).toString();
  const address = `${location.pathname}${query && `?${query}`}`;
  history.replaceState(history.state, '', address);
  if (!(await show(address, true))) return;
  say(view().querySelector('.ld-totals')?.textContent ?? '');
}
