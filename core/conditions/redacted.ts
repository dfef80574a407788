// decoded → [explained] → alert

/** `****`, `XXXX`, `<account>`, `[redacted]`, `...`: what people write over before they paste. */
const REDACTION = /\*{2}|x{3}|<[^<>]*>|redacted|\[removed|\.{3}|…/i;

/** Whether a part of the text was written over, so that nothing can be concluded from it. */
export function isRedacted(text: string): boolean {
  return REDACTION.test(text);
}
