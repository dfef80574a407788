// click → [address]: views without loading the page again; back and forward work as always.
import { show, view } from './view';

/** Takes over links to other views; everything else a browser does with a link stays. */
export function bindLinks(): void {
  history.scrollRestoration = 'manual';
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || !isView(link) || !isPlain(event)) return;
    event.preventDefault();
    void go(link.href);
  });
  window.addEventListener('popstate', (event) => {
    const { scroll = 0 } = Object(event.state) as { scroll?: number };
    void show(location.href).then((isShown) => isShown && window.scrollTo(0, scroll));
  });
}

/** Goes to a view as a link does. */
export async function go(address: string): Promise<void> {
  history.replaceState({ scroll: window.scrollY }, '');
  history.pushState(null, '', address);
  if (!(await show(address))) return;
  window.scrollTo(0, 0);
  view().focus({ preventScroll: true });
}

function isView({ origin, pathname, target }: HTMLAnchorElement): boolean {
  return origin === location.origin && target === '' && /^\/(?:causes|overview)\b/.test(pathname);
}

function isPlain(event: MouseEvent): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
