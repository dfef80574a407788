// reviewed → [HTML]: the form that narrows a list.
import { type CausesQuery, type Filter, NO_FILTER } from '../../review/query';
import type { Face } from './face';
import { type Html, markup } from './markup';

/** The fields beside the free text, each with an example or what it takes. */
const FIELDS: readonly (readonly [name: keyof Filter, label: string, example: string])[] = [
  ['principal', 'Principal', 'role/ci-runner'],
  ['action', 'Action', 'iam:PassRole'],
  ['reason', 'Reason', 'EXPLICIT_DENY'],
  ['region', 'Region', 'eu-west-1'],
  ['account', 'Account', 'number or name'],
];

/** Draws the form with what it was filled in with; nothing where nothing can be asked. */
export function filterForm(query: CausesQuery, face: Face): Html | null {
  if (face.search === null) return null;
  const { filter } = query;
  const isOpen = FIELDS.some(([name]) => filter[name] !== '');
  const clear =
    Object.values(filter).some(Boolean) &&
    face.link({ view: 'causes', query: { ...query, filter: NO_FILTER, page: null } }, CLEAR);
  const fields = markup`<label class="ld-field ld-wide"><span>Filter</span><input type="search" name="q" value="${filter.q}" placeholder="any text of a cause" autocomplete="off" spellcheck="false"></label>
<details class="ld-more"${isOpen && OPEN}><summary>More fields</summary><div class="ld-fields">${FIELDS.map((each) => field(each, filter))}</div></details>${clear}`;
  return face.search(fields, query);
}

const OPEN = markup` open`;
const CLEAR = markup`Clear`;

function field([name, label, example]: (typeof FIELDS)[number], filter: Filter): Html {
  return markup`<label class="ld-field"><span>${label}</span><input type="text" name="${name}" value="${filter[name]}" placeholder="${example}" autocomplete="off" spellcheck="false"></label>`;
}
