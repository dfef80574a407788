// decoded → [explained] → alert

/**
 * Characters of patterns times characters of texts. AWS's own limits stay below: a policy has 10,240
 * characters at most and a request context some thousands; only made-up input is larger.
 */
const LIMIT = 20_000_000;

/** Whether all patterns can be matched with all texts in bounded time; hostile input gets no answer. */
export function isAffordable(patterns: readonly string[], texts: readonly string[]): boolean {
  return lengthOf(patterns) * lengthOf(texts) <= LIMIT;
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length + 1, 0);
}
