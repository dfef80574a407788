// reviewed → [HTML]: what the request said and what the statement wanted, side by side.
import type { DecisiveCondition, Explanation } from '../../../contract';
import { type Html, markup } from '../markup';
import { value } from '../parts';
import { RELATION_WORDS } from '../words';

/** Draws the conditions that decided; null where none is known. */
export function conditionTable(explanation: Explanation | null): Html | null {
  const conditions = explanation?.decisiveConditions ?? [];
  if (conditions.length === 0) return null;
  return markup`<div class="ld-scroll" tabindex="0"><table class="ld-table"><thead><tr><th scope="col">Condition key</th><th scope="col">In the request</th><th scope="col">How they compare</th><th scope="col">In the statement</th></tr></thead><tbody>${conditions.map(row)}</tbody></table></div>`;
}

function row({ key, requestValues, statementValues, relation }: DecisiveCondition): Html {
  return markup`<tr><th scope="row"><code>${value(key)}</code></th><td>${values(requestValues)}</td><td class="ld-relation">${RELATION_WORDS[relation]}</td><td>${values(statementValues)}</td></tr>`;
}

function values(all: readonly string[]): Html {
  if (all.length === 0) return markup`<span class="ld-faint">none</span>`;
  return markup`<ul class="ld-values">${all.map((each) => markup`<li><code>${value(each)}</code></li>`)}</ul>`;
}
