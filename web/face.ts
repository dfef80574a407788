// reviewed → [page]: how the views are drawn where there are addresses and forms.
import { groupCode } from '../core/alert/group-name';
import type { Face } from '../core/render/html/face';
import { markup, type Piece } from '../core/render/html/markup';
import { queryFields } from '../core/review/query';
import { pathOf } from './address';

/** What a page is drawn with. */
export interface WebFaceOptions {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Proves that a form is of this server. */
  readonly token: string;
  /** Hears of each group that the page leads to. */
  readonly onCause: (fingerprint: string) => void;
}

/** Makes the face of a page. */
export function webFace({ now, token, onCause }: WebFaceOptions): Face {
  return {
    link: (to, label, { className, isCurrent = false } = {}) => {
      if (to.view === 'cause') onCause(to.fingerprint);
      return markup`<a href="${pathOf(to)}"${className !== undefined && markup` class="${className}"`}${isCurrent && CURRENT}>${label}</a>`;
    },
    search: (fields, query) => {
      const { state, span } = queryFields({ ...query, page: null });
      return markup`<form class="ld-filter" method="get" action="/causes" role="search" data-filter>${hidden({ state, span })}${fields}<button>Filter</button></form>`;
    },
    move: ({ move, fingerprint, fields, label, confirmation }) =>
      markup`<details class="ld-move"><summary>${label}</summary><form method="post" action="/causes/${groupCode(fingerprint)}/${move}">${hidden({ token })}<p>${confirmation}</p>${fields}<button class="ld-primary">${label}</button></form></details>`,
    hasSpans: true,
    now,
  };
}

const CURRENT = markup` aria-current="page"`;

function hidden(fields: Readonly<Record<string, string | undefined>>): Piece {
  return Object.entries(fields).map(([name, value]) =>
    value === undefined ? null : markup`<input type="hidden" name="${name}" value="${value}">`,
  );
}
