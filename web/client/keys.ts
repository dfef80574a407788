// keyboard → [focus]
import { view } from './view';

const KEYS: readonly (readonly [key: string, meaning: string])[] = [
  ['/', 'go to the filter'],
  ['j, k', 'go to the next or previous cause'],
  ['Enter', 'open the cause'],
  ['Esc', 'leave the filter'],
  ['?', 'show these keys'],
];

/** Binds the keys; none acts while somebody types. */
export function bindKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (ctrlKey || metaKey || altKey) return;
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
      if (key !== 'Escape') return;
      // Browsers would empty the filter.
      event.preventDefault();
      target.blur();
      return;
    }
    const act = ACTS[key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

const ACTS: Readonly<Record<string, (() => void) | undefined>> = {
  '/': () => view().querySelector<HTMLElement>('input[name="q"]')?.focus(),
  j: () => step(1),
  k: () => step(-1),
  '?': showKeys,
};

function step(by: number): void {
  const rows = [...view().querySelectorAll<HTMLElement>('[data-row] .ld-title')];
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
}

function showKeys(): void {
  const dialog = document.getElementById('keys');
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  const title = document.createElement('h2');
  title.textContent = 'Keys';
  const list = document.createElement('dl');
  list.className = 'ld-facts';
  for (const [key, meaning] of KEYS) list.append(entry('dt', key), entry('dd', meaning));
  const close = document.createElement('button');
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  dialog.replaceChildren(title, list, close);
  dialog.showModal();
}

function entry(name: 'dt' | 'dd', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
