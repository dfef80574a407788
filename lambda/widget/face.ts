// reviewed → [HTML of a widget]: links and forms as CloudWatch knows them. A `cwdb-action` acts on the
// element right before it, and what stands in forms comes back with each call.
import type { Address, Face } from '../../core/render/html/face';
import { type Html, markup } from '../../core/render/html/markup';
import { queryFields } from '../../core/review/query';

/** What the face is made for. */
export interface WidgetFaceOptions {
  /** ISO 8601. */
  readonly now: string;
  /** The ARN of the function that answers. */
  readonly endpoint: string;
  /** Whether states may be changed here. */
  readonly allowsChanges: boolean;
  /** Whether the view lies over the dashboard; what belongs to a cause stays there. */
  readonly isPopup: boolean;
}

/** Makes the face of a widget. */
export function widgetFace(options: WidgetFaceOptions): Face {
  const { now, endpoint, allowsChanges, isPopup: isOver } = options;
  const call = (params: object, display: 'widget' | 'popup', confirmation?: string): Html =>
    markup`<cwdb-action action="call" display="${display}" endpoint="${endpoint}"${confirmation !== undefined && markup` confirmation="${confirmation}"`}>${JSON.stringify({ ...params, ...(display === 'popup' ? { popup: true } : {}) })}</cwdb-action>`;
  const displayOf = (to: Address, isPopup: boolean) =>
    isPopup || (isOver && to.view === 'cause') ? 'popup' : 'widget';
  return {
    link: (to, label, { className = '', isCurrent = false, isPopup = false } = {}) =>
      markup`<a class="${className}"${isCurrent && CURRENT}>${label}</a>${call(paramsOf(to), displayOf(to, isPopup))}`,
    search: (fields, query) =>
      markup`<form class="ld-filter">${fields}<a class="ld-button">Filter</a>${call({ ...paramsOf({ view: 'causes', query: { ...query, page: null } }), search: true }, 'widget')}</form>`,
    move: allowsChanges
      ? ({ move, fingerprint, fields, label, confirmation }) =>
          markup`<form class="ld-inline">${fields}<a class="ld-button">${label}</a>${call({ view: 'cause', fingerprint, move }, isOver ? 'popup' : 'widget', confirmation)}</form>`
      : null,
    hasSpans: false,
    now,
  };
}

const CURRENT = markup` aria-current="page"`;

function paramsOf(to: Address): object {
  switch (to.view) {
    case 'causes':
      return { view: 'causes', ...queryFields(to.query) };
    case 'cause':
      return to;
    case 'overview':
      return { view: 'overview' };
  }
}
