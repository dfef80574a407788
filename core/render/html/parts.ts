// reviewed → [HTML]: the small pieces that all views share.
import { muteEndWords, timeWords } from '../../alert/words';
import type { Witness } from '../../contract';
import type { Mute } from '../../group/state';
import type { GroupState } from '../../group/transitions';
import { escapeHtml, Html, markup, type Piece } from './markup';
import { STATE_MEANINGS, WITNESS_WORDS } from './words';

const svg = (paths: Html): Html =>
  markup`<svg class="ld-icon" viewBox="0 0 12 12" aria-hidden="true">${paths}</svg>`;

const disc = (r: string) => markup`<circle cx="6" cy="6" r="${r}"/>`;

/** A shape for each state, since colours alone do not tell states apart. */
const STATE_ICONS: Readonly<Record<GroupState, Html>> = {
  new: svg(disc('4.5')),
  open: svg(markup`<circle class="ld-ring" cx="6" cy="6" r="3.8"/>`),
  regressed: svg(markup`<path class="ld-ring" d="M9.8 5A4 4 0 1 0 10 7M10 1.8V5H6.8"/>`),
  muted: svg(markup`<path class="ld-ring" d="M4 2.5v7M8 2.5v7"/>`),
  ignored: svg(markup`<path class="ld-ring" d="M2.5 6h7"/>`),
  resolved: svg(markup`<path class="ld-ring" d="m2.2 6.4 2.6 2.6 5-6"/>`),
};

/** Made once: a list shows one for each of its lines. */
const BADGES: Readonly<Record<GroupState, Html>> = {
  new: badgeOf('new'),
  open: badgeOf('open'),
  regressed: badgeOf('regressed'),
  muted: badgeOf('muted'),
  ignored: badgeOf('ignored'),
  resolved: badgeOf('resolved'),
};

/** The state with its shape. */
export function stateBadge(state: GroupState): Html {
  return BADGES[state];
}

function badgeOf(state: GroupState): Html {
  return markup`<span class="ld-state ld-is-${state}" title="${STATE_MEANINGS[state]}">${STATE_ICONS[state]}${state}</span>`;
}

/** How long a mute lasts. */
export function muteEnd(muted: Mute | null, now: string): Html | null {
  return muted && markup` <small>${muteEndWords(muted, now)}</small>`;
}

/** A time in words, with the time itself for programs. */
export function timeTag(time: string, now: string): Html {
  return new Html(
    `<time datetime="${escapeHtml(time)}">${escapeHtml(timeWords(time, now))}</time>`,
  );
}

const DATE = 'yyyy-mm-dd'.length;

/** A time of today by its clock, another by its date, with the time itself for programs. */
export function dayTag(time: string, now: string): Html {
  const whole = timeWords(time, '');
  const day = time.slice(0, DATE);
  const words = now.startsWith(day) || !whole.startsWith(day) ? timeWords(time, now) : day;
  const title = `datetime="${escapeHtml(time)}" title="${escapeHtml(whole)}"`;
  return new Html(`<time ${title}>${escapeHtml(words)}</time>`);
}

/** A text that comes from an event: its own direction of writing changes nothing around it. */
export function value(text: string): Html {
  // A list holds hundreds, and a template would cost twice as much.
  return new Html(`<bdi>${escapeHtml(text)}</bdi>`);
}

/** Code within a sentence; what else stands between backticks stays as it is. */
const CODE = /`([\w:.* -]{1,60})`/;

/** A sentence of ours, in which code stands between backticks. */
export function sentence(text: string): Html {
  const parts = text.split(CODE);
  return markup`<bdi>${parts.map((part, at) => (at % 2 === 1 ? markup`<code>${part}</code>` : part))}</bdi>`;
}

/** A text that is cut where it is too long for a list. */
export function brief(text: string, most = 120): Html {
  return value(text.length > most ? `${text.slice(0, most - 1)}…` : text);
}

/** Which witness states a fact. */
export function witnessMark(witness: Witness | undefined): Piece {
  if (witness === undefined) return null;
  return markup` <span class="ld-witness" title="${WITNESS_WORDS[witness]}">${witness}</span>`;
}

/** A link that leaves the dashboard; only what the code itself made an address of is one. */
export function outward(url: string, label: string): Html {
  return markup`<a class="ld-out" href="${url}" target="_blank" rel="noopener noreferrer">${label}</a>`;
}

/** A code block that can be copied, where the place has a script. */
export function copyable(id: string, text: string): Html {
  return markup`<div class="ld-code"><pre id="${id}" tabindex="0"><code>${text}</code></pre><button type="button" class="ld-copy" data-copy="${id}" hidden>Copy</button></div>`;
}

/** A part of a view under its own heading; nothing where it has nothing in it. */
export function section(title: string, ...content: readonly Piece[]): Html | null {
  if (content.every(isNothing)) return null;
  return markup`<section class="ld-part"><h2>${title}</h2>${content}</section>`;
}

function isNothing(piece: Piece): boolean {
  return piece === null || piece === undefined;
}
