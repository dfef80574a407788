// explained → [alert]
import type { Explanation } from '../contract';
import { plainText } from '../render/plain-text';
import { sectionsOf } from '../render/sections';
import { subjectFor } from './subject';

/** A plain-text e-mail; SNS sends no other kind. */
export interface Email {
  /** ASCII, under 100 characters. */
  readonly subject: string;
  readonly body: string;
}

/** Narrow enough for a mail client that quotes the text once or twice. */
const WIDTH = 76;

/** Writes the e-mail about one denial. */
export function emailFor(explanation: Explanation): Email {
  return {
    subject: subjectFor(explanation),
    body: plainText(sectionsOf(explanation), { width: WIDTH }),
  };
}
