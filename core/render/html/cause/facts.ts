// reviewed → [HTML]: the facts of an explanation, each with the witness that states it.
import { toldAccount } from '../../../account-name';
import type { Explanation } from '../../../contract';
import {
  authorizationLink,
  eventLink,
  principalLink,
  reasonLink,
  simulatorLink,
} from '../../links';
import { factRows } from '../../sections';
import { type Html, markup } from '../markup';
import { outward, value, witnessMark } from '../parts';
import { WORDS } from '../words';

/** Draws the facts in the order of the alert. */
export function factTable(explanation: Explanation | null): Html | null {
  if (explanation === null) return null;
  const rows = factRows(explanation).flatMap(([label, text, field]) =>
    text
      ? [
          markup`<dt>${label}</dt><dd>${value(text)}${witnessMark(field === undefined ? undefined : explanation.witnesses[field])}</dd>`,
        ]
      : [],
  );
  return markup`<dl class="ld-facts">${rows}</dl>`;
}

/** Draws the links to where more is known. */
export function linkList(explanation: Explanation | null): Html | null {
  if (explanation === null) return null;
  const { event, principal, reason, authorizationId } = explanation;
  const links: readonly (readonly [string, string | null | undefined])[] = [
    ['CloudTrail event', event && eventLink(event)],
    ['Principal in IAM', event && principalLink(principal, event)],
    ['Policy simulator', event && simulatorLink(principal, event)],
    ['Evaluation', event && authorizationId && authorizationLink(authorizationId, event)],
    [`About ${reason.code}`, reasonLink(reason.code)],
  ];
  const items = links.flatMap(([label, url]) =>
    url ? [markup`<li>${outward(url, label)}</li>`] : [],
  );
  const account = event && toldAccount(event);
  return markup`${account && markup`<p class="ld-faint">${WORDS.signIn} ${value(account)}.</p>`}<ul class="ld-links">${items}</ul>`;
}

/** Draws the decoded request context, closed at first: it is long, and what decided stands before. */
export function contextTable(explanation: Explanation | null): Html | null {
  const context = explanation?.context ?? [];
  if (context.length === 0) return null;
  const rows = context.map(
    ({ key, values }) =>
      markup`<dt><code>${value(key)}</code></dt><dd>${value(values.join(', '))}</dd>`,
  );
  return markup`<details class="ld-part ld-fold"><summary>Request context, as decoded (${context.length})</summary><dl class="ld-facts">${rows}</dl></details>`;
}
