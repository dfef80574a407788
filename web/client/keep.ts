// view → [what the reader did] → view: a view that comes again undoes nothing of what somebody did in it.

/** Notes where the reader is and what is typed and folded; gives what brings it back in the new view. */
export function keep(before: HTMLElement): (after: HTMLElement) => void {
  const folds = new Map([...foldsOf(before)].map(([name, fold]) => [name, fold.open]));
  const { activeElement } = document;
  const field = fieldOf(activeElement);
  const link = before.contains(activeElement)
    ? (activeElement?.getAttribute('href') ?? null)
    : null;
  return (after) => {
    for (const [name, fold] of foldsOf(after)) fold.open = folds.get(name) ?? fold.open;
    if (field !== null) restore(field, after);
    if (link !== null) linkTo(link, after)?.focus({ preventScroll: true });
  };
}

/** Folds by their words, and by their place among those of the same words. */
function foldsOf(view: HTMLElement): ReadonlyMap<string, HTMLDetailsElement> {
  const folds = new Map<string, HTMLDetailsElement>();
  for (const fold of view.querySelectorAll('details')) {
    const words = fold.querySelector('summary')?.textContent ?? '';
    let place = 0;
    while (folds.has(`${place} ${words}`)) place += 1;
    folds.set(`${place} ${words}`, fold);
  }
  return folds;
}

interface Field {
  readonly name: string;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** The field that somebody types in, with the caret. */
function fieldOf(element: Element | null): Field | null {
  if (!(element instanceof HTMLInputElement) || element.name === '') return null;
  const { name, value, selectionStart: start, selectionEnd: end } = element;
  return { name, value, start, end };
}

/** More might be typed by now than was asked for. */
function restore({ name, value, start, end }: Field, view: HTMLElement): void {
  const field = view.querySelector(`input[name="${CSS.escape(name)}"]`);
  if (!(field instanceof HTMLInputElement)) return;
  field.value = value;
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
}

function linkTo(address: string, view: HTMLElement): HTMLAnchorElement | undefined {
  const links = [...view.querySelectorAll('a')];
  return links.find((link) => link.getAttribute('href') === address);
}
