// typing → [address] → view: the list follows what is typed.
import { show, view } from './view';

const PAUSE_MILLISECONDS = 200;

let timer: number | undefined;

/** Filters while somebody types, after a short pause, and at once when the form is sent. */
export function bindFilter(): void {
  document.addEventListener('input', (event) => {
    const form = filterOf(event.target);
    if (form === null) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void filter(form), PAUSE_MILLISECONDS);
  });
  document.addEventListener('submit', (event) => {
    const form = filterOf(event.target);
    if (form === null) return;
    event.preventDefault();
    clearTimeout(timer);
    void filter(form);
  });
}

/** Whether somebody might be typing. */
export function isTyping(): boolean {
  return (
    document.activeElement instanceof HTMLInputElement && view().contains(document.activeElement)
  );
}

function filterOf(target: EventTarget | null): HTMLFormElement | null {
  return target instanceof Element ? target.closest<HTMLFormElement>('form[data-filter]') : null;
}

async function filter(form: HTMLFormElement): Promise<void> {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  const query = new URLSearchParams(fields).toString();
  const address = `${location.pathname}${query && `?${query}`}`;
  history.replaceState(null, '', address);
  await show(address);
}
