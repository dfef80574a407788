// click → [address]: views without loading the page again; back and forward work as always.
import { show, view } from './view';

const PAUSE_MILLISECONDS = 150;

/** What the browser keeps with an address. */
interface Place {
  readonly scroll?: number;
}

let timer: number | undefined;
let path = location.pathname;

/** Takes over links to other views; everything else a browser does with a link stays. */
export function bindLinks(): void {
  history.scrollRestoration = 'manual';
  returnTo(history.state);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || !isView(link) || !isPlain(event)) return;
    event.preventDefault();
    void go(link.href);
  });
  window.addEventListener('popstate', ({ state }) => {
    clearTimeout(timer);
    void show(location.href).then((isShown) => {
      if (isShown) comeBack(state);
    });
  });
  window.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = window.setTimeout(remember, PAUSE_MILLISECONDS);
  });
}

async function go(address: string): Promise<void> {
  clearTimeout(timer);
  remember();
  history.pushState(null, '', address);
  if (!(await show(address))) return;
  path = location.pathname;
  window.scrollTo(0, 0);
  view().focus({ preventScroll: true });
}

function remember(): void {
  const place: Place = { scroll: window.scrollY };
  history.replaceState(place, '');
}

function returnTo(state: unknown): void {
  const { scroll }: Place = Object(state);
  if (scroll !== undefined) window.scrollTo(0, scroll);
}

/** Whoever comes back from a group stands on its line again. */
function comeBack(state: unknown): void {
  const left = path;
  path = location.pathname;
  const links = [...view().querySelectorAll<HTMLAnchorElement>('[data-row] a')];
  const line = links.find(({ pathname }) => pathname === left) ?? view();
  line.focus({ preventScroll: true });
  returnTo(state);
}

function isView({ origin, pathname, hash, target }: HTMLAnchorElement): boolean {
  const isOwn = origin === location.origin && target === '' && hash === '';
  return isOwn && /^\/(?:causes|overview)\b/.test(pathname);
}

function isPlain(event: MouseEvent): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
