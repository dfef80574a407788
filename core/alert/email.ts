// explained → [alert]
import type { Explanation } from '../contract';
import { plainText } from '../render/plain-text';
import { sectionsOf } from '../render/sections';
import type { Alert, FaceOptions } from './alert';
import { commandSections, groupSections } from './group-sections';
import { explanationFor } from './public-explanation';
import { subjectFor } from './subject';
import { linesWithin } from './text-size';
import { BEGINNINGS } from './words';

/** A plain-text e-mail; SNS sends no other kind. */
export interface Email {
  /** ASCII, under 100 characters. */
  readonly subject: string;
  readonly body: string;
}

/** Narrow enough for a mail client that quotes the text once or twice. */
export const WIDTH = 76;

/** Bytes of a body, so that 256 KiB, all that SNS takes, leaves room for attributes. */
const LARGEST_BODY = 192 * 1_024;

/** Writes the e-mail about one denial. */
export function emailFor(explanation: Explanation): Email {
  return {
    subject: subjectFor(explanation),
    body: plainText(sectionsOf(explanation), { width: WIDTH }),
  };
}

/** Writes the e-mail about a group: its first line, how often it was seen, the explanation, how to act. */
export function alertEmail(alert: Alert, options: FaceOptions): Email {
  const explanation = explanationFor(alert.explanation, options.privacy);
  const all = sectionsOf(explanation);
  const sections = [
    ...all.slice(0, 1),
    ...groupSections(alert, options),
    ...all.slice(1),
    ...commandSections(alert, options),
  ];
  return {
    subject: subjectFor(explanation, BEGINNINGS[alert.kind](alert.count)),
    body: linesWithin(plainText(sections, { width: WIDTH }), LARGEST_BODY),
  };
}
