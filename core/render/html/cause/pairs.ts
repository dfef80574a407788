// reviewed → [HTML]: the actions and resources that AWS authorizes for a launch, with their fate.
import type { Explanation } from '../../../contract';
import { SUGGESTED } from '../../../suggest/sentences';
import type { LaunchPair } from '../../../suggestion';
import { type Html, markup } from '../markup';
import { value } from '../parts';
import { PAIR_WORDS, WORDS } from '../words';

/** What has to change comes first. */
const ORDER = ['denied', 'missing', 'not-checked', 'allowed'] as const;

const ICONS: Readonly<Record<LaunchPair['state'], Html>> = {
  denied: markup`<path class="ld-ring" d="m3 3 6 6M9 3 3 9"/>`,
  missing: markup`<path class="ld-ring" d="M2.5 6h7"/>`,
  allowed: markup`<path class="ld-ring" d="m2.2 6.4 2.6 2.6 5-6"/>`,
  'not-checked': markup`<circle class="ld-ring" cx="6" cy="6" r="1.4"/>`,
};

/** Draws the pairs; null where the launch is not known. */
export function pairTable(explanation: Explanation | null): Html | null {
  const pairs = explanation?.launchPairs ?? [];
  if (pairs.length === 0) return null;
  const sorted = ORDER.flatMap((state) => pairs.filter((pair) => pair.state === state));
  const note = explanation?.witnesses['launchPairs'] !== 'simulated' && WORDS.pairsInferred;
  return markup`${note && markup`<p class="ld-faint">${note}</p>`}<div class="ld-scroll" tabindex="0"><table class="ld-table"><thead><tr><th scope="col">State</th><th scope="col">Action</th><th scope="col">Resource</th></tr></thead><tbody>${sorted.map(row)}</tbody></table></div>`;
}

function row({ action, resource, state, deniedBy, blockedBy }: LaunchPair): Html {
  const by = deniedBy ?? (blockedBy && SUGGESTED.blockedBy[blockedBy]);
  return markup`<tr><td><span class="ld-pair ld-is-${state}"><svg class="ld-icon" viewBox="0 0 12 12" aria-hidden="true">${ICONS[state]}</svg>${PAIR_WORDS[state]}</span>${by !== undefined && markup`<small>by ${value(by)}</small>`}</td><td class="ld-mono">${value(action)}</td><td class="ld-mono">${value(resource)}</td></tr>`;
}
