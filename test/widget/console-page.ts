// What the page of the CloudWatch console does with the HTML of a widget. Text, since it runs in a browser.
// @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_interactivity.html

/** Strips what the console strips, and lets each `cwdb-action` act on the element before it. */
const CONSOLE_SCRIPT = String.raw`
window.drawn = 0;
window.stripped = [];

function clean(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const each of template.content.querySelectorAll('script, iframe, use')) {
    stripped.push(each.outerHTML);
    each.remove();
  }
  for (const each of template.content.querySelectorAll('*'))
    for (const { name } of [...each.attributes].filter(({ name }) => /^on/i.test(name))) {
      stripped.push(name);
      each.removeAttribute(name);
    }
  return template.content;
}

function show(html, place) {
  const at = document.getElementById(place);
  const popup = document.getElementById('popup');
  popup.replaceChildren();
  at.replaceChildren(clean(html));
  if (place === 'popup') popup.show();
  else popup.close();
  const actions = [...at.querySelectorAll('cwdb-action')];
  const targets = actions.map((action) => action.previousElementSibling);
  for (const [index, action] of actions.entries()) {
    const target = targets[index];
    if (target === null || target.localName === 'cwdb-action')
      throw new Error('no element before ' + action.outerHTML);
    target.dataset.action = index;
    target.addEventListener(action.getAttribute('event') ?? 'click', () => perform(action));
    action.remove();
  }
  drawn += 1;
}

async function perform(action) {
  const question = action.getAttribute('confirmation');
  if (question !== null && !confirm(question)) return;
  const place = action.getAttribute('display') ?? 'widget';
  if (action.getAttribute('action') !== 'call') return show(action.innerHTML, place);
  const params = JSON.parse(action.textContent);
  show(await invoke(action.getAttribute('endpoint'), params, formsOf()), place);
}

function formsOf() {
  const inputs = [...document.querySelectorAll('input, select, textarea')];
  return Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
}
`;

/** The page around the widget. */
export function consolePage(theme: 'light' | 'dark'): string {
  const [ground, ink] = theme === 'dark' ? ['#161d26', '#dedee3'] : ['#ffffff', '#0f141a'];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>CloudWatch</title>
<style>body { margin: 0; background: ${ground}; color: ${ink}; font-family: sans-serif }
#popup { position: fixed; inset: 40px; width: auto; height: auto; overflow: auto; border: 1px solid; background: ${ground}; color: ${ink} }</style>
<main><div id="widget"></div></main><dialog id="popup" aria-label="Popup"></dialog>
<script>${CONSOLE_SCRIPT}</script></html>`;
}
